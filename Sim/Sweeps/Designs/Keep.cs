namespace Locomotion.Sim.Sweeps;

/// <summary>Of which cases a recording is kept, beside the row that every case has.</summary>
public enum Keep
{
    /// <summary>Of none.</summary>
    Summary,
    /// <summary>Of those that failed.</summary>
    Failures,
    /// <summary>Of every case.</summary>
    All,
}

namespace Locomotion.Sim.Optimisation;

/// <summary>How the shipped weights of the cord of bursting neurons were found; `locomotion optimise` repeats it by default.</summary>
public static class BurstingCord
{
    /// <summary>Generations.</summary>
    public const int Generations = 20;

    /// <summary>Candidates a generation.</summary>
    public const int Population = 24;

    /// <summary>Deviation of the first candidates, as a share of the ranges.</summary>
    public const double FirstSigma = 0.006;

    /// <summary>Name of the file.</summary>
    public const string FileName = "bursting-cord.json";
}

namespace Locomotion.Sim.Pictures;

/// <summary>A stretch of time, s.</summary>
internal readonly record struct TimeWindow(double From, double To)
{
    public double Seconds => To - From;

    /// <summary>Whether an interval lies at least partly inside.</summary>
    public bool Meets(double from, double to) => to > From && from < To;
}

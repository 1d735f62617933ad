namespace Locomotion.Sim.Scenarios;

/// <summary>What a scenario file may ask for at most. Reader and schema both take it from here.</summary>
internal static class ScenarioLimits
{
    /// <summary>Most phases in a timeline.</summary>
    public const int Phases = 1000;

    /// <summary>Longest phase, s: a day.</summary>
    public const double Seconds = 86400;

    /// <summary>Farthest place and greatest height or depth, m.</summary>
    public const double Distance = 10_000;

    /// <summary>Greatest heading at the start, rad, to either side.</summary>
    public const double Heading = 10;
}

namespace Locomotion.Sim.Scenarios;

/// <summary>What a scenario file may ask for at most. Reader and schema both take it from here.</summary>
internal static class ScenarioLimits
{
    /// <summary>Longest file, bytes.</summary>
    public const int Bytes = 1 << 20;

    /// <summary>Deepest nesting; a scenario needs five levels.</summary>
    public const int Depth = 16;

    /// <summary>Most phases in a timeline.</summary>
    public const int Phases = 1000;

    /// <summary>Longest phase, s: a day.</summary>
    public const double Seconds = 86400;

    /// <summary>Farthest place and greatest height or depth, m.</summary>
    public const double Distance = 10_000;

    /// <summary>Greatest heading at the start, rad, to either side.</summary>
    public const double Heading = 10;

    /// <summary>Longest name of a scenario or a phase.</summary>
    public const int NameLength = 64;

    /// <summary>What a name looks like, as a regular expression.</summary>
    public const string NamePattern = "^[a-z0-9][a-z0-9-]*$";

    /// <summary>Whether <paramref name="name"/> fits <see cref="NamePattern"/> and <see cref="NameLength"/>.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= NameLength && name[0] != '-'
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}

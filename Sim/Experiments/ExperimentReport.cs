using Locomotion.Sim.Reports;

namespace Locomotion.Sim.Experiments;

/// <summary>What an experiment came to.</summary>
public sealed record ExperimentReport
{
    /// <summary>One or two plain paragraphs, parted by an empty line, made from the measured numbers.</summary>
    public required string Findings { get; init; }

    /// <summary>Every figure that was measured.</summary>
    public required IReadOnlyList<ReportTable> Tables { get; init; }

    /// <summary>What must hold.</summary>
    public required IReadOnlyList<Check> Checks { get; init; }

    /// <summary>Draws its pictures into a folder.</summary>
    public required Func<string, IReadOnlyList<Picture>> Draw { get; init; }

    /// <summary>Whether every check holds.</summary>
    public bool Holds => Checks.All(check => check.Holds);
}

using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Sweeps;

/// <summary>What is to be run: a scenario, what differs from case to case, and what is wanted of each. Cases are numbered, and none exists before it is asked for.</summary>
public sealed class SweepDesign
{
    /// <summary>Short name, which its folder has.</summary>
    public required string Name { get; init; }

    /// <summary>What for, in a sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>What every case starts from.</summary>
    public required Scenario Scenario { get; init; }

    /// <summary>What differs; the last moves fastest.</summary>
    public required IReadOnlyList<AxisBlock> Blocks { get; init; }

    /// <summary>Numbers of the scenario's phases that the results tell of, at least one.</summary>
    public required IReadOnlyList<int> Phases { get; init; }

    /// <summary>Names of the figures that they tell of each.</summary>
    public required IReadOnlyList<string> Metrics { get; init; }

    /// <summary>Conditions on the other columns, as SQL has them after WHERE, that are columns of their own.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Conditions { get; init; } = [];

    /// <summary>Of which cases a recording is kept.</summary>
    public Keep Keep { get; init; } = Keep.Failures;

    /// <summary>After so much time on the wall a case has failed, s; it stops there.</summary>
    public double Timeout { get; init; } = DefaultTimeout;

    /// <summary>Pictures that the results' page shows; those that suit the axes if it asks for none.</summary>
    public IReadOnlyList<SweepPicture> Pictures { get; init; } = [];

    /// <summary>The design as a file that needs no other: with its scenario inside.</summary>
    public required string Json { get; init; }

    /// <summary><see cref="Timeout"/> where none is given.</summary>
    public const double DefaultTimeout = 600;

    /// <summary>Most cases of a design.</summary>
    public const long MostCases = 100_000_000;

    /// <summary>Number of cases.</summary>
    public long Count => Blocks.Aggregate(1L, (count, block) => count * block.Count);

    /// <summary>All axes.</summary>
    public IEnumerable<SweepAxis> Axes => Blocks.SelectMany(block => block.Axes);
}

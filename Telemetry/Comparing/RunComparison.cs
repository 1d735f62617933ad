using Locomotion.Telemetry.Inspecting;

namespace Locomotion.Telemetry.Comparing;

/// <summary>In what two recorded runs differ, a and b. Property names are the keys of `diff --json`.</summary>
public sealed record RunComparison
{
    /// <summary>Whether commands, senses and state are the same to the bit in every tick, and both runs have the same ticks.</summary>
    public required bool Same { get; init; }

    /// <summary>The first tick compared: the first that both have.</summary>
    public required long FromTick { get; init; }

    /// <summary>Ticks compared.</summary>
    public required long ComparedTicks { get; init; }

    /// <summary>The first run.</summary>
    public required ComparedRun A { get; init; }

    /// <summary>The second run.</summary>
    public required ComparedRun B { get; init; }

    /// <summary>What differs in program, animal, timing, seed and lesions.</summary>
    public required IReadOnlyList<Difference> Setup { get; init; }

    /// <summary>Parameters that differ at the start.</summary>
    public required IReadOnlyList<Difference> Parameters { get; init; }

    /// <summary>Changes of parameters on the way that only one run has, or that give another value.</summary>
    public required IReadOnlyList<TuningDifference> Tuning { get; init; }

    /// <summary>Where the commands first differ; null if nowhere.</summary>
    public required TickDifference? Commands { get; init; }

    /// <summary>Where first something else is felt when a tick begins; null if nowhere.</summary>
    public required TickDifference? Senses { get; init; }

    /// <summary>Where the state first differs when a tick ends; null if nowhere.</summary>
    public required TickDifference? Digest { get; init; }

    /// <summary>Mean gait figures of b less those of a; null if either has none.</summary>
    public required GaitReport? GaitDifference { get; init; }
}

/// <summary>One of two runs that are compared.</summary>
/// <param name="File">Its recording.</param>
/// <param name="FirstTick">Its first tick.</param>
/// <param name="Ticks">Its ticks.</param>
/// <param name="Seconds">Its length, s.</param>
/// <param name="Ended">Whether the recording has its end.</param>
/// <param name="Gait">Its mean gait figures; null if there are none.</param>
public sealed record ComparedRun(string File, long FirstTick, long Ticks, double Seconds, bool Ended, GaitReport? Gait);

/// <summary>A value that differs.</summary>
/// <param name="Name">Of what.</param>
/// <param name="A">In the first run.</param>
/// <param name="B">In the second.</param>
public sealed record Difference(string Name, string A, string B);

/// <summary>A change of a parameter that differs.</summary>
/// <param name="Tick">From this tick on.</param>
/// <param name="Name">The parameter.</param>
/// <param name="A">Its new value in the first run; null if it does not change there.</param>
/// <param name="B">The same in the second.</param>
public sealed record TuningDifference(long Tick, string Name, string? A, string? B);

/// <summary>Where something first differs.</summary>
/// <param name="Tick">In this tick.</param>
/// <param name="Seconds">When it began, s.</param>
/// <param name="Names">What differs in it.</param>
public sealed record TickDifference(long Tick, double Seconds, IReadOnlyList<string> Names);

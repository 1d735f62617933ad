using Locomotion.Body.Ground;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Body.Animals;

namespace Locomotion.Sim.Scenarios;

/// <summary>Everything that decides a run: animal, place, timeline, seed. The same scenario gives the same bits on every machine.</summary>
public sealed record Scenario
{
    /// <summary>Short name, lower case.</summary>
    public required string Name { get; init; }

    /// <summary>What happens, in a sentence.</summary>
    public string Description { get; init; } = "";

    /// <summary>Nervous system and body.</summary>
    public Animal Animal { get; init; } = Preset.Centipede;

    /// <summary>Ground and water.</summary>
    public Habitat Habitat { get; init; } = Habitat.Land;

    /// <summary>Where the body's center starts, and how it is turned.</summary>
    public StartPose Start { get; init; }

    /// <summary>Step and plant period.</summary>
    public LoopTiming Timing { get; init; } = LoopTiming.Default;

    /// <summary>What is taken from the animal, and when.</summary>
    public IReadOnlyList<Lesion> Lesions { get; init; } = [];

    /// <summary>Parameters of the nervous system that change while it runs, and when.</summary>
    public IReadOnlyList<Tuning> Tuning { get; init; } = [];

    /// <summary>From this follow the oscillators' first states.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>What is commanded, one after the other; at least one.</summary>
    public required IReadOnlyList<ScenarioPhase> Timeline { get; init; }

    /// <summary>The longest that the run can take, s.</summary>
    public double Seconds => Timeline.Sum(phase => phase.Seconds);

    /// <summary>The same scenario ending at <paramref name="seconds"/>: later phases are dropped, the last one is cut or stretched to fit.</summary>
    public Scenario Ending(double seconds)
    {
        List<ScenarioPhase> kept = [];
        double left = seconds;
        for (int k = 0; k < Timeline.Count; k++)
        {
            ScenarioPhase phase = Timeline[k];
            bool last = k == Timeline.Count - 1 || Timing.Ticks(left - phase.Seconds) < 1;     // what is left over may be a rounding error
            kept.Add(last && Timing.Ticks(left) != Timing.Ticks(phase.Seconds) ? phase with { Seconds = left } : phase);
            if (last) break;
            left -= phase.Seconds;
        }
        return this with { Timeline = kept };
    }
}

/// <summary>Where the body's center starts, m, and its heading, rad counter-clockwise from x.</summary>
public readonly record struct StartPose(double X, double Y, double Heading);

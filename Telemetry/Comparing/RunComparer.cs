using Locomotion.Controller;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Inspecting;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Recording.Messages;

namespace Locomotion.Telemetry.Comparing;

/// <summary>Compares two recorded runs: what they were made of, and every tick to the bit.</summary>
public static class RunComparer
{
    /// <summary>Compares them, until everything that can differ does or one of them ends.</summary>
    /// <param name="a">The first run.</param>
    /// <param name="b">The second run.</param>
    /// <param name="progress">Told the share that is done, 0 to 1; null if nobody asks.</param>
    /// <param name="stop">Ends it early.</param>
    /// <exception cref="InvalidInputException">A recording is damaged.</exception>
    /// <exception cref="OperationCanceledException">It was stopped.</exception>
    public static RunComparison Compare(RecordedRun a, RecordedRun b, Action<double>? progress, CancellationToken stop)
    {
        ComparedRun first = Account(a), second = Account(b);
        TickComparer ticks = new(a, b);
        long whole = Math.Max(1, Math.Min(first.FirstTick + first.Ticks, second.FirstTick + second.Ticks) - ticks.FromTick);
        while (ticks.Step())
        {
            if (ticks.Compared % 1024 == 0) progress?.Invoke((double)ticks.Compared / whole);
            stop.ThrowIfCancellationRequested();
        }
        bool sameTicks = first.FirstTick == second.FirstTick && first.Ticks == second.Ticks && ticks.Compared == first.Ticks && first.Ticks > 0;
        return new RunComparison
        {
            Same = sameTicks && ticks is { Commands: null, Senses: null, Digest: null },
            FromTick = ticks.FromTick,
            ComparedTicks = ticks.Compared,
            A = first,
            B = second,
            Setup = [.. SetupOf(a).Zip(SetupOf(b), (x, y) => new Difference(x.Name, x.Value, y.Value)).Where(Differs)],
            Parameters = [.. ControllerParameters.Tree.All.Select(parameter => new Difference(parameter.Name, parameter.Read(a.Setup.Parameters), parameter.Read(b.Setup.Parameters))).Where(Differs)],
            Tuning = Tuning(a, b),
            Commands = ticks.Commands,
            Senses = ticks.Senses,
            Digest = ticks.Digest,
            GaitDifference = first.Gait is { } gait ? second.Gait?.Minus(gait) : null,
        };
    }

    private static bool Differs(Difference difference) => difference.A != difference.B;

    private static ComparedRun Account(RecordedRun run)
    {
        long ticks = run.Last().Tick + 1 - run.FirstTick;
        GaitMean mean = new();
        foreach ((_, Gait gait) in run.Messages(Topics.Gait, Gait.Parser)) mean.Add(GaitReport.Of(gait));
        return new ComparedRun(run.Name, run.FirstTick, ticks, ticks * run.Setup.Timing.Period, run.End is not null, mean.Value);
    }

    private static (string Name, string Value)[] SetupOf(RecordedRun run)
    {
        ControllerSetup setup = run.Setup;
        return
        [
            ("version", run.Provenance.GetValueOrDefault("version", "unknown")),
            ("commit", run.Provenance.GetValueOrDefault("commit", "unknown")),
            ("segments", $"{setup.Segments}"),
            ("step_s", Naming.Number(setup.Timing.Step)),
            ("period_s", Naming.Number(setup.Timing.Period)),
            ("seed", $"{setup.Seed}"),
            ("lesions", string.Join(", ", run.Lesions()) is { Length: > 0 } lesions ? lesions : "none"),
            ("first_tick", $"{run.FirstTick}"),
        ];
    }

    private static List<TuningDifference> Tuning(RecordedRun a, RecordedRun b)
    {
        Dictionary<(long Tick, string Name), string> first = Changes(a), second = Changes(b);
        List<TuningDifference> differences = [];
        foreach ((long tick, string name) in first.Keys.Union(second.Keys).OrderBy(key => key.Tick).ThenBy(key => key.Name, StringComparer.Ordinal))
        {
            string? x = first.GetValueOrDefault((tick, name)), y = second.GetValueOrDefault((tick, name));
            if (x != y) differences.Add(new TuningDifference(tick, name, x, y));
        }
        return differences;
    }

    private static Dictionary<(long Tick, string Name), string> Changes(RecordedRun run)
    {
        Dictionary<(long, string), string> changes = [];
        foreach ((_, ParameterChange change) in run.Messages(Topics.Parameters, ParameterChange.Parser))
        {
            foreach (Recording.Messages.Parameter parameter in change.Parameters) changes[((long)change.Tick, parameter.Name)] = parameter.Value;
        }
        return changes;
    }
}

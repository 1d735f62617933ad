using System.Diagnostics;
using Locomotion.Controller;
using Locomotion.Controller.Loop;
using Locomotion.Controller.State;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Telemetry.Replaying;

/// <summary>Repeats a recorded run with the controller alone: the same inputs must give the same state, to the bit, after every tick.</summary>
public static class Replay
{
    /// <summary>Repeats it to its end, to the first difference, or to the first gap.</summary>
    /// <param name="run">The recording.</param>
    /// <param name="progress">Told the ticks done; null if nobody asks.</param>
    /// <param name="stop">Ends it early, with what was compared so far.</param>
    /// <exception cref="Locomotion.Controller.Parameters.InvalidInputException">The recording is damaged.</exception>
    public static ReplayResult Run(RecordedRun run, Action<long>? progress, CancellationToken stop)
    {
        long started = Stopwatch.GetTimestamp(), compared = 0;
        CentipedeController controller = run.Build();
        StateDigest digest = new(run.FirstChain, controller);
        Divergence? divergence = null;
        RecordedTick? last = null;
        foreach (RecordedTick tick in run.Ticks())
        {
            last = tick;
            Repeat(tick, controller);
            if (digest.Observe() != tick.Chain)
            {
                divergence = new Divergence(tick.Tick, tick.Tick * controller.Timing.Period, DifferentFields(run, tick, digest));
                break;
            }
            compared++;
            progress?.Invoke(compared);
            if (stop.IsCancellationRequested) break;
        }
        return new ReplayResult
        {
            Ticks = compared,
            Seconds = compared * controller.Timing.Period,
            Digest = digest.Value,
            Divergence = divergence,
            Gap = last is { Missing: true },
            Ended = run.End is not null,
            Stopped = stop.IsCancellationRequested,
            WallSeconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
        };
    }

    /// <summary>One recorded tick, as <see cref="ControlLoop"/> ran it, what was felt in the plant's place.</summary>
    private static void Repeat(RecordedTick tick, CentipedeController controller)
    {
        if (tick.Tuned is { } set) controller.Parameters = set;
        controller.MakeLesions(tick.Lesions);
        controller.TakeLesions();
        SenseTable.Read(tick.FeltBefore, controller.Senses);
        controller.Descending = tick.Command;
        for (int step = 0; step < controller.Timing.StepsPerTick; step++) controller.Step();
        SenseTable.Read(tick.FeltAfter, controller.Senses);
    }

    private static List<string> DifferentFields(RecordedRun run, RecordedTick tick, StateDigest digest)
    {
        Dictionary<string, byte> recorded = [];
        for (int field = 0; field < run.FieldNames.Count; field++) recorded[run.FieldNames[field]] = tick.Fields[field];
        List<string> different = [];
        for (int field = 0; field < digest.FieldNames.Count; field++)
        {
            string name = digest.FieldNames[field];
            if (!recorded.Remove(name, out byte then)) different.Add($"{name} (not recorded)");
            else if (then != digest.Fields[field]) different.Add(name);
        }
        different.AddRange(recorded.Keys.Select(name => $"{name} (not in this program)"));
        return different;
    }
}

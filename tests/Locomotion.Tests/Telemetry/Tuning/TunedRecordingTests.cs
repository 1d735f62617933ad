using Locomotion.Controller;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Recording.Messages;
using Locomotion.Telemetry.Replaying;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Tests.Telemetry.LiveTuning;

/// <summary>Whatever a desk does to a run, its recording replays.</summary>
public class TunedRecordingTests
{
    [Theory, InlineData("oscillator=phase"), InlineData("oscillator=bursting", "bursting.flexor.noise=0.1")]
    public void A_ramped_run_replays_to_the_bit(params string[] set)
    {
        MemoryStream file = new();
        using TunedWalk walk = new(set, record: file);
        walk.Run(1200);
        walk.Lease();
        walk.Stage("motor.leg-amplitude=0.4", "legs.from-ahead=15", "bursting.extensor.bias=-0.25");
        Assert.True(walk.Commit(CommitTime.AtPhase(2), ramp: 1.5, confirm: 0.2).Ok);
        walk.Run(1500);
        Assert.Equal([TuningEventKind.Committed, TuningEventKind.RampDone, TuningEventKind.Reverted], walk.Events().Select(happened => happened.Kind));
        Assert.True(walk.Recorder!.Finish().Whole);
        ReplayResult replay = Replayed(file, out int changes);
        Assert.True(replay.Agrees, $"{replay.Divergence}");
        Assert.Equal((2700L, walk.Simulation.Digest.Controller.Value), (replay.Ticks, replay.Digest));
        Assert.True(changes > 100, $"{changes} changes");
    }

    [Theory, InlineData(3000, "oscillator=phase"), InlineData(1500, "oscillator=bursting", "bursting.flexor.noise=0.05")]
    public void Thousands_of_commits_race_the_loop_and_no_set_is_torn(int commits, params string[] set)
    {
        MemoryStream file = new();
        long torn = 0, seen = 0, allocated = 0;
        ControllerParameters? last = null;
        using TunedWalk walk = new([.. set, "legs.from-behind=8", "motor.leg-amplitude=0.8"], record: file, watch: (_, controller) =>
        {
            ControllerParameters now = controller.Parameters;
            if (!ReferenceEquals(now, last)) seen++;
            last = now;
            if (Math.Abs(now.Legs.FromAhead - 10 * now.Motor.LegAmplitude) > 1e-9) torn++;
        });
        bool over = false;
        Thread loop = new(() =>
        {
            walk.Run(50);
            long before = GC.GetAllocatedBytesForCurrentThread();
            while (!Volatile.Read(ref over)) walk.Tick();
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        });
        loop.Start();
        int done = 0;
        try
        {
            Xoshiro random = new(7);
            walk.Lease();
            while (done < commits)
            {
                double coupling = 1 + 14 * random.Next();
                if (!walk.Stage($"legs.from-ahead={Naming.Number(coupling)}", $"motor.leg-amplitude={Naming.Number(coupling / 10)}").Ok) continue;
                TuningCode code = TuningCode.RefusedPhase;
                while (code is not (TuningCode.Accepted or TuningCode.RefusedVersion))
                {
                    TuningReply reply = walk.Commit(done % 10 == 0 ? CommitTime.AtTick(walk.Desk.LoopSide.Tick + 30) : default, ramp: done % 100 == 99 ? 0.05 : 0);
                    code = reply.Code;
                    if (code == TuningCode.RefusedLease) walk.Lease();
                    Thread.Yield();
                }
                if (code == TuningCode.Accepted && ++done % 50 == 49) walk.Ask(id => new RevertRequest("ann", id));
            }
        }
        finally
        {
            Volatile.Write(ref over, true);
            loop.Join();
        }
        walk.Events();
        Assert.True(walk.Recorder!.Finish().Whole);
        Assert.Equal((0L, 0L), (torn, allocated));
        Assert.True(seen > commits / 2, $"{seen} sets were in force");
        ReplayResult replay = Replayed(file, out int changes);
        Assert.True(replay.Agrees, $"{replay.Divergence}");
        Assert.Equal((walk.Ticks, walk.Simulation.Digest.Controller.Value), (replay.Ticks, replay.Digest));
        TestContext.Current.TestOutputHelper?.WriteLine($"{done} commits, {seen} sets in force, {changes} recorded, {walk.Ticks} ticks, {allocated} bytes");
    }

    private static ReplayResult Replayed(MemoryStream file, out int changes)
    {
        RecordedRun run = new(new MemoryStream(file.ToArray()), "recording");
        changes = run.Messages(Topics.Parameters, ParameterChange.Parser).Count();
        return Replay.Run(run, progress: null, TestContext.Current.CancellationToken);
    }

    private sealed class Xoshiro(ulong seed)
    {
        private Locomotion.Controller.Maths.Xoshiro256 generator = new(seed);

        public double Next() => generator.NextUnit();
    }
}

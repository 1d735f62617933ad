using Locomotion.Controller.Loop;
using Locomotion.Controller.State;
using Locomotion.Telemetry.Mcap;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Recording.Messages;
using Locomotion.Telemetry.Replaying;

namespace Locomotion.Tests.Telemetry.Recording;

public class RunRecorderTests
{
    private static readonly RecordingOptions RealTime = RecordingOptions.RealTime with { Durable = false };

    [Fact]
    public void While_the_disk_stands_still_frames_are_lost_before_inputs_both_are_counted_and_the_loop_goes_on()
    {
        StubbornDisk disk = new();
        using RecorderScene scene = new(disk, RealTime with { RingSeconds = 1 });
        disk.Hold();
        scene.Run(700);
        scene.Run(1300);            // returns: nobody waits
        disk.LetGo();
        Thread.Sleep(200);
        scene.Run(500);
        RecordingResult result = scene.Recorder.Finish();
        Assert.False(result.Whole);
        Assert.Null(result.Failure);
        Assert.InRange(result.LostInputs, 900, 1001);
        Assert.InRange(result.LostFrames, 70, 76);      // of 50 a second: from half a ring on, so before the first input

        RecordedRun run = new(disk, "recording");
        Event[] events = [.. run.Messages(Topics.Events, Event.Parser).Select(message => message.Message)];
        Event lost = Assert.Single(events, happened => happened.Kind == Event.Types.Kind.InputsLost);
        Assert.Equal(result.LostInputs, (long)lost.Count);
        ulong[] frames = [.. run.Messages(Topics.State, State.Parser).Select(message => message.Message.Tick)];
        Assert.True(frames.Last(tick => tick < lost.Tick) + 100 < lost.Tick, "frames stop before inputs do");
        LoopStatistics last = run.Messages(Topics.Loop, LoopStatistics.Parser).Last().Message;
        Assert.Equal((result.LostInputs, result.LostFrames), ((long)last.LostInputs, (long)last.LostFrames));
        Assert.Equal(1, run.Messages(Topics.Loop, LoopStatistics.Parser).Max(message => message.Message.RingFill), tolerance: 0.01);
        Assert.Equal($"{result.LostInputs}", run.End!["lost_inputs"]);

        ReplayResult replay = Replay.Run(run, progress: null, TestContext.Current.CancellationToken);
        Assert.True(replay.Gap);
        Assert.False(replay.Agrees);
        Assert.Null(replay.Divergence);
        Assert.Equal((long)lost.Tick, replay.Ticks);
    }

    [Fact]
    public void A_patient_recorder_waits_for_the_disk_and_loses_nothing()
    {
        StubbornDisk disk = new();
        using RecorderScene scene = new(disk, RecordingOptions.Patient);
        disk.Hold();
        bool letGo = false;
        using Timer timer = new(_ =>
        {
            letGo = true;
            disk.LetGo();
        }, null, dueTime: 300, period: Timeout.Infinite);
        scene.Run(1000);
        Assert.True(letGo, "it has waited");
        Assert.True(scene.Recorder.Finish().Whole);
        Assert.Equal(1000, Replay.Run(new RecordedRun(disk, "recording"), progress: null, TestContext.Current.CancellationToken).Ticks);
    }

    [Fact]
    public void A_full_disk_ends_the_recording_once_and_the_loop_goes_on()
    {
        foreach (RecordingOptions options in new[] { RealTime, RecordingOptions.Patient })
        {
            StubbornDisk disk = new(roomFor: 100_000);
            List<string> alerts = [];
            using RecorderScene scene = new(disk, options, alerts.Add);
            scene.Run(3000);
            RecordingResult result = scene.Recorder.Finish();
            Assert.Equal("No space left on device", result.Failure);
            Assert.Equal(["No space left on device"], alerts);
            using MemoryStream whole = new();
            McapRecovery.Recover(disk, whole);
            ReplayResult replay = Replay.Run(new RecordedRun(whole, "recording"), progress: null, TestContext.Current.CancellationToken);
            Assert.Null(replay.Divergence);
            Assert.InRange(replay.Ticks, 500, 2900);
        }
    }

    [Fact]
    public void Missed_deadlines_and_the_fault_that_ended_the_run_are_in_the_log()
    {
        MemoryStream file = new();
        using RecorderScene scene = new(file, RecordingOptions.Patient);
        FailingPlant plant = new(scene.Simulation.Plant, failsAt: 1051);
        RunDescription description = new(new RecordedRun(new MemoryStream(RecordedScene.Of(0.1)), "").Setup, 0, []);
        MemoryStream failing = new();
        using RunRecorder recorder = new(failing, RecordingOptions.Patient, description, new RecordingStart(scene.Simulation.Controller, scene.Simulation.Digest.Controller, 0), plant, pose: null);
        Watched watched = new(scene, recorder);
        PlantFaultException fault = Assert.Throws<PlantFaultException>(() => ControlLoop.Run(scene.Simulation.Controller, plant, scene.Simulation.Player, watched, CancellationToken.None));
        recorder.Finish(fault.Message);

        RecordedRun run = new(failing, "recording");
        Event[] events = [.. run.Messages(Topics.Events, Event.Parser).Select(message => message.Message)];
        Assert.Equal(10, events.Where(happened => happened.Kind == Event.Types.Kind.DeadlinesMissed).Sum(happened => (long)happened.Count));
        Event last = events[^1];
        Assert.Equal((Event.Types.Kind.Fault, 1050UL, "the bus is lost"), (last.Kind, last.Tick, last.Text));
        Assert.Equal("the bus is lost", run.End!["fault"]);
        Assert.Equal(1050, Replay.Run(run, progress: null, TestContext.Current.CancellationToken).Ticks);
        Assert.Empty(run.Messages(Topics.State, State.Parser).First().Message.X);      // nobody knows where the body is
    }

    [Fact]
    public void A_state_that_was_tampered_with_is_found_at_its_tick_and_by_its_field()
    {
        MemoryStream file = new();
        byte[]? saved = null;
        RecorderScene scene = null!;
        using (scene = new RecorderScene(file, RecordingOptions.Patient) { BeforeDigest = tick => Tamper(scene, tick, ref saved) })
        {
            scene.Run(600);
            scene.Recorder.Finish();
        }
        ReplayResult replay = Replay.Run(new RecordedRun(file, "recording"), progress: null, TestContext.Current.CancellationToken);
        Assert.Equal(300, replay.Ticks);
        Assert.Equal(300, replay.Divergence!.Tick);
        Assert.Equal(0.3, replay.Divergence.Seconds, tolerance: 1e-12);
        Assert.Equal(["segments.fold-signal"], replay.Divergence.Fields);
    }

    /// <summary>Changes one bit of one number of one segment after tick 300.</summary>
    private static void Tamper(RecorderScene scene, long tick, ref byte[]? saved)
    {
        if (tick != 300) return;
        saved = StateWriter.Save(scene.Simulation.Controller);
        StateReader.Restore(scene.Simulation.Controller, Tampered(scene, saved), "test");
    }

    private static byte[] Tampered(RecorderScene scene, byte[] saved)
    {
        // the fold signal is 0 on land in every segment: the table of segments is where flipping a bit changes that field alone
        for (int at = 0; at < saved.Length; at++)
        {
            byte[] changed = [.. saved];
            changed[at] ^= 1;
            try
            {
                StateReader.Restore(scene.Simulation.Controller, changed, "test");
            }
            catch (Locomotion.Controller.Parameters.InvalidInputException)
            {
                continue;
            }
            if (scene.Simulation.Controller.Segments[7].FoldSignal is not 0) return changed;
        }
        throw new InvalidOperationException("No byte of the saved state is the fold signal of segment 7.");
    }

    private sealed class Watched(RecorderScene scene, RunRecorder recorder) : IStepObserver
    {
        public void Observe(long tick, Locomotion.Controller.CentipedeController controller)
        {
            scene.Simulation.Digest.Observe();
            recorder.Observe(tick, controller);
        }
    }
}

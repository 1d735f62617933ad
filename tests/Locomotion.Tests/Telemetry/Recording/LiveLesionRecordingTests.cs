using Google.Protobuf;
using Locomotion.Controller;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Snapshots;
using Locomotion.Telemetry.Comparing;
using Locomotion.Telemetry.Inspecting;
using Locomotion.Telemetry.Mcap;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Recording.Messages;
using Locomotion.Telemetry.Replaying;

namespace Locomotion.Tests.Telemetry.Recording;

/// <summary>A lesion that was made live is made again in the replay, at the same tick.</summary>
public class LiveLesionRecordingTests
{
    [Theory]
    [InlineData(0.001, "oscillator=phase"), InlineData(0.001, "oscillator=bursting", "bursting.flexor.noise=0.1"), InlineData(0.02, "oscillator=phase"), InlineData(0.02, "oscillator=bursting")]
    public void A_run_with_live_lesions_replays_to_the_bit(double period, params string[] set)
    {
        Simulation simulation = Walk(period, set);
        int second = (int)Math.Round(1 / period);
        byte[] file = Recorded(simulation, second, tick =>
        {
            if (tick == 0) simulation.Controller.MakeLesions(Lesion.Parse("deafen=2-right"));
            if (tick == second / 2) simulation.Controller.MakeLesions(Lesion.Parse("amputate=4-left"), Lesion.Parse("silence=12"), Lesion.Parse("deafen=2-right"));
            if (tick == second / 2) simulation.Controller.MakeLesions(Lesion.Parse("cut-behind=15"));
            if (tick == second - 1) simulation.Controller.MakeLesions(Lesion.Parse("brain"));
        });
        RecordedRun run = Open(file);
        ReplayResult replay = Replay.Run(run, progress: null, TestContext.Current.CancellationToken);
        Assert.True(replay.Agrees, $"{replay.Divergence}");
        Assert.Equal((second, simulation.Digest.Controller.Value), (replay.Ticks, replay.Digest));
        Assert.Equal(
            [(0UL, "deafen=2-right"), ((ulong)second / 2, "amputate=4-left silence=12 cut-behind=15"), ((ulong)second - 1, "brain")],
            run.Messages(Topics.Lesions, LesionsMade.Parser).Select(made => (made.Message.Tick, string.Join(' ', made.Message.Lesions))));
        string last = Naming.Number((second - 1) * 1.0 / second);
        Assert.Equal(["seg@0.303", "deafen=2-right", "amputate=4-left@0.5", "silence=12@0.5", "cut-behind=15@0.5", $"brain@{last}"], RunOverview.Of(run).Lesions);
    }

    [Fact]
    public void Without_what_was_made_live_the_replay_differs_from_that_tick_on_and_a_comparison_tells_why()
    {
        Simulation with = Walk(0.001), without = Walk(0.001);
        byte[] lesioned = Recorded(with, 600, tick => { if (tick == 400) with.Controller.MakeLesions(Lesion.Parse("silence=3")); });
        byte[] plain = Recorded(without, 600, _ => { });
        RunComparison comparison = RunComparer.Compare(Open(plain), Open(lesioned), progress: null, TestContext.Current.CancellationToken);
        Assert.Equal(400, comparison.Digest!.Tick);
        Assert.Contains("pathways.silent", comparison.Digest.Names);
        Assert.Equal(new Difference("lesions", "seg@0.303", "seg@0.303, silence=3@0.4"), Assert.Single(comparison.Setup));
        Divergence divergence = Replay.Run(Open(Rewritten(lesioned, made => made.Lesions.Clear())), progress: null, TestContext.Current.CancellationToken).Divergence!;
        Assert.Equal(400, divergence.Tick);
        Assert.Contains("pathways.silent", divergence.Fields);
        divergence = Replay.Run(Open(Rewritten(lesioned, made => made.Tick = 399)), progress: null, TestContext.Current.CancellationToken).Divergence!;
        Assert.Equal(399, divergence.Tick);
    }

    [Theory, InlineData("silence=21"), InlineData("tail"), InlineData("silence=3@0.5"), InlineData("")]
    public void A_recorded_lesion_that_cannot_be_is_refused(string text)
    {
        Simulation simulation = Walk(0.001);
        byte[] file = Recorded(simulation, 100, tick => { if (tick == 50) simulation.Controller.MakeLesions(Lesion.Parse("silence=3")); });
        RecordedRun run = Open(Rewritten(file, made => made.Lesions[0] = text));
        Assert.Throws<InvalidInputException>(() => Replay.Run(run, progress: null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_run_that_goes_on_from_a_snapshot_after_a_live_lesion_ends_as_the_unbroken_one_and_replays()
    {
        Scenario scenario = BuiltInScenarios.Named("fast-walk").Ending(2) with { Lesions = [Lesion.Parse("seg@0.303")] };
        scenario = scenario with { Animal = scenario.Animal.With("oscillator", "bursting") };
        Simulation unbroken = new(scenario);
        Snapshot? saved = null;
        Recorded(unbroken, 1200, tick =>
        {
            if (tick == 500) unbroken.Controller.MakeLesions(Lesion.Parse("amputate=4-left"));
            if (tick == 800) saved = SnapshotFormat.Read(SnapshotFormat.Write(Snapshot.Of(unbroken, scenario)), "it");
            if (tick == 1000) unbroken.Controller.MakeLesions(Lesion.Parse("silence=7"));
        });
        Simulation restored = saved!.Restore("it");
        Assert.Equal(["seg", "amputate=4-left"], restored.Controller.Lesions.Select(made => (made.Lesion with { At = 0 }).ToString()));
        byte[] file = Recorded(restored, 1200, tick => { if (tick == 1000) restored.Controller.MakeLesions(Lesion.Parse("silence=7")); });
        Assert.Equal((unbroken.Digest.Controller.Value, unbroken.Digest.Plant.Value), (restored.Digest.Controller.Value, restored.Digest.Plant.Value));
        ReplayResult replay = Replay.Run(Open(file), progress: null, TestContext.Current.CancellationToken);
        Assert.True(replay.Agrees, $"{replay.Divergence}");
        Assert.Equal((400L, unbroken.Digest.Controller.Value), (replay.Ticks, replay.Digest));
        Assert.Equal(["silence=7"], Open(file).Messages(Topics.Lesions, LesionsMade.Parser).SelectMany(made => made.Message.Lesions));
    }

    [Theory, InlineData("oscillator=phase"), InlineData("oscillator=bursting")]
    public void Lesions_race_the_loop_which_allocates_nothing_and_the_recording_replays(string set)
    {
        Simulation simulation = Walk(0.001, set);
        MemoryStream file = new();
        using RunRecorder recorder = SimulationRecorder.Begin(simulation, file, RecordingOptions.Patient);
        long allocated = 0, ticks = 0;
        bool over = false;
        Thread loop = new(() =>
        {
            for (; ticks < 50; ticks++) Tick(simulation, recorder, ticks);
            long before = GC.GetAllocatedBytesForCurrentThread();
            while (!Volatile.Read(ref over)) Tick(simulation, recorder, ticks++);
            Tick(simulation, recorder, ticks++);        // takes what came last
            allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        });
        loop.Start();
        for (int k = 0; k < 400; k++)
        {
            int segment = k / 4 % 21;
            simulation.Controller.MakeLesions(Lesion.Parse((k % 4) switch
            {
                0 => $"deafen={segment}-left",
                1 => $"deafen={segment}-right",
                2 => $"amputate={segment}-left",
                _ => k < 84 ? $"silence={segment}" : $"amputate={segment}-right",
            }));
            Thread.Sleep(k % 3);
        }
        Volatile.Write(ref over, true);
        loop.Join();
        Assert.True(recorder.Finish().Whole);
        Assert.Equal((0L, 105), (allocated, simulation.Controller.Lesions.Count(made => made.Live)));
        ReplayResult replay = Replay.Run(Open(file.ToArray()), progress: null, TestContext.Current.CancellationToken);
        Assert.True(replay.Agrees, $"{replay.Divergence}");
        Assert.Equal((ticks, simulation.Digest.Controller.Value), (replay.Ticks, replay.Digest));
        Assert.Equal(simulation.Controller.Lesions.Where(made => made.Live).Select(made => (made.Step, made.Lesion.ToString())),
            Open(file.ToArray()).Messages(Topics.Lesions, LesionsMade.Parser).SelectMany(made => made.Message.Lesions.Select(text => ((long)made.Message.Tick, text))));
    }

    private static Simulation Walk(double period, params string[] set)
    {
        Scenario scenario = BuiltInScenarios.Named("slow-walk").Ending(600) with { Timing = new(0.001, period), Lesions = [Lesion.Parse("seg@0.303")] };
        foreach (string assignment in set) scenario = scenario with { Animal = scenario.Animal.With(assignment.Split('=')[0], assignment.Split('=')[1]) };
        return new Simulation(scenario);
    }

    /// <summary>Runs up to a tick.</summary>
    private static byte[] Recorded(Simulation simulation, long end, Action<long> before)
    {
        MemoryStream file = new();
        using RunRecorder recorder = SimulationRecorder.Begin(simulation, file, RecordingOptions.Patient);
        for (long tick = simulation.Ticks; tick < end; tick++)
        {
            before(tick);
            Tick(simulation, recorder, tick);
        }
        Assert.True(recorder.Finish().Whole);
        return file.ToArray();
    }

    private static void Tick(Simulation simulation, RunRecorder recorder, long tick)
    {
        ControlLoop.Tick(simulation.Controller, simulation.Plant, simulation.Scenario.Timeline[0].Command);
        simulation.Digest.Observe();
        recorder.Observe(tick, simulation.Controller);
    }

    private static RecordedRun Open(byte[] file) => new(new MemoryStream(file), "recording");

    /// <summary>The same file with other messages about lesions.</summary>
    private static byte[] Rewritten(byte[] file, Action<LesionsMade> change)
    {
        McapReader reader = new(new MemoryStream(file), "whole");
        MemoryStream copy = new();
        using McapWriter writer = new(copy, new McapWriterOptions { Compression = Compression.None });
        foreach (McapMetadata metadata in reader.Metadata.Select(reader.Read)) writer.AddMetadata(metadata.Name, metadata.Pairs);
        foreach (McapAttachment attachment in reader.Attachments.Select(reader.Read)) writer.Attach(attachment.Name, attachment.MediaType, 0, 0, attachment.Data.Span);
        Dictionary<ushort, ushort> channels = [];
        foreach (McapChannel channel in reader.Channels.Values)
            channels[channel.Id] = writer.AddChannel(writer.AddSchema(reader.Schemas[channel.SchemaId].Name, "protobuf", reader.Schemas[channel.SchemaId].Data.Span), channel.Topic, "protobuf", channel.Metadata);
        foreach (McapMessage message in reader.Messages())
        {
            byte[] data = message.Data.ToArray();
            if (message.Channel.Topic == Topics.Lesions)
            {
                LesionsMade made = LesionsMade.Parser.ParseFrom(data);
                change(made);
                data = made.ToByteArray();
            }
            writer.Write(channels[message.Channel.Id], message.Sequence, message.LogTime, message.PublishTime, data);
        }
        writer.Finish();
        return copy.ToArray();
    }
}

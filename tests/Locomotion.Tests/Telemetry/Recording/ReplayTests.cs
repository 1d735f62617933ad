using Locomotion.Controller.Lesions;
using Locomotion.Controller.Parameters;
using Locomotion.Body.Animals;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Snapshots;
using Locomotion.Telemetry.Mcap;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Recording.Messages;
using Locomotion.Telemetry.Replaying;

namespace Locomotion.Tests.Telemetry.Recording;

public class ReplayTests
{
    [Theory]
    [InlineData("slow-walk"), InlineData("swim"), InlineData("auto"), InlineData("slow-walk", "preset=robot")]
    [InlineData("fast-walk", "oscillator=bursting", "bursting.flexor.noise=0.1", "sensors.load-noise=0.2", "sensors.bend-noise=0.01")]
    [InlineData("slow-walk", "sensors.load-bits=0", "sensors.bend-bits=0", "sensors.share-bits=0", "shape.segments=40")]
    public void A_run_with_lesions_and_tuning_replays_to_the_bit(string name, params string[] set)
    {
        foreach (double period in new[] { 0.001, 0.02 })
        {
            Scenario scenario = BuiltInScenarios.Named(name) with { Timing = new(0.001, period), Lesions = [Lesion.Parse("amputate=3-left@0.4"), Lesion.Parse("brain@1.1")] };
            foreach (string[] pair in set.Select(assignment => assignment.Split('=')))
                scenario = pair[0] == "preset" ? scenario with { Animal = Preset.Named(pair[1]) } : scenario with { Animal = scenario.Animal.With(pair[0], pair[1]) };
            scenario = scenario with { Tuning = [Tuning.Parse("excitation.load-gain=0.3@0.3"), Tuning.Parse("legs.load-feedback=1@0.7"), Tuning.Parse("motor.leg-amplitude=0.3@0.7")] };
            (byte[] file, ulong digest) = Recorded(scenario.Ending(1.5));
            ReplayResult replay = Replayed(file);
            Assert.True(replay.Agrees, $"{replay.Divergence}");
            Assert.True(replay.Ended);
            Assert.Equal(digest, replay.Digest);
            Assert.Equal(1500 / (int)(period * 1000), replay.Ticks);
            ulong[] tuned = [.. new RecordedRun(new MemoryStream(file), "").Messages(Topics.Parameters, ParameterChange.Parser).Select(change => change.Message.Tick)];
            Assert.Equal([(ulong)(300 / (period * 1000)), (ulong)(700 / (period * 1000))], tuned);
        }
    }

    [Fact]
    public void A_run_that_goes_on_from_a_snapshot_replays_from_there()
    {
        Scenario scenario = BuiltInScenarios.Named("fast-walk").Ending(2);
        scenario = scenario with { Animal = scenario.Animal.With("oscillator", "bursting") };
        (_, ulong unbroken) = Recorded(scenario);
        Simulation simulation = new(scenario);
        using CancellationTokenSource stop = new();
        simulation.Run(new StopAt(simulation, 777, stop), stop.Token);
        MemoryStream file = new();
        ScenarioRun rest = new(Snapshot.Of(simulation, scenario).Restore("snapshot"));
        rest.Record(file, RecordingOptions.Patient);
        rest.Run(CancellationToken.None);
        RecordedRun run = new(file, "recording");
        Assert.Equal(778, run.FirstTick);
        ReplayResult replay = Replay.Run(run, progress: null, TestContext.Current.CancellationToken);
        Assert.True(replay.Agrees);
        Assert.Equal((2000 - 778, unbroken), (replay.Ticks, replay.Digest));
    }

    [Fact]
    public void Damaged_messages_are_refused_or_found_to_differ_and_never_end_otherwise()
    {
        Random random = new(3);
        byte[] whole = RecordedScene.Of(0.3, tuning: ["legs.load-feedback=1@0.1"]);
        int refused = 0, differing = 0, agreeing = 0;
        for (int k = 0; k < 1500; k++)
        {
            byte[] damaged = Rewritten(whole, random);
            try
            {
                ReplayResult replay = Replayed(damaged);
                if (replay.Divergence is not null) differing++;
                else agreeing++;
            }
            catch (InvalidInputException)
            {
                refused++;
            }
        }
        Assert.True(refused > 100 && differing > 100 && agreeing > 0, $"{refused} refused, {differing} differ, {agreeing} agree");
    }

    private static (byte[] File, ulong Digest) Recorded(Scenario scenario)
    {
        Simulation simulation = new(scenario);
        MemoryStream file = new();
        ScenarioRun run = new(simulation);
        run.Record(file, RecordingOptions.Patient);
        run.Run(CancellationToken.None);
        Assert.True(run.Recording!.Whole);
        return (file.ToArray(), simulation.Digest.Controller.Value);
    }

    private static ReplayResult Replayed(byte[] file) => Replay.Run(new RecordedRun(new MemoryStream(file), "recording"), progress: null, TestContext.Current.CancellationToken);

    /// <summary>A well-formed file in which some bytes of one message, attachment or metadata are others.</summary>
    private static byte[] Rewritten(byte[] file, Random random)
    {
        McapReader reader = new(new MemoryStream(file), "whole");
        McapMessage[] messages = [.. reader.Messages()];
        int chosen = random.Next(messages.Length + reader.Attachments.Count), at = 0;
        MemoryStream copy = new();
        using McapWriter writer = new(copy, new McapWriterOptions { Compression = Compression.None });
        foreach (McapMetadataIndex index in reader.Metadata)
        {
            McapMetadata metadata = reader.Read(index);
            writer.AddMetadata(metadata.Name, metadata.Pairs);
        }
        foreach (McapAttachmentIndex index in reader.Attachments)
        {
            McapAttachment attachment = reader.Read(index);
            writer.Attach(attachment.Name, attachment.MediaType, 0, 0, at++ == chosen ? Damaged(attachment.Data, random) : attachment.Data.Span);
        }
        Dictionary<ushort, ushort> channels = [];
        foreach (McapChannel channel in reader.Channels.Values)
            channels[channel.Id] = writer.AddChannel(writer.AddSchema(reader.Schemas[channel.SchemaId].Name, "protobuf", reader.Schemas[channel.SchemaId].Data.Span), channel.Topic, "protobuf", channel.Metadata);
        foreach (McapMessage message in messages)
            writer.Write(channels[message.Channel.Id], message.Sequence, message.LogTime, message.PublishTime, at++ == chosen ? Damaged(message.Data, random) : message.Data.Span);
        writer.Finish();
        return copy.ToArray();
    }

    private static byte[] Damaged(ReadOnlyMemory<byte> data, Random random)
    {
        byte[] damaged = data.ToArray();
        if (damaged.Length == 0) return [1];
        switch (random.Next(3))
        {
            case 0:
                damaged[random.Next(damaged.Length)] ^= (byte)(1 << random.Next(8));
                return damaged;
            case 1:
                return damaged[..random.Next(damaged.Length)];
            default:
                random.NextBytes(damaged.AsSpan(random.Next(damaged.Length)));
                return damaged;
        }
    }

    private sealed class StopAt(Simulation simulation, long last, CancellationTokenSource stop) : Locomotion.Controller.Loop.IStepObserver
    {
        public void Observe(long tick, Locomotion.Controller.CentipedeController controller)
        {
            simulation.Digest.Observe();
            if (tick == last) stop.Cancel();
        }
    }
}

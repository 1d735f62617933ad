using System.Text.Json;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Mcap;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Recording.Messages;
using Locomotion.Tests.Telemetry.Mcap;

namespace Locomotion.Tests.Telemetry.Recording;

/// <summary>Recordings, read by the official reader and decoded by the schemas they carry, as Foxglove and PlotJuggler do.</summary>
public class OfficialReaderOfRecordingsTests
{
    [Theory, InlineData(Compression.None), InlineData(Compression.Lz4), InlineData(Compression.Zstd)]
    public void It_lists_and_decodes_every_message(Compression compression)
    {
        byte[] file = Recorded(compression);
        JsonElement found = OfficialReader.Read(file, decode: true);
        Assert.Equal(Mcap.Recording.TextOf(file), OfficialReader.TextOf(found));
        AssertDecodedAsHere(found, file);
        string[] topics = [.. found.GetProperty("channels").EnumerateArray().Select(channel => channel.GetProperty("topic").GetString()!).Order(StringComparer.Ordinal)];
        Assert.Equal([Topics.Digest, Topics.Events, Topics.Gait, Topics.Command, Topics.Lesions, Topics.Parameters, Topics.Senses, Topics.Loop, Topics.State], topics);
        Assert.Equal(["controller.json", "controller.state", "scenario.json"],
            found.GetProperty("attachments").EnumerateArray().Select(attachment => attachment.GetProperty("name").GetString()));
        Assert.Equal(["recording", "provenance", "end"], found.GetProperty("metadata").EnumerateArray().Select(metadata => metadata.GetProperty("name").GetString()));
    }

    [Fact]
    public void It_lists_and_decodes_what_was_recovered_from_a_killed_run()
    {
        byte[] file = Recorded(Compression.Zstd);
        MemoryStream whole = new();
        RecoveryResult result = McapRecovery.Recover(new MemoryStream(file[..(file.Length / 2)]), whole);
        Assert.True(result.MessagesKept > 20);
        JsonElement found = OfficialReader.Read(whole.ToArray(), decode: true);
        Assert.Equal(result.MessagesKept, found.GetProperty("messages").GetArrayLength());
        AssertDecodedAsHere(found, whole.ToArray());
    }

    private static byte[] Recorded(Compression compression)
    {
        Scenario scenario = BuiltInScenarios.Named("slow-walk").Ending(1.3);
        MemoryStream file = new();
        ScenarioRun run = new(scenario with { Tuning = [Tuning.Parse("legs.load-feedback=1@0.5")] });
        run.Record(file, RecordingOptions.Patient with { Compression = compression });
        run.Run(CancellationToken.None);
        return file.ToArray();
    }

    /// <summary>What the official reader decodes is what our own parsers find, number by number.</summary>
    private static void AssertDecodedAsHere(JsonElement found, byte[] file)
    {
        RecordedRun run = new(new MemoryStream(file), "recording");
        Queue<State> states = new(run.Messages(Topics.State, State.Parser).Select(message => message.Message));
        Queue<SenseBlock> senses = new(run.Messages(Topics.Senses, SenseBlock.Parser).Select(message => message.Message));
        Queue<DigestBlock> digests = new(run.Messages(Topics.Digest, DigestBlock.Parser).Select(message => message.Message));
        foreach (JsonElement message in found.GetProperty("messages").EnumerateArray())
        {
            JsonElement decoded = message.GetProperty("decoded");
            switch (message.GetProperty("topic").GetString())
            {
                case Topics.State:
                    State state = states.Dequeue();
                    Assert.Equal($"{state.Tick}", decoded.GetProperty("tick").GetString());
                    Assert.Equal(state.LegPhase, Numbers(decoded, "leg_phase"));
                    Assert.Equal(state.X, Numbers(decoded, "x"));
                    Assert.Equal(42, state.LegPhase.Count);
                    break;
                case Topics.Senses:
                    Assert.Equal(senses.Dequeue().Columns.ToByteArray(), decoded.GetProperty("columns").EnumerateArray().Select(one => one.GetByte()));
                    break;
                case Topics.Digest:
                    Assert.Equal(digests.Dequeue().Chain.Select(one => $"{one}"), decoded.GetProperty("chain").EnumerateArray().Select(one => one.GetString()));
                    break;
                case Topics.Parameters:
                    Assert.Equal("legs.load-feedback", decoded.GetProperty("parameters")[0].GetProperty("name").GetString());
                    break;
                case Topics.Command:
                    Assert.Equal(0.15, decoded.GetProperty("drive").GetDouble());
                    break;
            }
        }
        Assert.Empty(states);
        Assert.Empty(senses);
        Assert.Empty(digests);
    }

    private static IEnumerable<float> Numbers(JsonElement of, string name) => of.GetProperty(name).EnumerateArray().Select(one => (float)one.GetDouble());
}

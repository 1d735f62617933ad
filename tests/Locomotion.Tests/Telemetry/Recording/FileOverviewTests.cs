using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Inspecting;
using Locomotion.Telemetry.Mcap;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Tests.Telemetry.Recording;

public class FileOverviewTests
{
    private static readonly byte[] Recording = RecordedScene.Of(2.5, seed: 3, tuning: ["legs.load-feedback=0@1.5"], lesions: ["silence=4@2"]);

    [Fact]
    public void A_recording_tells_what_ran()
    {
        FileOverview file = Look(Recording);
        RunOverview run = file.Run!;
        Assert.Equal((false, null, Recording.Length), (file.Cut, file.Damage, (int)file.SizeBytes));
        Assert.Equal(("slow-walk", 2500, 2.5, 21, 3ul), (run.Scenario, run.Ticks, run.Seconds, run.Segments, run.Seed));
        Assert.Equal(("in_order", null, "phase", 1e-3, 1e-3), (run.Ended, run.Fault, run.Oscillator, run.StepS, run.PeriodS));
        Assert.Equal(["silence=4@2"], run.Lesions);
        Assert.Equal((1, 1), (run.TuningCount, run.CommandCount));
        Assert.Equal((1500, 1.5, "0"), (run.Tuning[0].Tick, run.Tuning[0].Seconds, run.Tuning[0].Values["legs.load-feedback"]));
        Assert.Equal((0, 0.15), (run.Commands[0].Tick, run.Commands[0].Drive));
        Assert.Equal(RecordedScene.Open(Recording).Ticks().Select(tick => tick.Chain.ToString("x16")).Last(), run.Digest);
        Assert.InRange(run.Gait!.LegFrequencyHz, 1, 5);
        Assert.Equal(DateTime.UtcNow, run.Start, TimeSpan.FromMinutes(10));
        Assert.Equal(Provenance.Version.Split('+')[0], run.Provenance["version"]);
        Assert.Equal(["controller.json", "controller.state", "scenario.json"], file.Attachments.Select(attachment => attachment.Name));
        Assert.All(file.Attachments, attachment => Assert.True(attachment.Agrees));
        Assert.Equal(125ul, file.Channels.Single(channel => channel.Topic == Topics.State).Messages);
        Assert.Equal("locomotion.v1.State", file.Channels.Single(channel => channel.Topic == Topics.State).Schema);
    }

    [Theory, InlineData(0.3), InlineData(0.9), InlineData(1)]
    public void A_file_that_was_cut_tells_what_is_whole_of_it(double share)
    {
        byte[] cut = Recording[..(int)(share * Recording.Length - 5)];
        FileOverview file = Look(cut);
        Assert.True(file.Cut);
        Assert.Contains("cut", file.Damage, StringComparison.Ordinal);
        Assert.Equal(cut.Length, file.SizeBytes);
        Assert.Equal(share == 1 ? "in_order" : "cut", file.Run!.Ended);
        Assert.Equal("slow-walk", file.Run.Scenario);
        Assert.InRange(file.Run.Ticks, (long)(2500 * (share - 0.2)), 2500);
        Assert.True(file.Channels.Sum(channel => (long)channel.Messages) > 0);
    }

    [Fact]
    public void A_file_in_it_that_is_not_the_recorded_one_is_noticed()
    {
        MemoryStream stream = new();
        using (McapWriter writer = new(stream, new McapWriterOptions()))
        {
            McapReader source = new(new MemoryStream(Recording));
            foreach (McapMetadataIndex metadata in source.Metadata) writer.AddMetadata(metadata.Name, source.Read(metadata).Pairs);
            foreach (McapAttachmentIndex index in source.Attachments)
            {
                byte[] data = source.Read(index).Data.ToArray();
                if (index.Name == "scenario.json") data[^2] = (byte)' ';
                if (index.Name != "controller.state") writer.Attach(index.Name, index.MediaType, 0, 0, data);
            }
            writer.Attach("notes.txt", "text/plain", 0, 0, "x"u8);
            writer.Finish();
        }
        FileOverview file = Look(stream.ToArray());
        Assert.Equal([("controller.json", (bool?)true), ("scenario.json", false), ("notes.txt", null)], file.Attachments.Select(attachment => (attachment.Name, attachment.Agrees)));
        Assert.Null(file.Run!.Scenario);    // no JSON any more
        Assert.Equal(0, file.Run.Ticks);
    }

    [Fact]
    public void Another_mcap_file_is_shown_without_a_run()
    {
        MemoryStream stream = new();
        using (McapWriter writer = new(stream, new McapWriterOptions { Library = "somebody" }))
        {
            ushort channel = writer.AddChannel(0, "/pose", "json", null);
            writer.Write(channel, 0, 5, 5, "{}"u8);
            writer.Finish();
        }
        FileOverview file = Look(stream.ToArray());
        Assert.Null(file.Run);
        Assert.Equal("somebody", file.Library);
        Assert.Equal(new ChannelOverview("/pose", 1, "", "json"), Assert.Single(file.Channels));
    }

    [Theory, InlineData(0), InlineData(5), InlineData(12)]
    public void A_file_of_which_nothing_is_whole_is_refused(int length) =>
        Assert.Throws<InvalidInputException>(() => Look(Recording[..length]));

    private static FileOverview Look(byte[] bytes)
    {
        using MemoryStream stream = new(bytes);
        using MendedFile file = new(stream, "it");
        return FileOverview.Of(file, "it", bytes.Length);
    }
}

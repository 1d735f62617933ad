using CsCheck;
using Locomotion.Telemetry.Mcap;

namespace Locomotion.Tests.Telemetry.Mcap;

public class RoundTripTests
{
    [Fact]
    public void What_is_written_is_read_by_the_summary() =>
        Recording.Any.Sample(recording =>
        {
            byte[] file = recording.Write();
            McapReader reader = new(new MemoryStream(file));
            Assert.True(reader.HasSummary);
            Assert.Equal((recording.Options.Profile, recording.Options.Library), (reader.Profile, reader.Library));
            Assert.Equal(recording.AsText(), Recording.TextOf(file));
            reader.Verify();
        }, iter: 400);

    [Fact]
    public void What_is_written_is_read_by_a_scan_where_the_footer_names_no_summary() =>
        Recording.Any.Sample(recording =>
        {
            byte[] file = Bytes.WithoutSummary(recording.Write());
            McapReader reader = new(new MemoryStream(file));
            Assert.False(reader.HasSummary);
            Assert.Equal(recording.AsText(), Recording.TextOf(file));
        }, iter: 400);

    [Fact]
    public void The_scan_counts_what_the_summary_says() =>
        Recording.Any.Sample(recording =>
        {
            byte[] file = recording.Write();
            McapReader indexed = new(new MemoryStream(file)), scanned = new(new MemoryStream(Bytes.WithoutSummary(file)));
            Assert.Equal(indexed.Statistics.ChannelMessageCounts.OrderBy(c => c.Key), scanned.Statistics.ChannelMessageCounts.OrderBy(c => c.Key));
            Assert.Equal(indexed.Statistics with { ChannelMessageCounts = null! }, scanned.Statistics with { ChannelMessageCounts = null! });
            Assert.Equal(indexed.Chunks.Select(c => c with { Channels = [] }), scanned.Chunks.Select(c => c with { Channels = [] }));
            Assert.Equal(indexed.Attachments, scanned.Attachments);
            Assert.Equal(indexed.Metadata, scanned.Metadata);
        }, iter: 400);

    [Fact]
    public void Filters_give_what_sieving_all_messages_gives() =>
        Gen.Select(Recording.Any, Gen.ULong[0, 120], Gen.ULong[0, 120], Gen.Bool, Gen.Int[0, 4]).Sample((recording, from, to, open, channel) =>
        {
            McapReader reader = new(new MemoryStream(recording.Write()));
            string[]? topics = channel < recording.Channels.Length ? [recording.Channels[channel].Topic, "no such topic"] : null;
            ulong? end = open ? null : to;
            IEnumerable<string> sieved = reader.Messages()
                .Where(m => (topics is null || topics.Contains(m.Channel.Topic)) && m.LogTime >= from && (end is null || m.LogTime < end)).Select(Recording.TextOf);
            Assert.Equal(sieved, reader.Messages(topics, from, end).Select(Recording.TextOf));
        }, iter: 400);
}

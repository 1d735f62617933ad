using System.Text.Json;
using CsCheck;
using Locomotion.Telemetry.Mcap;
using Locomotion.Tests.Sim.Scenarios;

namespace Locomotion.Tests.Telemetry.Mcap;

/// <summary>The official reader finds in our files what was written, record by record.</summary>
public sealed class OfficialReaderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(Compression.None, false, "")]
    [InlineData(Compression.None, true, "")]
    [InlineData(Compression.Lz4, true, "lz4")]
    [InlineData(Compression.Zstd, true, "zstd")]
    public void It_reads_what_was_written(Compression compression, bool chunked, string name)
    {
        Recording recording = SmallFile.Of(compression, chunked);
        JsonElement found = OfficialReader.Read(recording.Write());
        Assert.Equal(recording.AsText(), OfficialReader.TextOf(found));
        Assert.Equal(chunked ? Enumerable.Repeat(name, 4) : [], found.GetProperty("chunks").EnumerateArray().Select(c => c.GetProperty("compression").GetString()!));
        Assert.Equal("centipede", found.GetProperty("header").GetProperty("profile").GetString());
        AssertStatistics(recording.Write(), found);
    }

    [Theory, InlineData(Compression.None), InlineData(Compression.Lz4), InlineData(Compression.Zstd)]
    public void It_reads_long_chunks_that_compress_well_or_not_at_all(Compression compression)
    {
        byte[] noise = new byte[3_000_000];
        new Random(1).NextBytes(noise);
        byte[] text = [.. Enumerable.Range(0, 9_000_000).Select(n => (byte)(n / 1000 * (n % 7)))];   // longer than a block of LZ4
        Recording recording = new(new McapWriterOptions { Compression = compression, MaximumChunkSize = 32 << 20 }, [], [new(-1, "/a", "raw", [])],
            [new Recording.Message(0, 1, 1_784_000_000_123_456_789, ulong.MaxValue, noise), new Recording.Message(0, uint.MaxValue, 2, 3, text)]);
        byte[] file = recording.Write();
        Assert.Equal(recording.AsText(), OfficialReader.TextOf(OfficialReader.Read(file)));
        Assert.Equal(recording.AsText(), Recording.TextOf(file));
    }

    [Fact]
    public void It_reads_what_was_recovered_from_a_cut()
    {
        foreach (Compression compression in Enum.GetValues<Compression>())
        {
            byte[] file = SmallFile.Bytes(compression);
            int end = Bytes.Records(file).Where(r => r.Opcode == Opcode.Chunk).Skip(3).First().Offset;
            MemoryStream recovered = new();
            McapRecovery.Recover(new MemoryStream(file[..(end + 20)]), recovered);
            JsonElement found = OfficialReader.Read(recovered.ToArray());
            Assert.Equal(15, found.GetProperty("messages").GetArrayLength());
            Assert.Equal(Recording.TextOf(recovered.ToArray()), OfficialReader.TextOf(found));
            AssertStatistics(recovered.ToArray(), found);
        }
    }

    [Fact]
    public void It_reads_an_empty_file()
    {
        Recording recording = new(new McapWriterOptions(), [], [], []);
        Assert.Equal("", OfficialReader.TextOf(OfficialReader.Read(recording.Write())));
    }

    [Fact]
    public void It_reads_schemas_and_channels_that_no_message_needed()
    {
        Recording recording = new(new McapWriterOptions(), [new("a", "b", [1])], [new(0, "/c", "d", new() { ["e"] = "f" })], []);
        Assert.Equal(recording.AsText(), OfficialReader.TextOf(OfficialReader.Read(recording.Write())));
    }

    [Fact]
    public void It_reads_any_file() => Recording.Any.Sample(recording =>
        Assert.Equal(recording.AsText(), OfficialReader.TextOf(OfficialReader.Read(recording.Write()))), iter: 12, threads: 1);

    [Fact]
    public void It_decodes_protobuf_by_the_schema_in_the_file()
    {
        // a FileDescriptorSet by hand: message T { double x = 1; string s = 2; } in package p
        byte[] x = [.. Field(1, "x"), 0x18, 1, 0x20, 1, 0x28, 1], s = [.. Field(1, "s"), 0x18, 2, 0x20, 1, 0x28, 9];
        byte[] type = [.. Field(1, "T"), .. Field(2, x), .. Field(2, s)];
        byte[] schema = Field(1, [.. Field(1, "t.proto"), .. Field(2, "p"), .. Field(4, type), .. Field(12, "proto3")]);
        MemoryStream stream = new();
        using McapWriter writer = new(stream);
        ushort channel = writer.AddChannel(writer.AddSchema("p.T", "protobuf", schema), "/t", "protobuf");
        writer.Write(channel, 0, 1, 1, [0x09, .. BitConverter.GetBytes(0.1), .. Field(2, "walk")]);
        writer.Finish();
        JsonElement decoded = Assert.Single(OfficialReader.Read(stream.ToArray(), decode: true).GetProperty("messages").EnumerateArray()).GetProperty("decoded");
        Assert.Equal((0.1, "walk"), (decoded.GetProperty("x").GetDouble(), decoded.GetProperty("s").GetString()));
    }

    [Fact]
    public void It_objects_to_a_damaged_file()
    {
        byte[] file = SmallFile.Bytes(Compression.None);
        (_, int offset, int length) = Bytes.Records(file).First(r => r.Opcode == Opcode.Chunk);
        file[offset + length - 1] ^= 1;
        string path = folder.File("damaged.mcap");
        File.WriteAllBytes(path, file);
        (int code, string output, string error) = OfficialReader.Run(path);
        Assert.Equal((1, ""), (code, output));
        Assert.Contains("CRC", error, StringComparison.Ordinal);
    }

    private static void AssertStatistics(byte[] file, JsonElement found)
    {
        McapStatistics ours = new McapReader(new MemoryStream(file)).Statistics;
        JsonElement theirs = found.GetProperty("statistics");
        string[] names = ["messageCount", "schemaCount", "channelCount", "attachmentCount", "metadataCount", "chunkCount", "messageStartTime", "messageEndTime"];
        object[] numbers = [ours.MessageCount, ours.SchemaCount, ours.ChannelCount, ours.AttachmentCount, ours.MetadataCount, ours.ChunkCount, ours.StartTime, ours.EndTime];
        Assert.Equal(numbers.Select(n => n.ToString()), names.Select(name => theirs.GetProperty(name).ToString()));
        Assert.Equal(ours.ChannelMessageCounts.Select(c => $"{c.Key}: {c.Value}").Order(),
            theirs.GetProperty("channelMessageCounts").EnumerateObject().Select(c => $"{c.Name}: {c.Value}").Order());
    }

    private static byte[] Field(int number, string text) => Field(number, [.. text.Select(c => (byte)c)]);

    private static byte[] Field(int number, byte[] content) => [(byte)(8 * number + 2), (byte)content.Length, .. content];
}

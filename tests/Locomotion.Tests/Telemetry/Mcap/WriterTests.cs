using Locomotion.Telemetry.Mcap;
using Locomotion.Tests.Sim.Scenarios;

namespace Locomotion.Tests.Telemetry.Mcap;

public class WriterTests
{
    [Theory, InlineData(Compression.None), InlineData(Compression.Lz4), InlineData(Compression.Zstd)]
    public void An_hour_of_chunks_costs_a_few_megabytes(Compression compression)
    {
        using McapWriter writer = new(Stream.Null, new McapWriterOptions { Compression = compression });
        ushort[] channels = [.. Enumerable.Range(0, 10).Select(n => writer.AddChannel(0, $"/{n}", "raw"))];
        byte[] data = [.. Enumerable.Range(0, 200).Select(n => (byte)(n / 3))];
        WriteChunk(writer, channels, data, 0);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (uint k = 1; k < 72_000; k++) WriteChunk(writer, channels, data, k);
        // 72 000 chunks of 40 bytes and 10 channels of 2 are 4.3 MB; lists that double hold up to twice that, and have been through as much again
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 4_300_000, 16_000_000);
        Assert.True(writer.Position > 72_000 * 300);
    }

    [Theory, InlineData(Compression.None, true), InlineData(Compression.Lz4, true), InlineData(Compression.Zstd, true), InlineData(Compression.None, false)]
    public void Writing_allocates_nothing_but_the_memory_of_chunks(Compression compression, bool chunked)
    {
        using McapWriter writer = new(Stream.Null, new McapWriterOptions { Compression = compression, Chunked = chunked });
        ushort[] channels = [writer.AddChannel(0, "/a", "raw"), writer.AddChannel(0, "/b", "raw")];
        byte[] data = new byte[500];
        // 300 chunks: the list of chunks has room for 512, and will not grow in what is measured
        for (uint k = 0; k < 300; k++) WriteChunk(writer, channels, data, k);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (uint k = 0; k < 200; k++) WriteChunk(writer, channels, data, k);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void After_the_end_of_a_chunk_everything_is_in_the_stream(bool chunked)
    {
        MemoryStream stream = new();
        using BufferedStream buffered = new(stream, 1 << 16);   // as a file's stream, it keeps what is not flushed
        using McapWriter writer = new(buffered, new McapWriterOptions { Chunked = chunked });
        ushort channel = writer.AddChannel(writer.AddSchema("s", "", []), "/a", "raw");
        for (uint k = 1; k < 10; k++)
        {
            writer.Write(channel, k, k, k, [1, 2, 3]);
            writer.EndChunk();
            MemoryStream output = new();
            Assert.Equal(k, McapRecovery.Recover(new MemoryStream(stream.ToArray()), output).MessagesKept);
            Assert.Equal(k, new McapReader(output).Messages().Last().Sequence);
        }
    }

    [Fact]
    public void A_chunk_ends_before_it_exceeds_its_maximum_and_a_longer_message_has_one_alone()
    {
        MemoryStream stream = new();
        using McapWriter writer = new(stream, new McapWriterOptions { MaximumChunkSize = 2000 });
        ushort channel = writer.AddChannel(0, "/a", "raw");
        foreach (int length in new[] { 900, 900, 900, 5000, 10 }) writer.Write(channel, 0, 0, 0, new byte[length]);
        writer.Finish();
        McapReader reader = new(stream);
        Assert.Equal(4, reader.Chunks.Count);   // 900 and 900; 900; 5000; 10
        Assert.Equal([900, 900, 900, 5000, 10], reader.Messages().Select(m => m.Data.Length));
    }

    [Fact]
    public void A_full_disk_is_told_once_and_nothing_more_is_written()
    {
        byte[] whole = SmallFile.Bytes(Compression.Lz4);
        for (int room = 0; room < whole.Length; room++)
        {
            FullDisk disk = new(room);
            IOException told = Assert.Throws<IOException>(() =>
            {
                using McapWriter writer = new(disk, SmallFile.Of(Compression.Lz4, chunked: true).Options);
                try
                {
                    SmallFile.Of(Compression.Lz4, chunked: true).WriteTo(writer);
                    writer.Finish();
                }
                catch (IOException)
                {
                    long length = disk.Length;
                    disk.Room = int.MaxValue;
                    Assert.Throws<IOException>(() => writer.AddChannel(0, "/late", "raw"));
                    Assert.Throws<IOException>(() => writer.Write(1, 0, 0, 0, []));
                    Assert.Throws<IOException>(() => writer.Attach("a", "", 0, 0, []));
                    Assert.Throws<IOException>(() => writer.AddMetadata("a", new Dictionary<string, string>()));
                    Assert.Throws<IOException>(writer.EndChunk);
                    Assert.Throws<IOException>(writer.Finish);
                    writer.Dispose();
                    Assert.Equal(length, disk.Length);
                    throw;
                }
            });
            Assert.Equal("No space left on device", told.Message);
        }
    }

    [Fact]
    public void What_cannot_be_written_is_refused_and_the_file_stays_sound()
    {
        MemoryStream stream = new();
        McapWriter writer = new(stream);
        ushort channel = writer.AddChannel(0, "/a", "raw");
        Assert.Throws<ArgumentException>(() => writer.AddChannel(1, "/b", "raw"));
        Assert.Throws<ArgumentException>(() => writer.Write(0, 0, 0, 0, []));
        Assert.Throws<ArgumentException>(() => writer.Write(2, 0, 0, 0, []));
        Assert.Throws<ArgumentException>(() => writer.Write(channel, 0, 0, 0, new byte[(32 << 20) + 1]));
        Assert.Throws<ArgumentException>(() => writer.AddSchema("s", "", new byte[8 << 20]));
        Assert.Throws<ArgumentException>(() => writer.Attach("a", "", 0, 0, new byte[64 << 20]));
        Assert.Throws<ArgumentNullException>(() => writer.Attach(null!, "", 0, 0, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => new McapWriterOptions { MaximumChunkSize = 1023 });
        writer.Write(channel, 7, 0, 0, []);
        writer.Finish();
        Assert.Throws<InvalidOperationException>(writer.Finish);
        Assert.Throws<InvalidOperationException>(() => writer.Write(channel, 0, 0, 0, []));
        writer.Dispose();
        McapReader reader = new(stream);
        reader.Verify();
        Assert.Equal(7u, Assert.Single(reader.Messages()).Sequence);
    }

    [Fact]
    public void The_example_of_the_readme_runs()
    {
        using TemporaryFolder folder = new();
        byte[] descriptors = [1, 2, 3], message = [4, 5];
        (uint sequence, ulong logTime, ulong publishTime) = (1, 2, 3);
        using FileStream file = File.Create(folder.File("walk.mcap"));
        using McapWriter writer = new(file, new McapWriterOptions { Compression = Compression.Lz4 });
        ushort schema = writer.AddSchema("locomotion.Pose", "protobuf", descriptors);
        ushort pose = writer.AddChannel(schema, "/pose", "protobuf");
        writer.Write(pose, sequence, logTime, publishTime, message);   // any number
        writer.EndChunk();                                             // every 50 ms: what is written by now outlives a kill
        writer.Finish();
        Assert.Equal([4, 5], Assert.Single(new McapReader(file).Messages(["/pose"])).Data.ToArray());
    }

    [Fact]
    public void A_writer_that_is_only_disposed_leaves_a_file_to_be_recovered()
    {
        MemoryStream stream = new();
        using (McapWriter writer = new(stream)) writer.AddMetadata("a", new Dictionary<string, string>());
        Assert.Contains("cut", Assert.Throws<Locomotion.Controller.Parameters.InvalidInputException>(() => new McapReader(stream)).Message, StringComparison.Ordinal);
    }

    private static void WriteChunk(McapWriter writer, ushort[] channels, byte[] data, uint k)
    {
        for (int c = 0; c < channels.Length; c++) writer.Write(channels[c], k, 50_000_000UL * k, 0, data);
        writer.EndChunk();
    }

    /// <summary>Takes so many bytes and then no more.</summary>
    private sealed class FullDisk(int room) : MemoryStream
    {
        public int Room { get; set; } = room;

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            int fits = Math.Min(buffer.Length, Room);
            base.Write(buffer[..fits]);
            Room -= fits;
            if (fits < buffer.Length) throw new IOException("No space left on device");
        }
    }
}

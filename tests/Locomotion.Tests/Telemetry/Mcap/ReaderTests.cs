using System.Buffers.Binary;
using System.IO.Hashing;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Mcap;
using Locomotion.Tests.Sim.Scenarios;

namespace Locomotion.Tests.Telemetry.Mcap;

public class ReaderTests
{
    [Fact]
    public void Only_the_chunks_that_may_hold_what_is_wanted_are_read()
    {
        byte[] file = SmallFile.Bytes(Compression.Zstd);
        // make every chunk but the last unreadable: /note appears in the last two only, and only there after log time 1150
        foreach ((_, int offset, int length) in Bytes.Records(file).Where(r => r.Opcode == Opcode.Chunk).Take(3)) file[offset + length - 1] ^= 1;
        McapReader reader = new(new MemoryStream(file));
        Assert.Equal([15u, 16, 17, 18, 19], reader.Messages(from: 1150).Select(m => m.Sequence));
        Assert.Equal([17u], reader.Messages(["/note"], from: 1150).Select(m => m.Sequence));
        Assert.Empty(reader.Messages(["/none"]));
        Assert.Throws<InvalidInputException>(() => reader.Messages(from: 1140).Count());
        Assert.Throws<InvalidInputException>(() => reader.Messages(["/note"]).Count());
        // the third chunk starts at 1100: nothing before that needs it
        byte[] other = SmallFile.Bytes(Compression.Zstd);
        foreach ((_, int offset, int length) in Bytes.Records(other).Where(r => r.Opcode == Opcode.Chunk).Skip(2)) other[offset + length - 1] ^= 1;
        Assert.Equal(10, new McapReader(new MemoryStream(other)).Messages(to: 1100).Count());
        Assert.Throws<InvalidInputException>(() => new McapReader(new MemoryStream(other)).Messages(to: 1101).Count());
    }

    [Fact]
    public void Two_enumerations_and_attachments_do_not_disturb_each_other()
    {
        McapReader reader = new(new MemoryStream(SmallFile.Bytes(Compression.Lz4)));
        foreach ((McapMessage a, McapMessage b) in reader.Messages().Zip(reader.Messages()))
        {
            Assert.Equal(a.Sequence, b.Sequence);
            Assert.Equal("{\"seed\":1}"u8, reader.Read(reader.Attachments[0]).Data.Span);
        }
    }

    [Fact]
    public void Another_version_is_refused_by_name()
    {
        byte[] file = SmallFile.Bytes(Compression.None);
        file[5] = (byte)'1';
        Assert.Equal("x.mcap: the format's version, '1', is not 0; convert the file to MCAP version 0.",
            Assert.Throws<InvalidInputException>(() => new McapReader(new MemoryStream(file), "x.mcap")).Message);
        Assert.Throws<InvalidInputException>(() => McapRecovery.Recover(new MemoryStream(file), new MemoryStream()));
    }

    [Theory, InlineData(""), InlineData("MCAP"), InlineData("PK\u0003\u0004 something else"), InlineData("\u0089MCAP0\r\n")]
    public void What_is_no_mcap_file_is_refused(string text)
    {
        byte[] file = [.. text.Select(c => (byte)c)];
        Assert.Contains("x.mcap", Assert.Throws<InvalidInputException>(() => new McapReader(new MemoryStream(file), "x.mcap")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_cut_anywhere_is_refused()
    {
        byte[] file = SmallFile.Bytes(Compression.Lz4);
        for (int length = 0; length < file.Length; length++)
            Assert.Throws<InvalidInputException>(() => new McapReader(new MemoryStream(file[..length])));
    }

    [Fact]
    public void Unknown_records_are_skipped_wherever_they_stand()
    {
        byte[] unknown = Bytes.Record(0x80, 1, 2, 3), file = SmallFile.Bytes(Compression.None, chunked: false);
        List<byte> longer = [.. file[..8]];
        bool header = true;
        foreach ((Opcode opcode, int offset, int length) in Bytes.Records(file).TakeWhile(r => r.Opcode != Opcode.DataEnd))
        {
            longer.AddRange(file[offset..(offset + length)]);
            longer.AddRange(header ? unknown : Bytes.Record((byte)(0x10 + (offset % 200))));
            header = false;
        }
        byte[] end = [.. Bytes.Record((byte)Opcode.DataEnd, 0, 0, 0, 0), .. unknown, .. Bytes.Record((byte)Opcode.Footer, new byte[20]), .. file[..8]];
        byte[] changed = [.. longer, .. end];
        Assert.Equal(Recording.TextOf(file), Recording.TextOf(changed));
        new McapReader(new MemoryStream(changed)).Verify();
        MemoryStream recovered = new();
        Assert.True(McapRecovery.Recover(new MemoryStream(changed), recovered).WasWhole);
        Assert.Equal(Recording.TextOf(file), Recording.TextOf(recovered.ToArray()));
    }

    [Fact]
    public void Fields_that_a_later_edition_appends_are_left_alone()
    {
        byte[] file = SmallFile.Bytes(Compression.None, chunked: false);
        List<byte> longer = [.. file[..8]];
        foreach ((Opcode opcode, int offset, int length) in Bytes.Records(file))
        {
            // whatever follows the data of a message is data
            byte[] content = opcode == Opcode.Message ? file[(offset + 9)..(offset + length)] : [.. file[(offset + 9)..(offset + length)], 1, 2, 3];
            if (opcode == Opcode.DataEnd) content.AsSpan(0, 4).Clear();
            if (opcode == Opcode.Footer) content.AsSpan(0, 20).Clear();
            if (opcode < Opcode.ChunkIndex || opcode is Opcode.Attachment or Opcode.Metadata or Opcode.DataEnd) longer.AddRange(Bytes.Record((byte)opcode, content));
        }
        byte[] changed = [.. longer, .. file[..8]];
        Assert.Equal(Recording.TextOf(file), Recording.TextOf(changed));
    }

    [Theory]
    [InlineData(Opcode.ChunkIndex, 16, "an index of byte 4611686018427387904 overlaps another or lies outside the data")]
    [InlineData(Opcode.AttachmentIndex, 8, "overlaps another or lies outside the data")]
    public void An_index_that_points_outside_is_refused(Opcode opcode, int field, string says)
    {
        byte[] file = SmallFile.Bytes(Compression.None);
        int offset = Bytes.Records(file).First(r => r.Opcode == opcode).Offset;
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(offset + 9 + field), 1UL << 62);
        byte[] changed = Bytes.WithSummaryChecksum(file);
        Assert.Contains(says, Assert.Throws<InvalidInputException>(() => new McapReader(new MemoryStream(changed))).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Opcode.Schema), InlineData(Opcode.Channel), InlineData(Opcode.Statistics), InlineData(Opcode.ChunkIndex)]
    [InlineData(Opcode.AttachmentIndex), InlineData(Opcode.MetadataIndex)]
    public void A_summary_that_leaves_something_out_is_made_up_for_by_a_scan(Opcode leftOut)
    {
        byte[] file = SmallFile.Bytes(Compression.Lz4);
        int summary = Bytes.Records(file).First(r => r.Opcode == Opcode.DataEnd).Offset;
        foreach ((Opcode opcode, int offset, _) in Bytes.Records(file))
            if (offset > summary && opcode == leftOut) file[offset] = 0x80;   // a record that nobody knows
        byte[] changed = Bytes.WithSummaryChecksum(file);
        McapReader reader = new(new MemoryStream(changed));
        Assert.False(reader.HasSummary);
        reader.Verify();
        Assert.Equal(Recording.TextOf(SmallFile.Bytes(Compression.Lz4)), Recording.TextOf(changed));
    }

    [Fact]
    public void Any_bit_flipped_in_the_summary_is_detected()
    {
        byte[] file = SmallFile.Bytes(Compression.None);
        int summary = Bytes.Records(file).First(r => r.Opcode == Opcode.DataEnd).Offset + 13;
        for (int bit = 8 * summary; bit < 8 * file.Length; bit++)
        {
            byte[] changed = [.. file];
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Throws<InvalidInputException>(() => new McapReader(new MemoryStream(changed)).Verify());
        }
    }

    [Fact]
    public void A_summary_that_counts_wrong_is_told_by_verification()
    {
        byte[] file = SmallFile.Bytes(Compression.None);
        file[Bytes.Records(file).First(r => r.Opcode == Opcode.Statistics).Offset + 9]++;   // one message more
        McapReader reader = new(new MemoryStream(Bytes.WithSummaryChecksum(file)));
        Assert.Contains("counts", Assert.Throws<InvalidInputException>(reader.Verify).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_chunk_of_unknown_compression_or_lying_size_is_refused()
    {
        byte[] file = SmallFile.Bytes(Compression.Zstd);
        int chunk = Bytes.Records(file).First(r => r.Opcode == Opcode.Chunk).Offset;
        file[chunk + 9 + 28 + 4] ^= 1;
        Assert.Contains("'{std' is neither lz4 nor zstd", Refusal(file), StringComparison.Ordinal);
        file[chunk + 9 + 28 + 4] ^= 1;
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(chunk + 9 + 16), 64 << 20);
        Assert.Contains("cannot unfold to 67108864", Refusal(file), StringComparison.Ordinal);
        BinaryPrimitives.WriteUInt64LittleEndian(file.AsSpan(chunk + 9 + 16), (64 << 20) + 1);
        Assert.Contains("exceeds 67108864", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void A_chunk_in_a_chunk_is_refused()
    {
        byte[] inner = Bytes.Record((byte)Opcode.Chunk, new byte[40]), file = Foreign("", inner, inner.Length);
        Assert.Contains("Chunk may not stand in a chunk", Refusal(file), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_a_chunk_without_checksum_whose_end_is_malformed_nothing_is_recovered()
    {
        byte[] records = [.. Channel(), .. Message([7]), .. Message([8])];
        records[^(Message([8]).Length - 1)] = 99;   // the second message's length
        RecoveryResult result = McapRecovery.Recover(new MemoryStream(Foreign("", records, records.Length)), new MemoryStream());
        Assert.Equal((0L, 0L, 1L), (result.MessagesKept, result.ChunksKept, result.ChunksDropped));
    }

    [Fact]
    public void A_text_that_is_not_utf8_is_refused()
    {
        byte[] channel = Bytes.Record((byte)Opcode.Channel, [1, 0, 0, 0, .. Word(2), 0xC3, 0x28, .. Word(0), .. Word(0)]);
        Assert.Contains("not UTF-8", Refusal(Foreign("", channel, channel.Length)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_channel_that_means_two_things_is_refused_and_one_that_stands_twice_is_not()
    {
        byte[] other = Channel(), once = [.. Channel(), .. Message([7])], twice = [.. once, .. Channel(), .. Message([8])];
        Assert.Equal(2, new McapReader(new MemoryStream(Foreign("", twice, twice.Length))).Messages().Count());
        other[9 + 9] = (byte)'b';
        byte[] contradiction = [.. once, .. other];
        Assert.Contains("channel 1 means two things", Refusal(Foreign("", contradiction, contradiction.Length)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_of_a_channel_never_defined_is_refused()
    {
        byte[] message = Message([7]);
        Assert.Contains("channel 1 was not defined before", Refusal(Foreign("", message, message.Length)), StringComparison.Ordinal);
    }

    [Fact]
    public void A_record_longer_than_64_mebibytes_is_refused_before_memory_is_taken_for_it()
    {
        using TemporaryFolder folder = new();
        using FileStream file = File.Create(folder.File("long.mcap"));
        byte[] start = SmallFile.Bytes(Compression.None)[..8];
        file.Write([.. start, .. Bytes.Record((byte)Opcode.Header, new byte[8]), (byte)Opcode.Attachment, .. Long(65 << 20)]);
        file.Position += 65 << 20;   // a hole
        file.Write([.. Bytes.Record((byte)Opcode.DataEnd, new byte[4]), .. Bytes.Record((byte)Opcode.Footer, new byte[20]), .. start]);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("a record of 68157449 bytes exceeds 67108864", Assert.Throws<InvalidInputException>(() => new McapReader(file)).Message, StringComparison.Ordinal);
        RecoveryResult result = McapRecovery.Recover(file, new MemoryStream());
        Assert.Equal(68157449, result.BytesDropped);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 4 << 20);
    }

    [Fact]
    public void Lz4_frames_with_linked_blocks_and_checksums_are_read()
    {
        // "lz4 -BD -B4 --content-size" makes such frames; here by hand: the second block copies from the first
        byte[] message = Message([.. Enumerable.Range(0, 60).Select(n => (byte)n)]);
        byte[] records = [.. Channel(), .. message, .. message];
        int split = records.Length - message.Length;
        byte[] stored = records[..split];
        // one sequence: no literals, a match of message.Length - 5 at distance message.Length; then the last five as literals
        int match = message.Length - 5 - 4 - 15;
        Assert.InRange(match, 0, 254);
        byte[] linked = [0x0F, (byte)message.Length, 0, (byte)match, 0x50, .. message[^5..]];
        byte[] descriptor = [0x40 | 0x10 | 0x04, 0x40];
        byte[] frame =
        [
            0x04, 0x22, 0x4D, 0x18, .. descriptor, (byte)(XxHash32.HashToUInt32(descriptor) >> 8),
            .. Word((uint)stored.Length | 0x80000000), .. stored, .. Word(XxHash32.HashToUInt32(stored)),
            .. Word((uint)linked.Length), .. linked, .. Word(XxHash32.HashToUInt32(linked)),
            .. Word(0), .. Word(XxHash32.HashToUInt32(records)),
        ];
        byte[] skippable = [0x53, 0x2A, 0x4D, 0x18, 2, 0, 0, 0, 9, 9];
        Assert.Equal(2, new McapReader(new MemoryStream(Foreign("lz4", [.. skippable, .. frame], records.Length))).Messages().Count());
        for (int at = 4; at < frame.Length; at++)
        {
            byte[] damaged = [.. frame];
            damaged[at] ^= 0x08;
            Assert.Throws<InvalidInputException>(() => new McapReader(new MemoryStream(Foreign("lz4", damaged, records.Length))));
        }
    }

    [Fact]
    public void Zstandard_frames_that_do_not_say_their_size_are_read()
    {
        byte[] records = [.. Channel(), .. Message(new byte[300_000])];
        MemoryStream frame = new();
        using (ZstdSharp.CompressionStream zstd = new(frame)) zstd.Write(records);
        Assert.Equal(300_000, Assert.Single(new McapReader(new MemoryStream(Foreign("zstd", frame.ToArray(), records.Length))).Messages()).Data.Length);
        Assert.Throws<InvalidInputException>(() => new McapReader(new MemoryStream(Foreign("zstd", frame.ToArray(), records.Length - 1))));
        Assert.Throws<InvalidInputException>(() => new McapReader(new MemoryStream(Foreign("zstd", frame.ToArray(), records.Length + 1))));
    }

    private static string Refusal(byte[] file) => Assert.Throws<InvalidInputException>(() => new McapReader(new MemoryStream(file)).Messages().Count()).Message;

    /// <summary>A file of one chunk without checksum or summary, as others may write it.</summary>
    private static byte[] Foreign(string compression, byte[] compressed, int size)
    {
        byte[] name = [.. compression.Select(c => (byte)c)], start = SmallFile.Bytes(Compression.None)[..8];
        byte[] chunk = [.. new byte[16], .. Long((ulong)size), .. Word(0), .. Word((uint)name.Length), .. name, .. Long((ulong)compressed.Length), .. compressed];
        return
        [
            .. start, .. Bytes.Record((byte)Opcode.Header, new byte[8]), .. Bytes.Record((byte)Opcode.Chunk, chunk),
            .. Bytes.Record((byte)Opcode.DataEnd, new byte[4]), .. Bytes.Record((byte)Opcode.Footer, new byte[20]), .. start,
        ];
    }

    private static byte[] Channel() => Bytes.Record((byte)Opcode.Channel, [1, 0, 0, 0, .. Word(2), (byte)'/', (byte)'a', .. Word(0), .. Word(0)]);

    private static byte[] Message(byte[] data) => Bytes.Record((byte)Opcode.Message, [1, 0, .. new byte[20], .. data]);

    private static byte[] Word(uint value) => BitConverter.GetBytes(value);

    private static byte[] Long(ulong value) => BitConverter.GetBytes(value);
}

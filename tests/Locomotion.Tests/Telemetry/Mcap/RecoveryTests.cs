using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Mcap;

namespace Locomotion.Tests.Telemetry.Mcap;

public class RecoveryTests
{
    public static TheoryData<Compression> Compressions => [.. Enum.GetValues<Compression>()];

    [Theory, MemberData(nameof(Compressions))]
    public void Of_a_file_cut_anywhere_exactly_the_messages_of_whole_chunks_are_kept(Compression compression)
    {
        byte[] file = SmallFile.Bytes(compression);
        string[] all = Messages(file);
        int[] chunkEnds = [.. Bytes.Records(file).Where(r => r.Opcode == Opcode.Chunk).Select(r => r.Offset + r.Length)];
        Assert.Equal(4, chunkEnds.Length);
        for (int length = 8; length < file.Length; length++)
        {
            (RecoveryResult result, byte[] recovered) = Recover(file[..length]);
            int chunks = chunkEnds.Count(end => end <= length);
            Assert.Equal(all[..(5 * chunks)], Messages(recovered));
            Assert.Equal((5L * chunks, (long)chunks, false), (result.MessagesKept, result.ChunksKept, result.WasWhole));
            Assert.NotNull(result.Damage);
        }
    }

    [Fact]
    public void Of_a_file_without_chunks_cut_anywhere_exactly_the_whole_messages_are_kept()
    {
        byte[] file = SmallFile.Bytes(Compression.None, chunked: false);
        string[] all = Messages(file);
        int[] ends = [.. Bytes.Records(file).Where(r => r.Opcode == Opcode.Message).Select(r => r.Offset + r.Length)];
        Assert.Equal(20, ends.Length);
        for (int length = 8; length < file.Length; length++)
        {
            (RecoveryResult result, byte[] recovered) = Recover(file[..length]);
            Assert.Equal(all[..ends.Count(end => end <= length)], Messages(recovered));
            Assert.False(result.WasWhole);
        }
    }

    [Theory, MemberData(nameof(Compressions))]
    public void A_whole_file_stays_as_it_is(Compression compression)
    {
        foreach (bool chunked in new[] { true, false })
        {
            byte[] file = SmallFile.Bytes(compression, chunked);
            (RecoveryResult result, byte[] recovered) = Recover(file);
            Assert.Equal(file, recovered);
            Assert.Equal(new RecoveryResult(true, 20, 0, chunked ? 4 : 0, 0, 2, 1, 0, null), result);
        }
    }

    [Theory, MemberData(nameof(Compressions))]
    public void A_bit_flipped_anywhere_in_the_records_of_a_chunk_costs_that_chunk_only(Compression compression)
    {
        byte[] file = SmallFile.Bytes(compression);
        string[] all = Messages(file);
        List<(Opcode Opcode, int Offset, int Length)> chunks = [.. Bytes.Records(file).Where(r => r.Opcode == Opcode.Chunk)];
        int header = 9 + 8 + 8 + 8 + 4 + 4 + (compression == Compression.None ? 0 : compression == Compression.Lz4 ? 3 : 4) + 8;
        for (int chunk = 0; chunk < chunks.Count; chunk++)
        {
            for (int bit = 8 * header; bit < 8 * chunks[chunk].Length; bit++)
            {
                byte[] damaged = [.. file];
                damaged[chunks[chunk].Offset + bit / 8] ^= (byte)(1 << (bit % 8));
                McapReader reader = new(new MemoryStream(damaged));
                // a frame may have bits that mean nothing; nothing wrong may come of any
                if (TryMessages(reader) is { } read)
                {
                    Assert.Equal(all, read);
                    Assert.NotEqual(Compression.None, compression);
                    continue;
                }
                (RecoveryResult result, byte[] recovered) = Recover(damaged);
                Assert.Equal([.. all[..(5 * chunk)], .. all[(5 * chunk + 5)..]], Messages(recovered));
                Assert.Equal((15L, 5L, 3L, 1L), (result.MessagesKept, result.MessagesDropped, result.ChunksKept, result.ChunksDropped));
                Assert.Equal(chunks[chunk].Length, result.BytesDropped);
                Assert.Contains($"Chunk at byte {chunks[chunk].Offset}", result.Damage, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void Messages_whose_channel_went_with_a_damaged_chunk_are_dropped_if_the_summary_is_lost_too()
    {
        byte[] file = SmallFile.Bytes(Compression.None);
        (_, int offset, int length) = Bytes.Records(file).First(r => r.Opcode == Opcode.Chunk);
        byte[] damaged = file[..^1];   // no footer, no summary
        damaged[offset + length - 1] ^= 1;
        (RecoveryResult result, byte[] recovered) = Recover(damaged);
        Assert.Equal(Messages(file)[5..].Where(line => !line.Contains("/pose", StringComparison.Ordinal)), Messages(recovered));
        Assert.Equal(20, result.MessagesKept + result.MessagesDropped);
    }

    [Fact]
    public void A_damaged_message_outside_chunks_is_told_by_the_checksum_over_all_data()
    {
        byte[] file = SmallFile.Bytes(Compression.None, chunked: false);
        (_, int offset, int length) = Bytes.Records(file).Last(r => r.Opcode == Opcode.Message);
        file[offset + length - 1] ^= 1;
        (RecoveryResult result, _) = Recover(file);
        Assert.False(result.WasWhole);
        Assert.Contains("checksum", result.Damage, StringComparison.Ordinal);
        Assert.Contains("checksum", Assert.Throws<InvalidInputException>(() => new McapReader(new MemoryStream(file)).Verify()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_damaged_attachment_is_dropped_and_the_rest_kept()
    {
        byte[] file = SmallFile.Bytes(Compression.Lz4);
        (_, int offset, int length) = Bytes.Records(file).First(r => r.Opcode == Opcode.Attachment);
        file[offset + length - 6] ^= 1;
        (RecoveryResult result, byte[] recovered) = Recover(file);
        Assert.Equal((1L, 20L, (long)length), (result.AttachmentsKept, result.MessagesKept, result.BytesDropped));
        Assert.Equal("empty", Assert.Single(new McapReader(new MemoryStream(recovered)).Attachments).Name);
    }

    [Fact]
    public void Zeros_after_the_last_write_are_a_cut()
    {
        byte[] file = SmallFile.Bytes(Compression.Zstd);
        int end = Bytes.Records(file).First(r => r.Opcode == Opcode.DataEnd).Offset;
        (RecoveryResult result, byte[] recovered) = Recover([.. file[..end], .. new byte[4096]]);
        Assert.Equal((20L, 4096L), (result.MessagesKept, result.BytesDropped));
        Assert.Equal(Messages(file), Messages(recovered));
    }

    [Fact]
    public void What_is_no_mcap_file_is_refused_and_nothing_written()
    {
        MemoryStream output = new();
        Assert.Throws<InvalidInputException>(() => McapRecovery.Recover(new MemoryStream([1, 2, 3]), output));
        Assert.Equal(0, output.Length);
    }

    [Fact]
    public void The_input_is_only_read()
    {
        byte[] cut = SmallFile.Bytes(Compression.Zstd)[..^20];
        McapRecovery.Recover(new MemoryStream(cut, writable: false), new MemoryStream());
    }

    private static (RecoveryResult Result, byte[] File) Recover(byte[] file)
    {
        MemoryStream output = new();
        RecoveryResult result = McapRecovery.Recover(new MemoryStream(file, writable: false), output);
        new McapReader(output).Verify();
        return (result, output.ToArray());
    }

    private static string[] Messages(byte[] file) => [.. new McapReader(new MemoryStream(file)).Messages().Select(Recording.TextOf)];

    private static string[]? TryMessages(McapReader reader)
    {
        try
        {
            return [.. reader.Messages().Select(Recording.TextOf)];
        }
        catch (InvalidInputException)
        {
            return null;
        }
    }
}

using System.Buffers.Binary;
using System.IO.Hashing;
using K4os.Compression.LZ4;

namespace Locomotion.Telemetry.Mcap;

/// <summary>
/// The LZ4 frame format around LZ4 blocks, in memory that the caller gives: nothing is allocated, whatever the frame says.
/// <para>Source: https://github.com/lz4/lz4/blob/dev/doc/lz4_Frame_format.md.</para>
/// </summary>
internal static class Lz4Frame
{
    private const uint FrameMagic = 0x184D2204, SkippableMagic = 0x184D2A50, Stored = 0x80000000;
    private const int VersionOne = 0x40, Independent = 0x20, BlockChecksums = 0x10, ContentSize = 0x08, ContentChecksum = 0x04, DictionaryId = 0x01;
    private const byte FourMebibytes = 0x70;
    private const int BlockSize = 4 << 20, Window = 64 << 10, HeaderSize = 4 + 2 + 8 + 1;

    /// <summary>No frame of that many bytes unfolds to more, bytes: LZ4 spends a byte on at most 255.</summary>
    public static long MostUnfolded(int compressed) => 255L * compressed;

    /// <summary>A frame of that many bytes of content is no longer, bytes.</summary>
    public static int LongestFrame(int content) => HeaderSize + content + 4 * (content / BlockSize + 1) + 4;

    /// <summary>Writes one frame; gives its length, bytes. <paramref name="target"/> must have room for <see cref="LongestFrame"/>.</summary>
    public static int Encode(ReadOnlySpan<byte> source, Span<byte> target)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(target, FrameMagic);
        target[4] = VersionOne | Independent | ContentSize;
        target[5] = FourMebibytes;
        BinaryPrimitives.WriteUInt64LittleEndian(target[6..], (ulong)source.Length);
        target[14] = HeaderChecksum(target[4..14]);
        int length = HeaderSize;
        while (!source.IsEmpty)
        {
            ReadOnlySpan<byte> block = source[..Math.Min(source.Length, BlockSize)];
            Span<byte> room = target.Slice(length + 4, block.Length);
            int compressed = LZ4Codec.Encode(block, room);
            bool stored = compressed <= 0 || compressed >= block.Length;   // what does not shrink is stored as it is
            if (stored) block.CopyTo(room);
            int size = stored ? block.Length : compressed;
            BinaryPrimitives.WriteUInt32LittleEndian(target[length..], stored ? (uint)size | Stored : (uint)size);
            length += 4 + size;
            source = source[block.Length..];
        }
        BinaryPrimitives.WriteUInt32LittleEndian(target[length..], 0);
        return length + 4;
    }

    /// <summary>Unfolds frames until <paramref name="source"/> ends. False unless they are sound and fill <paramref name="target"/> exactly.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> source, Span<byte> target)
    {
        int filled = 0;
        while (!source.IsEmpty)
        {
            if (!TryTake(ref source, 4, out ReadOnlySpan<byte> word)) return false;
            uint magic = BinaryPrimitives.ReadUInt32LittleEndian(word);
            if (magic == FrameMagic)
            {
                if (!TryDecodeFrame(ref source, target, ref filled)) return false;
            }
            else if ((magic & 0xFFFFFFF0) != SkippableMagic || !TryTake(ref source, 4, out word)
                || !TryTake(ref source, BinaryPrimitives.ReadUInt32LittleEndian(word), out _))
            {
                return false;
            }
        }
        return filled == target.Length;
    }

    private static bool TryDecodeFrame(ref ReadOnlySpan<byte> source, Span<byte> target, ref int filled)
    {
        int start = filled;
        if (!TryTakeHeader(ref source, out int flags, out ulong contentSize)) return false;
        while (TryTake(ref source, 4, out ReadOnlySpan<byte> word))
        {
            uint size = BinaryPrimitives.ReadUInt32LittleEndian(word);
            if (size == 0) return IsWhole(ref source, target[start..filled], flags, contentSize);
            if (!TryTake(ref source, size & ~Stored, out ReadOnlySpan<byte> block)) return false;
            if ((flags & BlockChecksums) != 0 && !HasChecksum(ref source, block)) return false;
            if (!TryDecodeBlock(block, stored: (size & Stored) != 0, target, start, ref filled)) return false;
        }
        return false;
    }

    private static bool TryTakeHeader(ref ReadOnlySpan<byte> source, out int flags, out ulong contentSize)
    {
        flags = 0;
        contentSize = 0;
        if (source.Length < 2) return false;
        flags = source[0];
        // a dictionary is never at hand
        if ((flags & 0xC0) != VersionOne || (flags & DictionaryId) != 0) return false;
        if (!TryTake(ref source, (flags & ContentSize) != 0 ? 10u : 2u, out ReadOnlySpan<byte> descriptor)) return false;
        if (descriptor.Length == 10) contentSize = BinaryPrimitives.ReadUInt64LittleEndian(descriptor[2..]);
        return TryTake(ref source, 1, out ReadOnlySpan<byte> checksum) && checksum[0] == HeaderChecksum(descriptor);
    }

    private static bool TryDecodeBlock(ReadOnlySpan<byte> block, bool stored, Span<byte> target, int start, ref int filled)
    {
        Span<byte> room = target[filled..];
        if (stored)
        {
            if (!block.TryCopyTo(room)) return false;
            filled += block.Length;
            return true;
        }
        // blocks may refer to the 64 KiB before them in their frame
        ReadOnlySpan<byte> before = target[Math.Max(start, filled - Window)..filled];
        int length = LZ4Codec.Decode(block, room, before);
        if (length < 0 || length > room.Length) return false;
        filled += length;
        return true;
    }

    private static bool IsWhole(ref ReadOnlySpan<byte> source, scoped ReadOnlySpan<byte> content, int flags, ulong contentSize)
    {
        if ((flags & ContentSize) != 0 && contentSize != (ulong)content.Length) return false;
        return (flags & ContentChecksum) == 0 || HasChecksum(ref source, content);
    }

    private static bool HasChecksum(ref ReadOnlySpan<byte> source, scoped ReadOnlySpan<byte> of) =>
        TryTake(ref source, 4, out ReadOnlySpan<byte> word) && BinaryPrimitives.ReadUInt32LittleEndian(word) == XxHash32.HashToUInt32(of);

    private static byte HeaderChecksum(ReadOnlySpan<byte> descriptor) => (byte)(XxHash32.HashToUInt32(descriptor) >> 8);

    private static bool TryTake(ref ReadOnlySpan<byte> source, uint count, out ReadOnlySpan<byte> taken)
    {
        taken = default;
        if (count > (uint)source.Length) return false;
        taken = source[..(int)count];
        source = source[(int)count..];
        return true;
    }
}

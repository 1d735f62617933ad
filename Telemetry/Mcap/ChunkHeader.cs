using System.IO.Hashing;
using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mcap;

/// <summary>What stands before the compressed records of a chunk.</summary>
internal readonly record struct ChunkHeader(ulong StartTime, ulong EndTime, ulong Size, uint Checksum, string Compression)
{
    public static ChunkHeader Read(ref RecordReader reader) => new(reader.U64(), reader.U64(), reader.U64(), reader.U32(), reader.Text());

    /// <summary>Decompresses a chunk record into a new array and checks its checksum if it has one.</summary>
    /// <exception cref="InvalidInputException">It is damaged, or would exceed 64 MiB, or its compression is unknown.</exception>
    public static byte[] Unfold(ReadOnlySpan<byte> content, RecordPlace place)
    {
        RecordReader reader = new(content, place);
        ChunkHeader header = Read(ref reader);
        ReadOnlySpan<byte> compressed = reader.LongBytes();
        Compression compression = ChunkDecompressor.Named(header.Compression)
            ?? throw place.Invalid($"the compression '{RecordReader.Shown(header.Compression)}'", "is neither lz4 nor zstd");
        byte[] records = ChunkDecompressor.Decompress(compression, compressed, header.Size, place);
        if (header.Checksum != 0 && header.Checksum != Crc32.HashToUInt32(records)) throw place.Invalid("the chunk", "does not have its checksum");
        return records;
    }
}

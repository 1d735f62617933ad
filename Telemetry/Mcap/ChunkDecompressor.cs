using ZstdSharp;

namespace Locomotion.Telemetry.Mcap;

/// <summary>Decompresses chunks that may be damaged or lie about their size.</summary>
internal static class ChunkDecompressor
{
    /// <summary>What a chunk record says for <paramref name="compression"/>.</summary>
    public static string NameOf(Compression compression) => compression switch
    {
        Compression.Lz4 => "lz4",
        Compression.Zstd => "zstd",
        _ => "",
    };

    /// <summary>What a chunk record says; null for a compression not known here.</summary>
    public static Compression? Named(string name) => name switch
    {
        "" => Compression.None,
        "lz4" => Compression.Lz4,
        "zstd" => Compression.Zstd,
        _ => null,
    };

    /// <summary>
    /// Decompresses into a new array of <paramref name="size"/> bytes. The array is made only if <paramref name="source"/> can unfold
    /// to so much: as it is, 255-fold by LZ4, to what the frame itself announces by Zstandard; and if it is no larger than
    /// <see cref="Limits.Record"/>.
    /// </summary>
    /// <exception cref="Controller.Parameters.InvalidInputException">It unfolds to another size, or not at all.</exception>
    public static byte[] Decompress(Compression compression, ReadOnlySpan<byte> source, ulong size, RecordPlace place)
    {
        if (size > Limits.Record) throw place.Invalid($"content of {size} bytes", $"exceeds {Limits.Record}");
        if (size > MostUnfolded(compression, source, place)) throw place.Invalid($"{source.Length} compressed bytes", $"cannot unfold to {size}");
        byte[] content = new byte[(int)size];
        bool sound = compression switch
        {
            Compression.Lz4 => Lz4Frame.TryDecode(source, content),
            Compression.Zstd => TryDecodeZstd(source, content),
            _ => source.Length == content.Length && source.TryCopyTo(content),
        };
        return sound ? content : throw place.Invalid("the compressed content", $"does not unfold to {size} bytes");
    }

    private static ulong MostUnfolded(Compression compression, ReadOnlySpan<byte> source, RecordPlace place)
    {
        try
        {
            return compression switch
            {
                Compression.Lz4 => (ulong)Lz4Frame.MostUnfolded(source.Length),
                Compression.Zstd => Decompressor.GetDecompressedSize(source),
                _ => (ulong)source.Length,
            };
        }
        catch (ZstdException e)
        {
            throw place.Invalid("the compressed content", $"is no Zstandard frame ({e.Message})");
        }
    }

    private static bool TryDecodeZstd(ReadOnlySpan<byte> source, byte[] content)
    {
        try
        {
            using Decompressor zstd = new();
            return zstd.Unwrap(source, content.AsSpan()) == content.Length;
        }
        catch (ZstdException)
        {
            return false;
        }
    }
}

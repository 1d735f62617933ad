using ZstdSharp;

namespace Locomotion.Telemetry.Mcap;

/// <summary>Compresses the chunks of one file, each for itself. Allocates nothing once started.</summary>
internal sealed class ChunkCompressor(Compression compression) : IDisposable
{
    private const int ZstdLevel = 1;   // the fastest of the usual ones: recording shares the robot's processor
    private readonly Compressor? zstd = compression == Compression.Zstd ? new Compressor(ZstdLevel) : null;

    /// <summary>What the chunk record says.</summary>
    public string Name { get; } = ChunkDecompressor.NameOf(compression);

    /// <summary>Appends <paramref name="content"/>, compressed, to <paramref name="output"/>.</summary>
    public void Append(ReadOnlySpan<byte> content, RecordWriter output)
    {
        switch (compression)
        {
            case Compression.Lz4:
                output.Advance(Lz4Frame.Encode(content, output.Room(Lz4Frame.LongestFrame(content.Length))));
                break;
            case Compression.Zstd:
                output.Advance(zstd!.Wrap(content, output.Room(Compressor.GetCompressBound(content.Length))));
                break;
            default:
                output.Bytes(content);
                break;
        }
    }

    /// <summary>Gives back the memory of the compressor.</summary>
    public void Dispose() => zstd?.Dispose();
}

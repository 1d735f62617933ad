namespace Locomotion.Telemetry.Mcap;

/// <summary>How a file is written. Immutable; every instance is valid.</summary>
public sealed record McapWriterOptions
{
    /// <summary>Which convention the topics and encodings follow; empty for none.</summary>
    public string Profile { get; init; } = "";

    /// <summary>What writes the file.</summary>
    public string Library { get; init; } = "locomotion";

    /// <summary>How chunks are compressed. Without chunks, nothing is.</summary>
    public Compression Compression { get; init; } = Compression.Zstd;

    /// <summary>Whether messages are gathered in chunks, with checksums and indexes; else each is a record of the file.</summary>
    public bool Chunked { get; init; } = true;

    /// <summary>A chunk ends by itself before it exceeds this, bytes before compression, 1 KiB to 32 MiB. A longer message has a chunk alone.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It lies outside.</exception>
    public int MaximumChunkSize
    {
        get;
        init => field = value is >= 1024 and <= Limits.Message
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, $"MaximumChunkSize must lie in [1024, {Limits.Message}] bytes.");
    } = 1 << 20;
}

namespace Locomotion.Telemetry.Mcap;

/// <summary>How the chunks of a file are compressed.</summary>
public enum Compression
{
    /// <summary>Not at all.</summary>
    None,
    /// <summary>LZ4 frames: the fastest.</summary>
    Lz4,
    /// <summary>Zstandard at its fastest level: smaller, still fast.</summary>
    Zstd,
}

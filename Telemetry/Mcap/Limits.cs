namespace Locomotion.Telemetry.Mcap;

/// <summary>How large things may be. What is read is held to it, so that a lying length costs no memory; what is written stays within.</summary>
internal static class Limits
{
    /// <summary>The longest record, and the most a chunk may hold when decompressed, bytes.</summary>
    public const int Record = 64 << 20;

    /// <summary>The longest message that is written, bytes.</summary>
    public const int Message = 32 << 20;

    /// <summary>The longest schema or channel that is written, bytes. With a message of the greatest length it still fits into a chunk.</summary>
    public const int Definition = 8 << 20;

    /// <summary>Opcode and length: what stands before the content of each record, bytes.</summary>
    public const int RecordPrefix = 1 + 8;

    /// <summary>The footer with its prefix, bytes.</summary>
    public const int Footer = RecordPrefix + 8 + 8 + 4;
}

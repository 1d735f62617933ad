namespace Locomotion.Telemetry.Mcap;

/// <summary>What a record of an MCAP file is; the byte that opens it. Source: https://mcap.dev/spec.</summary>
public enum Opcode : byte
{
    /// <summary>No record. Never stands in a file.</summary>
    None = 0,
    /// <summary>Profile and library: the first record.</summary>
    Header = 1,
    /// <summary>Where the summary is, and its checksum: the last record.</summary>
    Footer = 2,
    /// <summary>How the messages of a channel are to be decoded.</summary>
    Schema = 3,
    /// <summary>A topic with its schema and encoding.</summary>
    Channel = 4,
    /// <summary>One message of one channel.</summary>
    Message = 5,
    /// <summary>Schemas, channels and messages, compressed together.</summary>
    Chunk = 6,
    /// <summary>Times and offsets of one channel's messages in the chunk before it.</summary>
    MessageIndex = 7,
    /// <summary>Summary: where a chunk is and what it holds.</summary>
    ChunkIndex = 8,
    /// <summary>A file within the file.</summary>
    Attachment = 9,
    /// <summary>Summary: where an attachment is.</summary>
    AttachmentIndex = 10,
    /// <summary>Summary: counts and times.</summary>
    Statistics = 11,
    /// <summary>A named set of texts.</summary>
    Metadata = 12,
    /// <summary>Summary: where a metadata record is.</summary>
    MetadataIndex = 13,
    /// <summary>Where the summary's records of one kind are.</summary>
    SummaryOffset = 14,
    /// <summary>The end of the data section, with its checksum.</summary>
    DataEnd = 15,
}

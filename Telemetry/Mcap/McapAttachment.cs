using System.IO.Hashing;

namespace Locomotion.Telemetry.Mcap;

/// <summary>A file within the file: a scenario, a calibration, a picture.</summary>
/// <param name="Name">Its file name.</param>
/// <param name="MediaType">What it is: "application/json".</param>
/// <param name="LogTime">When it was recorded, ns.</param>
/// <param name="CreateTime">When it was made, ns; 0 if unknown.</param>
/// <param name="Data">Its content.</param>
public sealed record McapAttachment(string Name, string MediaType, ulong LogTime, ulong CreateTime, ReadOnlyMemory<byte> Data)
{
    /// <summary>Reads an attachment record and checks its checksum if it has one.</summary>
    internal static McapAttachment Read(ReadOnlySpan<byte> content, RecordPlace place)
    {
        RecordReader reader = new(content, place);
        ulong logTime = reader.U64(), createTime = reader.U64();
        string name = reader.Text(), mediaType = reader.Text();
        ReadOnlySpan<byte> data = reader.LongBytes();
        int covered = content.Length - reader.Remaining;
        uint checksum = reader.U32();
        if (checksum != 0 && checksum != Crc32.HashToUInt32(content[..covered]))
            throw place.Invalid($"the attachment '{RecordReader.Shown(name)}'", "does not have its checksum");
        return new McapAttachment(name, mediaType, logTime, createTime, data.ToArray());
    }
}

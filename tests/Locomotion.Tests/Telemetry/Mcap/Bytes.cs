using System.Buffers.Binary;
using System.IO.Hashing;
using Locomotion.Telemetry.Mcap;

namespace Locomotion.Tests.Telemetry.Mcap;

/// <summary>Files changed on purpose.</summary>
internal static class Bytes
{
    public const int Footer = 9 + 20 + 8;   // with the closing magic

    /// <summary>The same file, its footer naming no summary.</summary>
    public static byte[] WithoutSummary(byte[] file)
    {
        int summary = (int)BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(file.Length - Footer + 9));
        byte[] end = file[^Footer..];
        end.AsSpan(9, 20).Clear();
        return [.. file[..summary], .. end];
    }

    /// <summary>The same file after a change, its summary's checksum made right again.</summary>
    public static byte[] WithSummaryChecksum(byte[] file)
    {
        int summary = (int)BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(file.Length - Footer + 9));
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(file.Length - 12), Crc32.HashToUInt32(file.AsSpan(summary, file.Length - 12 - summary)));
        return file;
    }

    /// <summary>The same file with every checksum zero, which means: there is none.</summary>
    public static byte[] WithoutChecksums(byte[] file)
    {
        byte[] copy = [.. file];
        foreach ((Opcode opcode, int offset, int length) in Records(file))
        {
            if (opcode == Opcode.Chunk) copy.AsSpan(offset + 9 + 24, 4).Clear();
            else if (opcode == Opcode.Attachment) copy.AsSpan(offset + length - 4, 4).Clear();
            else if (opcode == Opcode.DataEnd) copy.AsSpan(offset + 9, 4).Clear();
            else if (opcode == Opcode.Footer) copy.AsSpan(offset + 9 + 16, 4).Clear();
        }
        return copy;
    }

    /// <summary>Every record of a sound file: opcode, offset, length.</summary>
    public static List<(Opcode Opcode, int Offset, int Length)> Records(byte[] file)
    {
        RecordScanner scanner = new(new MemoryStream(file));
        List<(Opcode Opcode, int Offset, int Length)> records = [];
        while (scanner.MoveNext()) records.Add((scanner.Opcode, (int)scanner.Offset, (int)scanner.Length));
        Assert.True(scanner.Closed);
        return records;
    }

    /// <summary>A record: opcode, length, content.</summary>
    public static byte[] Record(byte opcode, params byte[] content)
    {
        byte[] record = new byte[9 + content.Length];
        record[0] = opcode;
        BinaryPrimitives.WriteUInt64LittleEndian(record.AsSpan(1), (ulong)content.Length);
        content.CopyTo(record, 9);
        return record;
    }
}

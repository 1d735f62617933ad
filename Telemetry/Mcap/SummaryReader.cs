using System.IO.Hashing;
using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mcap;

/// <summary>Reads the summary at the end of a file.</summary>
internal static class SummaryReader
{
    /// <summary>The summary; null if the file closes without one, or one that leaves something out.</summary>
    /// <exception cref="InvalidInputException">The file was cut, or the summary is damaged.</exception>
    public static FileSummary? TryRead(Stream stream, string? name)
    {
        RecordScanner scanner = new(stream, name);
        FileSummary summary = new();
        ReadHeader(scanner, summary);
        long footer = scanner.FileLength - Magic.Bytes.Length - Limits.Footer;
        if (!IsFooter(Closing(stream, scanner)) || footer < scanner.Offset) return null;
        scanner.Seek(footer);
        scanner.MoveNext();
        RecordReader reader = scanner.Reader;
        long start = reader.Position(), offsets = reader.Position();
        uint checksum = reader.U32();
        if (start == 0) return null;
        if (start < Magic.Bytes.Length || start > footer || offsets > footer) throw scanner.Place.Invalid($"a summary at byte {start}", "is outside the file");
        ReadRecords(scanner, summary, start, footer, checksum);
        summary.Sort(start, scanner.Name);
        return summary.IsComplete() ? summary : null;
    }

    /// <summary>Reads the header, which must be the first record.</summary>
    public static void ReadHeader(RecordScanner scanner, FileSummary summary)
    {
        if (!scanner.MoveNext() || scanner.Opcode != Opcode.Header)
            throw scanner.Place.Invalid("the first record", "is no header");
        RecordReader reader = scanner.Reader;
        (summary.Profile, summary.Library) = (reader.Text(), reader.Text());
    }

    /// <summary>The last bytes of the file, where the footer should be; fewer if the file is shorter.</summary>
    /// <exception cref="InvalidInputException">The closing magic is missing.</exception>
    private static byte[] Closing(Stream stream, RecordScanner scanner)
    {
        byte[] closing = new byte[Math.Min(Limits.Footer + Magic.Bytes.Length, scanner.FileLength)];
        stream.Position = scanner.FileLength - closing.Length;
        if (stream.ReadAtLeast(closing, closing.Length, throwOnEndOfStream: false) == closing.Length && closing.AsSpan().EndsWith(Magic.Bytes)) return closing;
        throw new InvalidInputException(scanner.Name, "the file", "does not close as an MCAP file does, so it was cut", "recover it");
    }

    // a later edition of the format may have a longer footer, which only a scan can find
    private static bool IsFooter(ReadOnlySpan<byte> closing) =>
        closing.StartsWith((ReadOnlySpan<byte>)[(byte)Opcode.Footer, Limits.Footer - Limits.RecordPrefix, 0, 0, 0, 0, 0, 0, 0]);

    private static void ReadRecords(RecordScanner scanner, FileSummary summary, long start, long footer, uint checksum)
    {
        Crc32 crc = new();
        scanner.Seek(start);
        while (scanner.MoveNext() && scanner.Offset < footer)
        {
            crc.Append(scanner.Raw);
            ReadRecord(scanner, summary);
        }
        if (scanner.Offset != footer) throw scanner.Place.Invalid("the summary", "does not end where the footer starts");
        // the checksum covers the footer up to itself
        crc.Append(scanner.Raw[..^4]);
        if (checksum != 0 && checksum != crc.GetCurrentHashAsUInt32()) throw scanner.Place.Invalid("the summary", "does not have its checksum");
    }

    private static void ReadRecord(RecordScanner scanner, FileSummary summary)
    {
        RecordReader reader = scanner.Reader;
        switch (scanner.Opcode)
        {
            case Opcode.Schema or Opcode.Channel:
                summary.Definitions.Add(scanner.Opcode, reader, scanner.Place);
                break;
            case Opcode.Statistics:
                summary.Statistics = McapStatistics.Read(ref reader);
                break;
            case Opcode.ChunkIndex:
                summary.Chunks.Add(McapChunkIndex.Read(ref reader, summary.Chunks.Count > 0 ? summary.Chunks[^1].Channels : []));
                break;
            case Opcode.AttachmentIndex:
                summary.Attachments.Add(McapAttachmentIndex.Read(ref reader));
                break;
            case Opcode.MetadataIndex:
                summary.Metadata.Add(McapMetadataIndex.Read(ref reader));
                break;
            case Opcode.SummaryOffset or > Opcode.DataEnd:
                break;
            default:
                throw scanner.Place.Invalid("the record", "may not stand in a summary");
        }
    }
}

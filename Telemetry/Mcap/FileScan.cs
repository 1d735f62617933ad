using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mcap;

/// <summary>Reads a file from front to back, checks all there is to check, and gathers what a summary would say.</summary>
internal sealed class FileScan
{
    private readonly RecordScanner scanner;
    private readonly FileSummary summary = new();
    private readonly Dictionary<ushort, ulong> counts = [];
    private ulong messages, startTime = ulong.MaxValue, endTime;
    private bool dataEnded;

    private FileScan(RecordScanner scanner) => this.scanner = scanner;

    /// <summary>Scans a whole file.</summary>
    /// <exception cref="InvalidInputException">It was cut, or is damaged anywhere.</exception>
    public static FileSummary Run(Stream stream, string? name)
    {
        FileScan scan = new(new RecordScanner(stream, name, summing: true));
        SummaryReader.ReadHeader(scan.scanner, scan.summary);
        while (scan.scanner.MoveNext()) scan.Take();
        if (!scan.scanner.Closed || !scan.dataEnded)
            throw new InvalidInputException(scan.scanner.Name, "the file", "does not close as an MCAP file does, so it was cut", "recover it");
        scan.summary.Statistics = scan.Statistics();
        return scan.summary;
    }

    private void Take()
    {
        RecordPlace place = scanner.Place;
        switch (scanner.Opcode)
        {
            case Opcode.Schema or Opcode.Channel when !dataEnded:
                summary.Definitions.Add(scanner.Opcode, scanner.Reader, place);
                break;
            case Opcode.Message when !dataEnded:
                Count(MessageHeader(scanner.Reader), place);
                break;
            case Opcode.Chunk when !dataEnded:
                TakeChunk();
                break;
            case Opcode.MessageIndex when !dataEnded:
                TakeMessageIndex();
                break;
            case Opcode.Attachment when !dataEnded:
                TakeAttachment();
                break;
            case Opcode.Metadata when !dataEnded:
                summary.Metadata.Add(new McapMetadataIndex(McapMetadata.Read(scanner.Content, place).Name, scanner.Offset, scanner.Length));
                break;
            case Opcode.DataEnd when !dataEnded:
                uint checksum = scanner.Reader.U32();
                if (checksum != 0 && checksum != scanner.Checksum) throw place.Invalid("the data section", "does not have its checksum");
                dataEnded = true;
                break;
            case Opcode.Footer when !dataEnded:
                throw place.Invalid("the footer", "stands before the end of the data");
            default:
                break;   // the summary is checked where it is read; what is unknown is skipped
        }
    }

    private void TakeChunk()
    {
        ChunkRecords records = new(ChunkHeader.Unfold(scanner.Content, scanner.Place), scanner.Place);
        HashSet<ushort> channels = [];
        ulong start = ulong.MaxValue, end = 0;
        while (records.MoveNext())
        {
            if (records.Opcode is Opcode.Schema or Opcode.Channel) summary.Definitions.Add(records.Opcode, records.Reader, records.Place);
            if (records.Opcode != Opcode.Message) continue;
            MessageHeader message = MessageHeader(records.Reader);
            Count(message, records.Place);
            channels.Add(message.Channel);
            start = Math.Min(start, message.LogTime);
            end = Math.Max(end, message.LogTime);
        }
        if (channels.Count == 0) start = 0;
        summary.Chunks.Add(new McapChunkIndex(start, end, scanner.Offset, scanner.Length, IndexLength: 0, [.. channels]));
    }

    private void TakeMessageIndex()
    {
        if (summary.Chunks.Count == 0 || summary.Chunks[^1].End != scanner.Offset) return;
        summary.Chunks[^1] = summary.Chunks[^1] with { IndexLength = summary.Chunks[^1].IndexLength + scanner.Length };
    }

    private void TakeAttachment()
    {
        McapAttachment attachment = McapAttachment.Read(scanner.Content, scanner.Place);
        summary.Attachments.Add(new McapAttachmentIndex(attachment.Name, attachment.MediaType, attachment.LogTime, attachment.CreateTime,
            attachment.Data.Length, scanner.Offset, scanner.Length));
    }

    private static MessageHeader MessageHeader(RecordReader reader) => Mcap.MessageHeader.Read(ref reader);

    private void Count(in MessageHeader message, RecordPlace place)
    {
        McapChannel channel = summary.Definitions.Channel(message.Channel, place);
        if (channel.SchemaId != 0 && !summary.Definitions.Schemas.ContainsKey(channel.SchemaId))
            throw place.Invalid($"schema {channel.SchemaId} of channel {channel.Id}", "was not defined before");
        messages++;
        counts[message.Channel] = counts.GetValueOrDefault(message.Channel) + 1;
        startTime = Math.Min(startTime, message.LogTime);
        endTime = Math.Max(endTime, message.LogTime);
    }

    private McapStatistics Statistics() => new(messages, (ushort)summary.Definitions.Schemas.Count, (uint)summary.Definitions.Channels.Count,
        (uint)summary.Attachments.Count, (uint)summary.Metadata.Count, (uint)summary.Chunks.Count, messages == 0 ? 0 : startTime, endTime, counts);
}

using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mcap;

/// <summary>
/// Makes a whole file of one that was cut or damaged. A chunk is kept if it is sound, all of it, else dropped, all of it; so is each
/// message, schema, channel, attachment and metadata record outside the chunks. What is damaged is passed over as long as the lengths
/// of the records allow; where they do not, the rest is dropped. Messages outside chunks carry no checksum: of those a file that is
/// cut keeps all that stand whole, and damage within one shows only in the checksum over all data, see
/// <see cref="RecoveryResult.WasWhole"/>.
/// <para>Schemas and channels are numbered anew. Memory: as <see cref="McapReader"/> and <see cref="McapWriter"/> together.</para>
/// </summary>
public sealed class McapRecovery
{
    private readonly RecordScanner scanner;
    private readonly McapWriter writer;
    private readonly RecoveryLedger ledger = new();
    private readonly RecoveredDefinitions definitions;
    private readonly bool chunked;
    private bool dataEnded;

    private McapRecovery(RecordScanner scanner, McapWriter writer, Definitions? fromSummary, bool chunked)
    {
        this.scanner = scanner;
        this.writer = writer;
        this.chunked = chunked;
        definitions = new RecoveredDefinitions(writer, fromSummary);
    }

    /// <summary>Reads <paramref name="input"/> and writes what is sound of it as a whole file, compressed as its first chunk was.</summary>
    /// <param name="input">The damaged file; must be able to seek. It is only read.</param>
    /// <param name="output">Another stream, written from where it stands.</param>
    /// <param name="name">What messages call the damaged file; by default its path.</param>
    /// <exception cref="InvalidInputException">The input is no MCAP file, or one of another version; nothing was written.</exception>
    /// <exception cref="IOException">A stream failed.</exception>
    public static RecoveryResult Recover(Stream input, Stream output, string? name = null)
    {
        RecoverySurvey survey = RecoverySurvey.Of(input, name);
        using McapWriter target = new(output, survey.Options);
        McapRecovery recovery = new(new RecordScanner(input, name, summing: true), target, survey.Definitions, survey.Options.Chunked);
        if (survey.Damage is not null) recovery.ledger.Damaged(survey.Damage);
        recovery.Run();
        target.Finish();
        return recovery.ledger.Result();
    }

    private void Run()
    {
        try
        {
            while (scanner.MoveNext()) TryTake();
            if (!scanner.Closed || !dataEnded) ledger.Damaged($"{scanner.Name}: the file does not close as an MCAP file does, so it was cut");
        }
        catch (InvalidInputException e)
        {
            // no record can be told from here on
            ledger.Damaged(e.Message);
            ledger.DropTail(scanner.FileLength - scanner.Offset, scanner.Offset < scanner.FileLength && scanner.OpcodeOfCut == Opcode.Chunk);
        }
    }

    private void TryTake()
    {
        try
        {
            Take();
        }
        catch (InvalidInputException e)
        {
            ledger.Damaged(e.Message);
            ledger.Drop(scanner);
        }
    }

    private void Take()
    {
        RecordPlace place = scanner.Place;
        if (scanner.Opcode == Opcode.MessageIndex) ledger.CountIndex(scanner);
        else if (scanner.Opcode <= Opcode.DataEnd) ledger.EndOfIndexes();
        switch (scanner.Opcode)
        {
            case Opcode.Schema or Opcode.Channel when !dataEnded:   // those of the summary are known
                definitions.Add(scanner.Opcode, scanner.Reader, place);
                break;
            case Opcode.Message:
                Keep(scanner.Reader, scanner.Content, place);
                break;
            case Opcode.Chunk:
                TakeChunk();
                break;
            case Opcode.Attachment:
                McapAttachment attachment = McapAttachment.Read(scanner.Content, place);
                writer.Attach(attachment.Name, attachment.MediaType, attachment.LogTime, attachment.CreateTime, attachment.Data.Span);
                ledger.AttachmentsKept++;
                break;
            case Opcode.Metadata:
                McapMetadata metadata = McapMetadata.Read(scanner.Content, place);
                writer.AddMetadata(metadata.Name, metadata.Pairs);
                ledger.MetadataKept++;
                break;
            case Opcode.DataEnd:
                dataEnded = true;
                uint checksum = scanner.Reader.U32();
                if (checksum != 0 && checksum != scanner.Checksum) ledger.Damaged(place.Invalid("the data section", "does not have its checksum").Message);
                break;
            default:
                break;
        }
    }

    private void TakeChunk()
    {
        byte[] content = ChunkHeader.Unfold(scanner.Content, scanner.Place);
        // all of it must be sound before any of it is kept
        ChunkRecords records = new(content, scanner.Place);
        while (records.MoveNext()) RecoveredDefinitions.Check(records.Opcode, records.Reader);
        records = new ChunkRecords(content, scanner.Place);
        while (records.MoveNext())
        {
            try
            {
                if (records.Opcode == Opcode.Message) Keep(records.Reader, records.Content.Span, records.Place);
                else definitions.Add(records.Opcode, records.Reader, records.Place);
            }
            catch (InvalidInputException e)
            {
                ledger.Damaged(e.Message);
                if (records.Opcode == Opcode.Message) ledger.MessagesDropped++;
                ledger.BytesDropped += Limits.RecordPrefix + records.Content.Length;
            }
        }
        ledger.ChunksKept++;
        if (chunked) writer.EndChunk();
    }

    private void Keep(RecordReader reader, ReadOnlySpan<byte> content, RecordPlace place)
    {
        MessageHeader header = MessageHeader.Read(ref reader);
        ReadOnlySpan<byte> data = content[MessageHeader.Size..];
        if (data.Length > Limits.Message) throw place.Invalid($"a message of {data.Length} bytes", $"exceeds {Limits.Message}");
        writer.Write(definitions.ChannelOf(header.Channel, place), header.Sequence, header.LogTime, header.PublishTime, data);
        ledger.MessagesKept++;
    }
}

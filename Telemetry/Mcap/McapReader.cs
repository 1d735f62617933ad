using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mcap;

/// <summary>
/// Reads an MCAP file: by its summary, or by one scan of the whole file where it has none. Checksums that are not zero are checked
/// on all that is read. Bad input of any kind ends in an <see cref="InvalidInputException"/>; a file that was cut is refused, see
/// <see cref="McapRecovery"/>.
/// <para>Memory: the definitions and indexes, at most some ten times the bytes they take in the file, and while reading one record
/// and one decompressed chunk. A record longer than 64 MiB is not read. A chunk is decompressed only if it holds at most 64 MiB and
/// no more than its compressed bytes can unfold to: 255 times their number by LZ4, by Zstandard what the frame itself says.</para>
/// <para>For one thread. Source: https://mcap.dev/spec.</para>
/// </summary>
public sealed class McapReader
{
    private readonly Stream stream;
    private readonly string? name;
    private readonly FileSummary summary;

    /// <summary>Reads the summary.</summary>
    /// <param name="stream">The file; must be able to seek. Remains the caller's, and open as long as this is used.</param>
    /// <param name="name">What messages call the file; by default its path.</param>
    /// <exception cref="InvalidInputException">It is no MCAP file, of another version, cut, or damaged.</exception>
    public McapReader(Stream stream, string? name = null)
    {
        this.stream = stream;
        this.name = name;
        FileSummary? given = SummaryReader.TryRead(stream, name);
        HasSummary = given is not null;
        summary = given ?? FileScan.Run(stream, name);
    }

    /// <summary>Whether the file has a summary that leaves nothing out, so that it need not be scanned.</summary>
    public bool HasSummary { get; }

    /// <summary>Which convention the topics and encodings follow.</summary>
    public string Profile => summary.Profile;

    /// <summary>What wrote the file.</summary>
    public string Library => summary.Library;

    /// <summary>What the file holds.</summary>
    public McapStatistics Statistics => summary.Statistics!;

    /// <summary>Schemas, by id.</summary>
    public IReadOnlyDictionary<ushort, McapSchema> Schemas => summary.Definitions.Schemas;

    /// <summary>Channels, by id.</summary>
    public IReadOnlyDictionary<ushort, McapChannel> Channels => summary.Definitions.Channels;

    /// <summary>Where the chunks are, in the order of the file.</summary>
    public IReadOnlyList<McapChunkIndex> Chunks => summary.Chunks;

    /// <summary>The attachments there are, in the order of the file.</summary>
    public IReadOnlyList<McapAttachmentIndex> Attachments => summary.Attachments;

    /// <summary>The metadata there are, in the order of the file.</summary>
    public IReadOnlyList<McapMetadataIndex> Metadata => summary.Metadata;

    /// <summary>Messages in the order of the file. Chunks without any that are wanted are passed over.</summary>
    /// <param name="topics">Wanted topics; all if null.</param>
    /// <param name="from">Earliest log time wanted, ns.</param>
    /// <param name="to">Log time before which a message must be, ns; no limit if null.</param>
    /// <exception cref="InvalidInputException">While going through them: the file is damaged.</exception>
    public IEnumerable<McapMessage> Messages(IReadOnlyCollection<string>? topics = null, ulong from = 0, ulong? to = null)
    {
        MessageFilter filter = new(Channels, topics, from, to);
        RecordScanner scanner = new(stream, name);
        int chunk = 0;
        while (true)
        {
            while (chunk < Chunks.Count && Chunks[chunk].Offset < scanner.Offset + scanner.Length) chunk++;
            if (chunk < Chunks.Count && Chunks[chunk].Offset == scanner.Offset + scanner.Length && !filter.MayPass(Chunks[chunk]))
            {
                scanner.Seek(Chunks[chunk].End);
                continue;
            }
            if (!scanner.MoveNext() || scanner.Opcode == Opcode.Footer) throw scanner.Place.Invalid("the file", "ends before its data do");
            if (scanner.Opcode == Opcode.DataEnd) yield break;
            if (scanner.Opcode == Opcode.Message && TryRead(scanner.Reader, scanner.Place, filter, out MessageHeader header))
                yield return Message(header, scanner.Content[MessageHeader.Size..].ToArray(), scanner.Place);
            if (scanner.Opcode != Opcode.Chunk) continue;
            ChunkRecords records = new(ChunkHeader.Unfold(scanner.Content, scanner.Place), scanner.Place);
            while (records.MoveNext())
            {
                if (records.Opcode == Opcode.Message && TryRead(records.Reader, records.Place, filter, out header))
                    yield return Message(header, records.Content[MessageHeader.Size..], records.Place);
            }
        }
    }

    /// <summary>Reads an attachment and checks it.</summary>
    /// <param name="index">One of <see cref="Attachments"/>.</param>
    /// <exception cref="InvalidInputException">It is damaged, or not there.</exception>
    public McapAttachment Read(McapAttachmentIndex index)
    {
        RecordScanner scanner = At(index.Offset, index.Length, Opcode.Attachment);
        return McapAttachment.Read(scanner.Content, scanner.Place);
    }

    /// <summary>Reads a named set of texts.</summary>
    /// <param name="index">One of <see cref="Metadata"/>.</param>
    /// <exception cref="InvalidInputException">It is damaged, or not there.</exception>
    public McapMetadata Read(McapMetadataIndex index)
    {
        RecordScanner scanner = At(index.Offset, index.Length, Opcode.Metadata);
        return McapMetadata.Read(scanner.Content, scanner.Place);
    }

    /// <summary>Reads the whole file and checks everything, also the checksum over all data and that the summary counted right.</summary>
    /// <exception cref="InvalidInputException">Something is damaged.</exception>
    public void Verify()
    {
        FileSummary found = FileScan.Run(stream, name);
        if (!found.Statistics!.SameAs(Statistics))
            throw new InvalidInputException(new RecordScanner(stream, name).Name, "the summary", "counts other than the file holds", "recover the file");
    }

    private static bool TryRead(RecordReader reader, RecordPlace place, MessageFilter filter, out MessageHeader header)
    {
        header = MessageHeader.Read(ref reader);
        return filter.Passes(header);
    }

    private McapMessage Message(in MessageHeader header, ReadOnlyMemory<byte> data, RecordPlace place) =>
        new(summary.Definitions.Channel(header.Channel, place), header.Sequence, header.LogTime, header.PublishTime, data);

    private RecordScanner At(long offset, long length, Opcode opcode)
    {
        RecordScanner scanner = new(stream, name);
        scanner.Seek(offset);
        if (!scanner.MoveNext() || scanner.Opcode != opcode || scanner.Length != length) throw scanner.Place.Invalid("the record", $"is not the {opcode} that the summary says");
        return scanner;
    }
}

using System.IO.Hashing;

namespace Locomotion.Telemetry.Mcap;

/// <summary>
/// Writes an MCAP file, for one thread. Every schema and channel stands in the file before the first message that needs it, so
/// whatever suffix of the file is lost, what remains can be recovered: <see cref="McapRecovery"/>.
/// <para>Once its buffers have grown, <see cref="Write"/> and <see cref="EndChunk"/> allocate nothing but the memory of the chunks
/// written, for the summary: for an hour of twenty chunks a second and ten channels 4 MB, held in up to twice as much.</para>
/// <para>When the stream fails, the exception passes to the caller and the writer is done: each later call throws an
/// <see cref="IOException"/> and nothing more is written. Disposing writes nothing: a file not finished is one to be recovered.</para>
/// <para>Source: https://mcap.dev/spec.</para>
/// </summary>
public sealed class McapWriter : IDisposable
{
    private readonly McapWriterOptions options;
    private readonly McapOutput output;
    private readonly ChunkCompressor compressor;
    private readonly ChunkLog chunks;
    private readonly SummaryWriter summary;
    private readonly ChunkWriter chunk = new();
    private readonly RecordWriter buffer = new(64 << 10);
    private readonly List<bool> schemaWritten = [], channelWritten = [];   // by id − 1
    private bool finished;

    /// <summary>Opens a file: magic and header.</summary>
    /// <param name="stream">Written from where it stands, which counts as the start of the file. Remains the caller's.</param>
    /// <param name="options">How to write; the defaults if null.</param>
    /// <exception cref="IOException">The stream failed.</exception>
    public McapWriter(Stream stream, McapWriterOptions? options = null)
    {
        this.options = options ?? new McapWriterOptions();
        output = new McapOutput(stream);
        compressor = new ChunkCompressor(this.options.Compression);
        chunks = new ChunkLog(compressor.Name);
        summary = new SummaryWriter(chunks);
        buffer.Bytes(Magic.Bytes);
        int header = buffer.Begin(Opcode.Header);
        buffer.Text(this.options.Profile);
        buffer.Text(this.options.Library);
        buffer.End(header);
        output.Write(buffer);
    }

    /// <summary>Bytes written so far; what waits in the chunk is not among them.</summary>
    public long Position => output.Position;

    /// <summary>Makes a schema known; gives its id. It is written with the first message that needs it.</summary>
    /// <exception cref="ArgumentException">It exceeds 8 MiB, or there are 65 535 already.</exception>
    /// <exception cref="IOException">The stream failed before.</exception>
    /// <exception cref="InvalidOperationException">The file is finished.</exception>
    public ushort AddSchema(string name, string encoding, ReadOnlySpan<byte> data)
    {
        ThrowIfDone();
        McapSchema schema = new(NextId(summary.Schemas.Count), name, encoding, data.ToArray());
        ThrowIfLong(Measured(schema.Write), Limits.Definition, "A schema");
        summary.Schemas.Add(schema);
        schemaWritten.Add(false);
        return schema.Id;
    }

    /// <summary>Makes a channel known; gives its id. It is written with its first message.</summary>
    /// <param name="schemaId">Of its schema; 0 for none.</param>
    /// <param name="topic">Its name.</param>
    /// <param name="messageEncoding">What its messages are.</param>
    /// <param name="metadata">Whatever else is to be said; null for nothing.</param>
    /// <exception cref="ArgumentException">There is no such schema, or the record exceeds 8 MiB, or there are 65 535 channels already.</exception>
    /// <exception cref="IOException">The stream failed before.</exception>
    /// <exception cref="InvalidOperationException">The file is finished.</exception>
    public ushort AddChannel(ushort schemaId, string topic, string messageEncoding, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ThrowIfDone();
        if (schemaId > summary.Schemas.Count) throw new ArgumentException($"There is no schema {schemaId}; add it first.", nameof(schemaId));
        McapChannel channel = new(NextId(summary.Channels.Count), schemaId, topic, messageEncoding,
            metadata is null ? new Dictionary<string, string>() : new Dictionary<string, string>(metadata));
        ThrowIfLong(Measured(channel.Write), Limits.Definition, "A channel");
        summary.Channels.Add(channel);
        summary.MessageCounts.Add(0);
        channelWritten.Add(false);
        return channel.Id;
    }

    /// <summary>Adds a message to the chunk, or to what <see cref="EndChunk"/> will write; writes by itself when that grows too large.</summary>
    /// <param name="channel">Id that <see cref="AddChannel"/> gave.</param>
    /// <param name="sequence">Counts the channel's messages; 0 if nobody does.</param>
    /// <param name="logTime">When it was recorded, ns.</param>
    /// <param name="publishTime">When it was made, ns.</param>
    /// <param name="data">The message, encoded as the channel says.</param>
    /// <exception cref="ArgumentException">There is no such channel, or the message exceeds 32 MiB.</exception>
    /// <exception cref="IOException">The stream failed, now or before.</exception>
    /// <exception cref="InvalidOperationException">The file is finished.</exception>
    public void Write(ushort channel, uint sequence, ulong logTime, ulong publishTime, ReadOnlySpan<byte> data)
    {
        ThrowIfDone();
        if (channel == 0 || channel > summary.Channels.Count) throw new ArgumentException($"There is no channel {channel}; add it first.", nameof(channel));
        ThrowIfLong(data.Length, Limits.Message, "A message");
        long length = (long)chunk.Records.Length + Limits.RecordPrefix + MessageHeader.Size + data.Length;
        if (chunk.Records.Length > 0 && length > options.MaximumChunkSize) EndChunk();
        Define(summary.Channels[channel - 1], chunk.Records);
        MessageHeader header = new(channel, sequence, logTime, publishTime);
        if (options.Chunked) chunk.Add(header, data);
        else header.Write(chunk.Records, data);
        summary.Count(header);
    }

    /// <summary>
    /// Compresses and writes the chunk and its message indexes, if it holds anything, and flushes the stream: from now on the end of
    /// this process loses none of it. Without chunks, writes the messages that wait.
    /// </summary>
    /// <exception cref="IOException">The stream failed, now or before.</exception>
    /// <exception cref="InvalidOperationException">The file is finished.</exception>
    public void EndChunk()
    {
        ThrowIfDone();
        if (chunk.Records.Length > 0)
        {
            if (options.Chunked) WriteChunk();
            else output.Write(chunk.Records.Written);
            chunk.Clear();
        }
        output.Flush();
    }

    /// <summary>Writes a file into the file, at once: before the chunk that is being filled; without chunks, after the messages that wait.</summary>
    /// <param name="name">Its file name.</param>
    /// <param name="mediaType">What it is: "application/json".</param>
    /// <param name="logTime">When it is recorded, ns.</param>
    /// <param name="createTime">When it was made, ns; 0 if unknown.</param>
    /// <param name="data">Its content.</param>
    /// <exception cref="ArgumentException">The record exceeds 64 MiB.</exception>
    /// <exception cref="IOException">The stream failed, now or before.</exception>
    /// <exception cref="InvalidOperationException">The file is finished.</exception>
    public void Attach(string name, string mediaType, ulong logTime, ulong createTime, ReadOnlySpan<byte> data)
    {
        ThrowIfDone();
        buffer.Clear();
        int start = buffer.Begin(Opcode.Attachment);
        buffer.U64(logTime);
        buffer.U64(createTime);
        buffer.Text(name);
        buffer.Text(mediaType);
        buffer.U64((ulong)data.Length);
        long length = (long)buffer.Length + data.Length + 4;
        buffer.SetU64(start + 1, (ulong)length - Limits.RecordPrefix);
        Crc32 crc = new();
        crc.Append(buffer.Written[Limits.RecordPrefix..]);
        crc.Append(data);
        ThrowIfLong(length, Limits.Record, "An attachment");
        if (!options.Chunked) EndChunk();
        long offset = output.Position;
        output.Write(buffer);
        output.Write(data);
        buffer.U32(crc.GetCurrentHashAsUInt32());
        output.Write(buffer);
        output.Flush();
        summary.Attachments.Add(new McapAttachmentIndex(name, mediaType, logTime, createTime, data.Length, offset, length));
    }

    /// <summary>Writes a named set of texts, at once: before the chunk that is being filled; without chunks, after the messages that wait.</summary>
    /// <exception cref="ArgumentException">The record exceeds 64 MiB.</exception>
    /// <exception cref="IOException">The stream failed, now or before.</exception>
    /// <exception cref="InvalidOperationException">The file is finished.</exception>
    public void AddMetadata(string name, IReadOnlyDictionary<string, string> pairs)
    {
        ThrowIfDone();
        McapMetadata metadata = new(name, pairs);
        int length = Measured(metadata.Write);
        ThrowIfLong(length, Limits.Record, "A metadata record");
        if (!options.Chunked) EndChunk();
        buffer.Clear();
        metadata.Write(buffer);
        long offset = output.Position;
        output.Write(buffer);
        output.Flush();
        summary.Metadata.Add(new McapMetadataIndex(name, offset, length));
    }

    /// <summary>Ends the chunk and closes the file: end of data, summary, footer. Flushes the stream; nothing may follow.</summary>
    /// <exception cref="IOException">The stream failed, now or before.</exception>
    /// <exception cref="InvalidOperationException">The file is finished.</exception>
    public void Finish()
    {
        EndChunk();
        buffer.Clear();
        // what no message needed
        foreach (McapSchema schema in summary.Schemas) Define(schema, buffer);
        foreach (McapChannel channel in summary.Channels) Define(channel, buffer);
        output.Write(buffer);
        uint checksum = output.Checksum;
        int end = buffer.Begin(Opcode.DataEnd);
        buffer.U32(checksum);
        buffer.End(end);
        output.Write(buffer);
        summary.Write(buffer, output);
        finished = true;
    }

    /// <summary>Gives back memory. Writes nothing, and leaves the stream open.</summary>
    public void Dispose() => compressor.Dispose();

    private void WriteChunk()
    {
        ReadOnlySpan<byte> records = chunk.Records.Written;
        long offset = output.Position;
        buffer.Clear();   // an attachment that was refused may have begun
        int start = buffer.Begin(Opcode.Chunk);
        buffer.U64(chunk.StartTime);
        buffer.U64(chunk.EndTime);
        buffer.U64((ulong)records.Length);
        buffer.U32(Crc32.HashToUInt32(records));
        buffer.Text(compressor.Name);
        int sizeAt = buffer.Length;
        buffer.U64(0);
        int from = buffer.Length;
        compressor.Append(records, buffer);
        int compressedSize = buffer.Length - from, length = buffer.Length;
        buffer.SetU64(sizeAt, (ulong)compressedSize);
        buffer.End(start);
        for (int k = 0; k < chunk.Channels.Count; k++) chunk.WriteIndex(chunk.Channels[k], buffer);
        output.Write(buffer);
        chunks.Add(chunk, offset, length, compressedSize);
    }

    private void Define(McapChannel channel, RecordWriter target)
    {
        if (channelWritten[channel.Id - 1]) return;
        if (channel.SchemaId != 0) Define(summary.Schemas[channel.SchemaId - 1], target);
        channel.Write(target);
        channelWritten[channel.Id - 1] = true;
    }

    private void Define(McapSchema schema, RecordWriter target)
    {
        if (schemaWritten[schema.Id - 1]) return;
        schema.Write(target);
        schemaWritten[schema.Id - 1] = true;
    }

    private void ThrowIfDone()
    {
        output.ThrowIfFailed();
        if (finished) throw new InvalidOperationException("The file is finished.");
    }

    private static ushort NextId(int count) => count < ushort.MaxValue
        ? (ushort)(count + 1)
        : throw new ArgumentException($"A file has at most {ushort.MaxValue} schemas and as many channels.", nameof(count));

    private static void ThrowIfLong(long length, long limit, string what)
    {
        if (length > limit) throw new ArgumentException($"{what} of {length} bytes exceeds {limit}.", nameof(length));
    }

    private static int Measured(Action<RecordWriter> write)
    {
        RecordWriter scratch = new();
        write(scratch);
        return scratch.Length;
    }
}

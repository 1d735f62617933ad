using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mcap;

/// <summary>What a file holds and where.</summary>
internal sealed class FileSummary
{
    public string Profile { get; set; } = "";

    public string Library { get; set; } = "";

    public Definitions Definitions { get; } = new();

    public List<McapChunkIndex> Chunks { get; } = [];

    public List<McapAttachmentIndex> Attachments { get; } = [];

    public List<McapMetadataIndex> Metadata { get; } = [];

    public McapStatistics? Statistics { get; set; }

    /// <summary>
    /// Whether nothing is missing, so that the file can be read by it. A writer may leave out any part; then the file is scanned.
    /// </summary>
    public bool IsComplete()
    {
        if (Statistics is null || !Definitions.AreComplete) return false;
        bool counts = Statistics.ChannelCount == Definitions.Channels.Count && Statistics.ChunkCount == Chunks.Count
            && Statistics.AttachmentCount == Attachments.Count && Statistics.MetadataCount == Metadata.Count;
        if (!counts) return false;
        IReadOnlyList<ushort>? known = null;
        foreach (McapChunkIndex chunk in Chunks)
        {
            if (ReferenceEquals(chunk.Channels, known)) continue;
            known = chunk.Channels;
            for (int k = 0; k < known.Count; k++)
                if (!Definitions.Channels.ContainsKey(known[k])) return false;
        }
        return true;
    }

    /// <summary>Puts the indexes into the order of the file.</summary>
    /// <exception cref="InvalidInputException">They overlap, or point outside the data section: reading by them would read things twice.</exception>
    public void Sort(long dataEnd, string name)
    {
        Chunks.Sort((a, b) => a.Offset.CompareTo(b.Offset));
        Attachments.Sort((a, b) => a.Offset.CompareTo(b.Offset));
        Metadata.Sort((a, b) => a.Offset.CompareTo(b.Offset));
        long free = Magic.Bytes.Length;
        foreach (McapChunkIndex chunk in Chunks) Check(chunk.Offset, chunk.Length, chunk.IndexLength, ref free, dataEnd, name);
        free = Magic.Bytes.Length;
        foreach (McapAttachmentIndex attachment in Attachments) Check(attachment.Offset, attachment.Length, 0, ref free, dataEnd, name);
        free = Magic.Bytes.Length;
        foreach (McapMetadataIndex metadata in Metadata) Check(metadata.Offset, metadata.Length, 0, ref free, dataEnd, name);
    }

    private static void Check(long offset, long length, long more, ref long free, long dataEnd, string name)
    {
        // subtractions of numbers in range: no sum overflows
        bool inside = offset >= free && offset <= dataEnd && length >= Limits.RecordPrefix && length <= dataEnd - offset
            && more <= dataEnd - offset - length;
        if (!inside) throw new InvalidInputException($"{name}, summary", $"an index of byte {offset}", "overlaps another or lies outside the data", "recover the file");
        free = offset + length + more;
    }
}

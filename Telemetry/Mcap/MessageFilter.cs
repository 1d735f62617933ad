namespace Locomotion.Telemetry.Mcap;

/// <summary>Which messages are wanted.</summary>
internal sealed class MessageFilter
{
    private readonly HashSet<ushort>? channels;   // null: all
    private readonly ulong from;
    private readonly ulong? to;

    public MessageFilter(IReadOnlyDictionary<ushort, McapChannel> all, IReadOnlyCollection<string>? topics, ulong from, ulong? to)
    {
        (this.from, this.to) = (from, to);
        if (topics is null) return;
        HashSet<string> wanted = [.. topics];
        channels = [];
        foreach (McapChannel channel in all.Values)
            if (wanted.Contains(channel.Topic)) channels.Add(channel.Id);
    }

    public bool Passes(in MessageHeader message) =>
        message.LogTime >= from && !(message.LogTime >= to) && (channels is null || channels.Contains(message.Channel));

    /// <summary>Whether a message of the chunk may be wanted, as far as its index says.</summary>
    public bool MayPass(in McapChunkIndex chunk)
    {
        if (chunk.Channels.Count == 0) return true;   // the index does not say
        if (chunk.EndTime < from || chunk.StartTime >= to) return false;
        if (channels is null) return true;
        for (int k = 0; k < chunk.Channels.Count; k++)
            if (channels.Contains(chunk.Channels[k])) return true;
        return false;
    }
}

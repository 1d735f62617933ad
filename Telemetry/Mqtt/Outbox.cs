using System.Collections.Concurrent;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>
/// What is to be said beside frames and figures: answers, events, and what holds. The latter is also remembered, to be said again to a broker
/// that was away. Any thread may put, one takes.
/// </summary>
internal sealed class Outbox(AnimalTopics topics) : IAnimalVoice, IDisposable
{
    /// <summary>Words that may wait; more are lost, and counted.</summary>
    public const int Room = 1024;

    private readonly ConcurrentQueue<OutMessage> waiting = new();
    private readonly SortedDictionary<string, byte[]> kept = new(StringComparer.Ordinal);
    private readonly Queue<string> again = [];          // topics of what holds, to be said once more; guarded by kept
    private long lost;

    /// <summary>Set whenever something waits.</summary>
    public AutoResetEvent Filled { get; } = new(initialState: false);

    /// <summary>Words lost since the start.</summary>
    public long Lost => Interlocked.Read(ref lost);

    /// <summary>Whether nothing waits.</summary>
    public bool IsEmpty
    {
        get
        {
            lock (kept) return again.Count == 0 && waiting.IsEmpty;
        }
    }

    /// <summary>
    /// Says all that holds again, however much it is, to a broker that may have forgotten it: before anything that waits, and the state first, so
    /// that nobody takes the animal for lost any longer, or what it is and has for that of an earlier session.
    /// </summary>
    public void Repeat()
    {
        string state = topics["state"];
        lock (kept)
        {
            again.Clear();
            if (kept.ContainsKey(state)) again.Enqueue(state);
            foreach (string topic in kept.Keys)
            {
                if (topic != state) again.Enqueue(topic);
            }
        }
        Filled.Set();
    }

    /// <summary>The broker has heard that a word on that topic, in full, is taken back; it need not hear so again. Any thread.</summary>
    public void Forget(string topic)
    {
        lock (kept)
        {
            if (kept.TryGetValue(topic, out byte[]? payload) && payload.Length == 0) kept.Remove(topic);
        }
    }

    /// <summary>Whether a word on that topic holds.</summary>
    public bool Keeps(string topic)
    {
        lock (kept) return kept.TryGetValue(topics[topic], out byte[]? payload) && payload.Length > 0;
    }

    /// <inheritdoc/>
    public void Say(string topic, byte[] payload) => Put(new OutMessage(topics[topic], payload, Sure: true, Retain: false));

    /// <inheritdoc/>
    public void Keep(string topic, byte[] payload)
    {
        lock (kept)
        {
            kept[topics[topic]] = payload;      // an empty one too: a broker may hold the word until it has heard so
            Put(new OutMessage(topics[topic], payload, Sure: true, Retain: true));
        }
    }

    /// <summary>A line of the log, to those who listen now. With QoS 0.</summary>
    public void Log(string level, byte[] payload) => Put(new OutMessage(topics[$"log/{level}"], payload, Sure: false, Retain: false));

    /// <inheritdoc/>
    public void Reply(in ReplyPath path, string? topic, byte[] payload)
    {
        if (topic is not null) Put(new OutMessage(topics[topic], payload, Sure: true, Retain: false, path.Correlation));
        // only below the tree's replies: a client must not make the animal speak on other topics with the animal's rights
        if (path.Topic is { } wanted && wanted != (topic is null ? null : topics[topic]) && IsReplyTopic(wanted))
            Put(new OutMessage(wanted, payload, Sure: true, Retain: false, path.Correlation));
    }

    /// <summary>The next word; false if none waits.</summary>
    /// <remarks>Of what holds, the newest: a broker that comes back must not hear old words after new ones.</remarks>
    public bool TryTake(out OutMessage message)
    {
        lock (kept)
        {
            if (again.TryDequeue(out string? topic)) message = new OutMessage(topic, [], Sure: true, Retain: true);
            else if (!waiting.TryDequeue(out message)) return false;
            if (message.Retain) message = message with { Payload = kept.GetValueOrDefault(message.Topic) ?? [] };     // none if it was taken back
            return true;
        }
    }

    public void Dispose() => Filled.Dispose();

    private bool IsReplyTopic(string topic)
    {
        if (!topic.StartsWith(topics.Tree, StringComparison.Ordinal) || topic.AsSpan().IndexOfAny('+', '#', '\0') >= 0) return false;
        string[] levels = topic[topics.Tree.Length..].Split('/');
        return levels.Length >= 3 && levels[1] == "reply";
    }

    private void Put(OutMessage message)
    {
        if (waiting.Count >= Room) Interlocked.Increment(ref lost);
        else waiting.Enqueue(message);
        Filled.Set();
    }
}

/// <summary>Something to be said.</summary>
/// <param name="Topic">In full.</param>
/// <param name="Payload">The bytes.</param>
/// <param name="Sure">QoS 1 rather than 0.</param>
/// <param name="Retain">Whether the broker is to keep it.</param>
/// <param name="Correlation">That of the command that it answers.</param>
internal readonly record struct OutMessage(string Topic, byte[] Payload, bool Sure, bool Retain, byte[]? Correlation = null);

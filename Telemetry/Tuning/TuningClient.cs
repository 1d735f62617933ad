using Locomotion.Controller;

namespace Locomotion.Telemetry.Tuning;

/// <summary>What the desk remembers of one client: its candidate, its last replies, when it asked.</summary>
internal sealed class TuningClient(TimeProvider clock)
{
    /// <summary>Requests that a client may make in a second.</summary>
    public const int MostPerSecond = 20;

    private const int MostReplies = 64;

    private readonly Dictionary<string, TuningReply> replies = [];
    private readonly Queue<string> order = [];
    private readonly long[] asked = new long[MostPerSecond];    // timestamps, the oldest at next
    private int next, count;

    /// <summary>What waits to be committed.</summary>
    public TuningCandidate? Candidate { get; set; }

    /// <summary>When it asked last.</summary>
    public long LastAsked { get; private set; }

    /// <summary>Counts a request; false if there were too many in the last second.</summary>
    public bool TryAsk()
    {
        long now = LastAsked = clock.GetTimestamp();
        if (count == MostPerSecond && clock.GetElapsedTime(asked[next], now) < TimeSpan.FromSeconds(1)) return false;
        asked[next] = now;
        next = (next + 1) % MostPerSecond;
        count = Math.Min(count + 1, MostPerSecond);
        return true;
    }

    /// <summary>The reply to a request that was made before; null if it was not, or too long ago.</summary>
    public TuningReply? Replied(string id) => replies.GetValueOrDefault(id);

    /// <summary>Remembers a reply in place of an earlier one to the same request.</summary>
    public void Remember(TuningReply reply)
    {
        if (!replies.ContainsKey(reply.Id)) order.Enqueue(reply.Id);
        replies[reply.Id] = reply;
        if (order.Count > MostReplies) replies.Remove(order.Dequeue());
    }
}

/// <summary>A set that waits to be committed.</summary>
internal sealed class TuningCandidate(ControllerParameters set, long baseVersion)
{
    /// <summary>The whole set.</summary>
    public ControllerParameters Set { get; } = set;

    /// <summary>The version that it was made from.</summary>
    public long BaseVersion { get; } = baseVersion;

    /// <summary>Whether a trial of it runs.</summary>
    public bool OnTrial { get; set; }

    /// <summary>How its trial ended; null if there was none.</summary>
    public TrialVerdict? Verdict { get; set; }
}

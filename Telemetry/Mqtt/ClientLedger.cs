namespace Locomotion.Telemetry.Mqtt;

/// <summary>
/// What is remembered of those who command, so that nobody is heard too often, or twice with the same word. Bounded: of too many clients the
/// one that was silent longest is forgotten.
/// </summary>
/// <param name="clock">Tells the time.</param>
internal sealed class ClientLedger(TimeProvider clock)
{
    /// <summary>Commands a second that a client may send, and at once after a silence.</summary>
    public const int CommandsPerSecond = 20;

    /// <summary>The same for drive, of which a stick sends many.</summary>
    public const int DrivesPerSecond = 100;

    /// <summary>Clients remembered, and of each its last replies.</summary>
    public const int MostClients = 64, MostReplies = 64;

    private readonly Dictionary<string, Client> clients = [];

    /// <summary>Whether the client may be heard now.</summary>
    public bool MaySpeak(string client, bool drive)
    {
        Client known = Find(client);
        return drive ? known.Drives.TryTake(clock) : known.Commands.TryTake(clock);
    }

    /// <summary>What was answered to a command that comes again; null if it is new.</summary>
    public byte[]? Answered(string client, string id) => Find(client).Replies.GetValueOrDefault(id);

    /// <summary>Remembers an answer.</summary>
    public void Answer(string client, string id, byte[] reply)
    {
        Client known = Find(client);
        if (known.Order.Count == MostReplies) known.Replies.Remove(known.Order.Dequeue());
        if (known.Replies.TryAdd(id, reply)) known.Order.Enqueue(id);
    }

    /// <summary>Whether a drive command is newer than the client's last one; that is forgotten when its time is over, since the client may have started anew.</summary>
    public bool IsNewer(string client, long seq, TimeSpan ttl)
    {
        Client known = Find(client);
        long now = clock.GetTimestamp();
        if (now < known.DriveEnd && seq <= known.Seq) return false;
        known.Seq = seq;
        known.DriveEnd = now + (long)(ttl.TotalSeconds * clock.TimestampFrequency);
        return true;
    }

    private Client Find(string name)
    {
        long now = clock.GetTimestamp();
        if (!clients.TryGetValue(name, out Client? client))
        {
            if (clients.Count == MostClients) clients.Remove(clients.MinBy(known => known.Value.Heard).Key);
            client = new Client(now);
            clients[name] = client;
        }
        client.Heard = now;
        return client;
    }

    private sealed class Client(long now)
    {
        public readonly Dictionary<string, byte[]> Replies = [];
        public readonly Queue<string> Order = [];
        public Allowance Commands = new(CommandsPerSecond, now), Drives = new(DrivesPerSecond, now);
        public long Heard, Seq, DriveEnd = now;
    }
}

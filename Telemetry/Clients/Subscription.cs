using System.Threading.Channels;

namespace Locomotion.Telemetry.Clients;

/// <summary>Messages on some topics, in the order in which they came. Of one that is not read for long only the newest are kept.</summary>
public sealed class Subscription : IDisposable
{
    /// <summary>Messages that may wait.</summary>
    public const int Room = 4096;

    private readonly Channel<BrokerMessage> waiting;
    private readonly Action<Subscription> forget;
    private long lost;

    internal Subscription(IReadOnlyList<string> filters, Action<Subscription> forget)
    {
        (Filters, this.forget) = (filters, forget);
        waiting = Channel.CreateBounded<BrokerMessage>(new BoundedChannelOptions(Room) { FullMode = BoundedChannelFullMode.DropOldest }, _ => Interlocked.Increment(ref lost));
    }

    /// <summary>Topics, as MQTT filters them.</summary>
    public IReadOnlyList<string> Filters { get; }

    /// <summary>Messages lost since they were not read.</summary>
    public long Lost => Interlocked.Read(ref lost);

    /// <summary>Every message, until <paramref name="stop"/>.</summary>
    /// <exception cref="NoAnswerException">The connection was lost.</exception>
    public IAsyncEnumerable<BrokerMessage> ReadAsync(CancellationToken stop) => waiting.Reader.ReadAllAsync(stop);

    /// <summary>The next message that is as wanted; null if none comes in time.</summary>
    /// <exception cref="NoAnswerException">The connection was lost.</exception>
    public async Task<BrokerMessage?> NextAsync(Predicate<BrokerMessage> wanted, TimeSpan patience, CancellationToken stop)
    {
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        over.CancelAfter(patience);
        try
        {
            await foreach (BrokerMessage message in ReadAsync(over.Token))
            {
                if (wanted(message)) return message;
            }
            return null;
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            return null;
        }
    }

    /// <summary>Listens no more.</summary>
    public void Dispose()
    {
        forget(this);
        waiting.Writer.TryComplete();
    }

    internal void Put(BrokerMessage message) => waiting.Writer.TryWrite(message);

    internal void Break(NoAnswerException why) => waiting.Writer.TryComplete(why);
}

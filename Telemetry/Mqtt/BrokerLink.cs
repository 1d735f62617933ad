using System.Buffers;
using System.Security.Cryptography;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Packets;
using MQTTnet.Protocol;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>
/// An animal's connection to its broker, made again whenever it is lost, after a wait that grows. What the broker is to acknowledge goes out
/// without a wait for that, up to <see cref="MostUnacknowledged"/> words, so that a slow broker does not hold up frames. One thread.
/// </summary>
internal sealed class BrokerLink : IDisposable
{
    /// <summary>The most words that wait to be acknowledged; Mosquitto takes 20 by default.</summary>
    public const int MostUnacknowledged = 16;

    /// <summary>
    /// The longest packet that a broker may pass on to the animal, bytes: longer ones would lie on the large object heap, and each collection of
    /// that stops every thread, the loop's too. Room for the longest command, its topic and its properties.
    /// </summary>
    public const uint LongestPacket = CommandText.LongestPayload + 8192;

    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly BrokerAddress broker;
    private readonly AnimalTopics topics;
    private readonly BridgeOptions options;
    private readonly Action<InboundMessage> onMessage;
    private readonly Action onAcknowledged;
    private readonly Action<ReadOnlySequence<byte>> onHomeAssistant;
    private readonly MqttClientOptions how;
    private readonly MqttClientSubscribeOptions subscription;
    private readonly IMqttClient client;
    private readonly MqttApplicationMessage message = new();        // used again and again: each is sent before the next
    private readonly CancellationTokenSource ending = new();
    private CancellationTokenSource connection = new();     // of the latest one; cancelled once that is lost
    private Task? connecting;
    private TimeSpan wait;
    private long due;                       // ms of Environment.TickCount64
    private int unacknowledged;
    private volatile bool takenOver;

    public BrokerLink(BrokerAddress broker, AnimalTopics topics, long session, BridgeOptions options, Action<InboundMessage> onMessage,
        Action onAcknowledged, Action<ReadOnlySequence<byte>> onHomeAssistant, IMqttClient? by = null)
    {
        (this.broker, this.topics, this.options, this.onMessage, this.onAcknowledged, this.onHomeAssistant) =
            (broker, topics, options, onMessage, onAcknowledged, onHomeAssistant);
        wait = options.FirstWait;
        MqttClientFactory factory = new();
        client = by ?? factory.CreateMqttClient();
        client.ApplicationMessageReceivedAsync += Receive;
        client.DisconnectedAsync += end =>
        {
            if (end.Reason == MqttClientDisconnectReason.SessionTakenOver) takenOver = true;
            return Task.CompletedTask;
        };
        how = How(session);
        MqttClientSubscribeOptionsBuilder subscribe = factory.CreateSubscribeOptionsBuilder();
        // retained as published: what a client wants a broker to keep is told from what is said now
        foreach (string topic in CommandInbox.Topics)
            subscribe.WithTopicFilter(filter => filter.WithTopic(topics[topic]).WithAtLeastOnceQoS().WithRetainAsPublished());
        if (options.HomeAssistant == HomeAssistantNotice.Announce) subscribe.WithTopicFilter(HomeAssistantDevice.StatusTopic);
        subscription = subscribe.Build();
    }

    /// <summary>Why the last attempt failed; null if it did not. Any thread.</summary>
    public string? Failure { get; private set; }

    /// <summary>Why the connection was lost the last time; null if none was.</summary>
    public string? Loss { get; private set; }

    /// <summary>Whether the broker can be spoken to now.</summary>
    public bool IsUp { get; private set; }

    /// <summary>Whether another word that is to be acknowledged may go out now.</summary>
    public bool HasRoom => Volatile.Read(ref unacknowledged) < MostUnacknowledged;

    /// <summary>Looks after the connection; never waits long.</summary>
    /// <returns>True when it has just been made.</returns>
    public bool Tend()
    {
        if (IsUp && (connection.IsCancellationRequested || !client.IsConnected))
        {
            IsUp = false;
            Loss = connection.IsCancellationRequested ? Failure : "the broker ended it";
            Failure = "The connection was lost.";
            _ = connection.CancelAsync();
            Later(takenOver ? options.LongestWait : null);      // another program speaks for this animal: leave it some time
            takenOver = false;
        }
        if (IsUp) return false;
        if (connecting is null)
        {
            if (Environment.TickCount64 >= due) connecting = Connect();
            return false;
        }
        if (!connecting.IsCompleted) return false;
        Failure = connecting.IsCompletedSuccessfully ? null : connecting.Exception?.InnerException?.Message ?? "No answer.";
        connecting = null;
        IsUp = Failure is null;
        if (IsUp)
        {
            wait = options.FirstWait;
            connection = new CancellationTokenSource();
            _ = Watch(connection);
        }
        else
        {
            Later(null);
        }
        return IsUp;
    }

    /// <summary>
    /// Says something. What is not sure has been handed to the network when it returns; a sure word's bytes must stay as they are. False if the
    /// connection is lost. Never throws: while a connection goes, the library does with whatever it stumbles over, and the bridge has no other thread.
    /// </summary>
    /// <param name="topic">In full.</param>
    /// <param name="payload">The bytes.</param>
    /// <param name="sure">QoS 1 rather than 0.</param>
    /// <param name="retain">Whether the broker is to keep it.</param>
    /// <param name="correlation">That of the command that it answers.</param>
    /// <param name="heard">Called once the broker has acknowledged a sure word. Any thread.</param>
    public bool Publish(string topic, ReadOnlyMemory<byte> payload, bool sure, bool retain, byte[]? correlation = null, Action? heard = null)
    {
        if (!IsUp) return false;
        message.Topic = topic;
        message.Payload = new ReadOnlySequence<byte>(payload);
        message.QualityOfServiceLevel = sure ? MqttQualityOfServiceLevel.AtLeastOnce : MqttQualityOfServiceLevel.AtMostOnce;
        message.Retain = retain;
        message.CorrelationData = correlation;
        try
        {
            Task<MqttClientPublishResult> said = client.PublishAsync(message, connection.Token);
            if (sure) _ = Await(said, connection, heard);
            else said.GetAwaiter().GetResult();
            return true;
        }
        catch (Exception fault)
        {
            Lose(connection, fault);
            return false;
        }
    }

    /// <summary>Says goodbye once all is acknowledged, or after a second, so that the broker does not publish the will.</summary>
    public void Close()
    {
        if (!client.IsConnected) return;
        SpinWait.SpinUntil(() => Volatile.Read(ref unacknowledged) == 0 || !client.IsConnected, Farewell);
        try
        {
            using CancellationTokenSource patience = new(Farewell);
            client.DisconnectAsync(new MqttClientDisconnectOptions(), patience.Token).GetAwaiter().GetResult();
        }
        catch (Exception fault)
        {
            Failure = fault.Message;
        }
        IsUp = false;
        _ = connection.CancelAsync();
    }

    public void Dispose()
    {
        ending.Cancel();
        connection.Cancel();
        client.Dispose();
        connection.Dispose();
        ending.Dispose();
    }

    private async Task Await(Task<MqttClientPublishResult> said, CancellationTokenSource on, Action? heard)
    {
        Interlocked.Increment(ref unacknowledged);
        try
        {
            await said.ConfigureAwait(false);
            heard?.Invoke();
        }
        catch (Exception fault)
        {
            Lose(on, fault);
        }
        finally
        {
            if (Interlocked.Decrement(ref unacknowledged) == MostUnacknowledged - 1 && !ending.IsCancellationRequested) onAcknowledged();
        }
    }

    /// <summary>
    /// Asks the broker for a sign of life twice in a keep-alive, and gives the connection up when none comes: the library asks only when
    /// nothing else is sent, and frames always are. This frees the bridge's thread too, should it wait for a broker that takes no more. It ends
    /// with its connection, so that there is one for the next.
    /// </summary>
    private async Task Watch(CancellationTokenSource on)
    {
        TimeSpan half = options.KeepAlive / 2;
        try
        {
            while (true)
            {
                await Task.Delay(half, on.Token).ConfigureAwait(false);
                using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(on.Token);
                patience.CancelAfter(half);
                await client.PingAsync(patience.Token).ConfigureAwait(false);
            }
        }
        catch (Exception fault)
        {
            if (on.IsCancellationRequested) return;
            Lose(on, fault);
            await Abandon().ConfigureAwait(false);
        }
    }

    /// <summary>A connection is of no use any more; <see cref="Tend"/> makes another. Any thread.</summary>
    private void Lose(CancellationTokenSource on, Exception fault)
    {
        if (on.IsCancellationRequested) return;
        Failure = fault is OperationCanceledException ? "no sign of life" : $"{fault.GetType().Name}: {fault.Message}";
        _ = on.CancelAsync();
    }

    private async Task Abandon()
    {
        if (ending.IsCancellationRequested || !client.IsConnected) return;
        try
        {
            using CancellationTokenSource atOnce = new(TimeSpan.FromMilliseconds(50));
            await client.DisconnectAsync(new MqttClientDisconnectOptions(), atOnce.Token).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // it is gone anyway, and why has been told
        }
    }

    private void Later(TimeSpan? atLeast)
    {
        TimeSpan next = TimeSpan.FromTicks(Math.Max(wait.Ticks, atLeast?.Ticks ?? 0));
        wait = TimeSpan.FromTicks(Math.Min(2 * wait.Ticks, options.LongestWait.Ticks));
        double jitter = 0.5 + RandomNumberGenerator.GetInt32(1001) / 1000.0;
        due = Environment.TickCount64 + (long)(next.TotalMilliseconds * jitter);
    }

    /// <summary>One attempt. The library keeps to its own timeout only if it gets no token; so this one has to end for a broker that never answers.</summary>
    private async Task Connect()
    {
        using CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(ending.Token);
        patience.CancelAfter(options.KeepAlive);
        await Abandon().ConfigureAwait(false);      // what was given up may still stand
        try
        {
            MqttClientConnectResult result = await client.ConnectAsync(how, patience.Token).ConfigureAwait(false);
            if (result.ResultCode != MqttClientConnectResultCode.Success) throw new MqttCommunicationException($"The broker {broker} refuses: {result.ResultCode}.");
            await client.SubscribeAsync(subscription, patience.Token).ConfigureAwait(false);
        }
        catch (Exception fault)
        {
            await Abandon().ConfigureAwait(false);      // half a connection keeps the next from being made
            if (patience.IsCancellationRequested) throw new TimeoutException("No answer.", fault);
            throw;
        }
    }

    private Task Receive(MqttApplicationMessageReceivedEventArgs arrival)
    {
        MqttApplicationMessage said = arrival.ApplicationMessage;
        if (said.Topic.StartsWith(topics.Tree, StringComparison.Ordinal))
            onMessage(new InboundMessage(said.Topic[topics.Tree.Length..], said.Payload, said.Retain, new ReplyPath(said.ResponseTopic, said.CorrelationData)));
        else if (said.Topic == HomeAssistantDevice.StatusTopic)
            onHomeAssistant(said.Payload);
        return Task.CompletedTask;
    }

    private MqttClientOptions How(long session) => broker.Begin()
        .WithClientId($"locomotion-{topics.Id}")
        .WithKeepAlivePeriod(options.KeepAlive)
        .WithTimeout(options.KeepAlive / 2)
        .WithMaximumPacketSize(LongestPacket)
        .WithWillTopic(topics["state"])
        .WithWillPayload(StateText.Write("lost", session, null, 0))
        .WithWillQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce)
        .WithWillRetain()
        .Build();
}

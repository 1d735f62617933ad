using System.Buffers;
using System.Collections.Concurrent;
using System.Net.Sockets;
using System.Security.Authentication;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Mqtt;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Protocol;

namespace Locomotion.Telemetry.Clients;

/// <summary>A connection to a broker on which others speak. It is not made again when it is lost: every call then says so. Any thread.</summary>
public sealed class BrokerConnection : IAsyncDisposable
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(5), Patience = TimeSpan.FromSeconds(5);

    private readonly IMqttClient client = new MqttClientFactory().CreateMqttClient();
    private readonly ConcurrentDictionary<Subscription, bool> subscriptions = [];
    private volatile bool closing;

    private BrokerConnection(BrokerAddress broker)
    {
        Broker = broker;
        client.ApplicationMessageReceivedAsync += Receive;
        client.DisconnectedAsync += end =>
        {
            if (!closing) Break();
            return Task.CompletedTask;
        };
    }

    /// <summary>Whom it speaks to.</summary>
    public BrokerAddress Broker { get; }

    /// <summary>Connects.</summary>
    /// <exception cref="InvalidInputException">There is no broker, or it does not let one in.</exception>
    public static async Task<BrokerConnection> OpenAsync(BrokerAddress broker, CancellationToken stop)
    {
        BrokerConnection made = new(broker);
        using CancellationTokenSource patience = Patient(stop);
        try
        {
            MqttClientConnectResult result = await made.client.ConnectAsync(made.How(), patience.Token).ConfigureAwait(false);
            if (result.ResultCode == MqttClientConnectResultCode.Success) return made;
            throw NotLetIn(broker, result.ResultCode);
        }
        catch (Exception fault)
        {
            made.client.Dispose();
            if (fault is InvalidInputException or OperationCanceledException && stop.IsCancellationRequested) throw;
            throw Unreachable(broker, patience.IsCancellationRequested ? new OperationCanceledException(null, fault) : fault);
        }
    }

    /// <summary>Listens to topics, from what holds already on.</summary>
    /// <param name="filters">As MQTT filters topics, with + and #.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="NoAnswerException">The connection was lost, or the broker is silent.</exception>
    public async Task<Subscription> ListenAsync(IReadOnlyList<string> filters, CancellationToken stop)
    {
        Subscription subscription = new(filters, gone => subscriptions.TryRemove(gone, out _));
        subscriptions[subscription] = true;
        MqttClientSubscribeOptionsBuilder wanted = new();
        foreach (string filter in filters) wanted.WithTopicFilter(topic => topic.WithTopic(filter).WithAtLeastOnceQoS());
        await Guarded(patience => client.SubscribeAsync(wanted.Build(), patience), stop).ConfigureAwait(false);
        return subscription;
    }

    /// <summary>Says something, to be kept by nobody.</summary>
    /// <param name="topic">In full.</param>
    /// <param name="payload">The bytes.</param>
    /// <param name="sure">QoS 1 rather than 0.</param>
    /// <param name="stop">Gives up.</param>
    /// <exception cref="NoAnswerException">The connection was lost, or the broker is silent.</exception>
    /// <exception cref="InvalidInputException">The broker does not let this user say it.</exception>
    public async Task SayAsync(string topic, byte[] payload, bool sure, CancellationToken stop)
    {
        MqttApplicationMessage message = new MqttApplicationMessageBuilder().WithTopic(topic).WithPayload(payload)
            .WithQualityOfServiceLevel(sure ? MqttQualityOfServiceLevel.AtLeastOnce : MqttQualityOfServiceLevel.AtMostOnce).Build();
        MqttClientPublishResult result = await Guarded(patience => client.PublishAsync(message, patience), stop).ConfigureAwait(false);
        if (!result.IsSuccess)
            throw new InvalidInputException($"Broker {Broker}", Broker.User is null ? "nobody" : $"user '{Broker.User}'", $"may not say {topic} ({result.ReasonCode})", "speak as a user who may command: --user and --password-file");
    }

    /// <summary>Says goodbye.</summary>
    public async ValueTask DisposeAsync()
    {
        closing = true;
        try
        {
            if (client.IsConnected) await client.DisconnectAsync(new MqttClientDisconnectOptions(), CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(1)).ConfigureAwait(false);
        }
        catch (Exception fault) when (IsLoss(fault) || fault is TimeoutException)
        {
            // it is gone anyway
        }
        Break();
        client.Dispose();
    }

    private MqttClientOptions How()
    {
        try
        {
            return Broker.Begin().WithClientId($"client-{Guid.NewGuid():N}").WithKeepAlivePeriod(KeepAlive).WithTimeout(Patience).Build();
        }
        catch (Exception fault) when (fault is System.Security.Cryptography.CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException("Option --tls-ca", $"'{Broker.TlsAuthority}'", $"is no certificate in PEM ({fault.Message.TrimEnd('.')})", "name the authority's certificate");
        }
    }

    private Task Receive(MqttApplicationMessageReceivedEventArgs arrival)
    {
        MqttApplicationMessage said = arrival.ApplicationMessage;
        BrokerMessage message = new(said.Topic, said.Payload.ToArray(), said.Retain);
        foreach (Subscription subscription in subscriptions.Keys)
        {
            if (subscription.Filters.Any(filter => MqttTopicFilterComparer.Compare(said.Topic, filter) == MqttTopicFilterCompareResult.IsMatch)) subscription.Put(message);
        }
        return Task.CompletedTask;
    }

    private void Break()
    {
        foreach (Subscription subscription in subscriptions.Keys) subscription.Break(Lost());
    }

    private NoAnswerException Lost() => new($"The connection to the broker {Broker} was lost.");

    /// <summary>The library keeps to its own timeout only if it gets no token; one that may be cancelled has to end by itself.</summary>
    private static CancellationTokenSource Patient(CancellationToken stop)
    {
        CancellationTokenSource patience = CancellationTokenSource.CreateLinkedTokenSource(stop);
        patience.CancelAfter(Patience);
        return patience;
    }

    private async Task<T> Guarded<T>(Func<CancellationToken, Task<T>> call, CancellationToken stop)
    {
        using CancellationTokenSource patience = Patient(stop);
        try
        {
            return await call(patience.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw new NoAnswerException($"The broker {Broker} did not answer within {Patience.TotalSeconds:0} s.");
        }
        catch (Exception fault) when (IsLoss(fault))
        {
            throw Lost();
        }
    }

    private static bool IsLoss(Exception fault) => fault is MqttCommunicationException or MqttClientNotConnectedException or MqttProtocolViolationException
        or MqttClientUnexpectedDisconnectReceivedException or IOException or ObjectDisposedException;

    private static InvalidInputException NotLetIn(BrokerAddress broker, MqttClientConnectResultCode why) =>
        why is MqttClientConnectResultCode.BadUserNameOrPassword or MqttClientConnectResultCode.NotAuthorized
            ? new($"Broker {broker}", broker.User is null ? "nobody" : $"user '{broker.User}'", "is not let in with that password", "give --user and --password-file as the broker knows them")
            : new("Broker", $"'{broker}'", $"refuses: {why}", "ask whoever runs it");

    private static InvalidInputException Unreachable(BrokerAddress broker, Exception fault)
    {
        Exception cause = fault;
        while (cause.InnerException is { } inner) cause = inner;
        for (Exception? each = fault; each is not null; each = each.InnerException)
        {
            if (each is AuthenticationException)
                return new("Broker", $"'{broker}'", $"cannot be trusted ({cause.Message.TrimEnd('.')})", "give the authority that signed its certificate with --tls-ca, and the broker by the name in it");
        }
        string why = fault is OperationCanceledException or MqttCommunicationTimedOutException ? "no answer" : cause is SocketException socket ? socket.Message : cause.Message.TrimEnd('.');
        return new("Broker", $"'{broker}'", $"cannot be spoken to ({why})", "start `locomotion serve`, or name the right one with --broker, and --tls-ca if it speaks TLS");
    }
}

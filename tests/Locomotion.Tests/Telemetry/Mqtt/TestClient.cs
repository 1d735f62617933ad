using System.Buffers;
using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Locomotion.Telemetry.Mqtt;
using MQTTnet;
using MQTTnet.Protocol;

namespace Locomotion.Tests.Telemetry.Mqtt;

/// <summary>Somebody else on the broker, who notes all that is said.</summary>
internal sealed class TestClient : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly IMqttClient client = new MqttClientFactory().CreateMqttClient();

    private TestClient() => client.ApplicationMessageReceivedAsync += arrival =>
    {
        MqttApplicationMessage said = arrival.ApplicationMessage;
        Said noted = new(said.Topic, said.Payload.ToArray(), (int)said.QualityOfServiceLevel, said.Retain, said.CorrelationData);
        Everything.Enqueue(noted);
        Heard.Enqueue(noted);
        return Task.CompletedTask;
    };

    /// <summary>All messages since the last <see cref="Forget"/>, in their order.</summary>
    public ConcurrentQueue<Said> Heard { get; } = new();

    /// <summary>All messages, forgotten ones too.</summary>
    public ConcurrentQueue<Said> Everything { get; } = new();

    /// <summary>Connects and listens. Retained is told as it was published, so that what the broker is to keep can be told.</summary>
    public static TestClient Connect(BrokerAddress broker, string filter = "#")
    {
        TestClient made = new();
        MqttClientOptionsBuilder how = new MqttClientOptionsBuilder().WithProtocolVersion(MQTTnet.Formatter.MqttProtocolVersion.V500)
            .WithTcpServer(broker.Host, broker.Port).WithClientId($"test-{Guid.NewGuid():N}").WithTimeout(TimeSpan.FromSeconds(10));
        if (broker.User is not null) how.WithCredentials(broker.User, broker.Password ?? "");
        if (broker.TlsAuthority is { } file)
        {
            System.Security.Cryptography.X509Certificates.X509Certificate2Collection authorities = [];
            authorities.ImportFromPemFile(file);
            how.WithTlsOptions(tls => tls.UseTls().WithTargetHost(broker.Host).WithTrustChain(authorities));
        }
        MqttClientConnectResult result = made.client.ConnectAsync(how.Build()).GetAwaiter().GetResult();
        if (result.ResultCode != MqttClientConnectResultCode.Success) throw new InvalidOperationException($"{result.ResultCode}");
        made.client.SubscribeAsync(new MqttClientSubscribeOptionsBuilder().WithTopicFilter(f => f.WithTopic(filter).WithAtLeastOnceQoS().WithRetainAsPublished()).Build()).GetAwaiter().GetResult();
        return made;
    }

    public MqttClientPublishResult Publish(string topic, string payload, bool retain = false, Action<MqttApplicationMessageBuilder>? more = null)
    {
        MqttApplicationMessageBuilder message = new MqttApplicationMessageBuilder().WithTopic(topic).WithPayload(payload).WithRetainFlag(retain)
            .WithQualityOfServiceLevel(MqttQualityOfServiceLevel.AtLeastOnce);
        more?.Invoke(message);
        return client.PublishAsync(message.Build()).GetAwaiter().GetResult();
    }

    /// <summary>The first message, from now or before, that is as wanted.</summary>
    public Said Await(string topic, Predicate<JsonElement>? wanted = null)
    {
        DateTime end = DateTime.UtcNow + Patience;
        while (DateTime.UtcNow < end)
        {
            foreach (Said said in Heard)
            {
                if (said.Topic == topic && said.Payload.Length > 0 && wanted?.Invoke(said.Json) != false) return said;
            }
            Thread.Sleep(10);
        }
        throw new TimeoutException($"{topic} did not come. Heard: {string.Join(", ", Heard.Where(said => said.Topic == topic).TakeLast(3).Select(said => said.Text))}; {string.Join(" ", Heard.Select(said => said.Topic).Distinct())}");
    }

    public void Forget() => Heard.Clear();

    public void Dispose() => client.Dispose();
}

/// <summary>A message that was heard.</summary>
internal sealed record Said(string Topic, byte[] Payload, int QualityOfService, bool Retained, byte[]? Correlation)
{
    public string Text => Encoding.UTF8.GetString(Payload);

    public JsonElement Json => JsonDocument.Parse(Payload).RootElement;

    public double Number(string name) => Json.GetProperty(name).GetDouble();

    public string? Word(string name) => Json.GetProperty(name).GetString();
}

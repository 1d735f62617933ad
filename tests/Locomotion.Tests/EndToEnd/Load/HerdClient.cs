using Locomotion.Telemetry.Mqtt;
using MQTTnet;
using MQTTnet.Formatter;
using MQTTnet.Protocol;

namespace Locomotion.Tests.EndToEnd.Load;

/// <summary>Connections that hear a whole herd.</summary>
internal static class HerdClient
{
    public static async Task<IMqttClient> Connect(BrokerAddress broker)
    {
        IMqttClient client = new MqttClientFactory().CreateMqttClient();
        await client.ConnectAsync(new MqttClientOptionsBuilder().WithProtocolVersion(MqttProtocolVersion.V500).WithTcpServer(broker.Host, broker.Port)
            .WithClientId($"load-{Guid.NewGuid():N}").Build());
        return client;
    }

    public static Task Listen(IMqttClient client, MqttQualityOfServiceLevel quality, params string[] topics)
    {
        MqttClientSubscribeOptionsBuilder wanted = new();
        foreach (string topic in topics) wanted.WithTopicFilter(filter => filter.WithTopic($"{AnimalTopics.Root}/+/{topic}").WithQualityOfServiceLevel(quality));
        return client.SubscribeAsync(wanted.Build());
    }
}

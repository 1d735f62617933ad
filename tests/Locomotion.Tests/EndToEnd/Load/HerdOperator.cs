using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Locomotion.Telemetry.Mqtt;
using MQTTnet;
using MQTTnet.Protocol;

namespace Locomotion.Tests.EndToEnd.Load;

/// <summary>One client that commands every animal of a herd, and notes what becomes of each command.</summary>
internal sealed class HerdOperator : IAsyncDisposable
{
    private readonly IMqttClient client;
    private readonly Dictionary<string, DrivenAnimal> animals;

    private HerdOperator(IMqttClient client, IEnumerable<string> ids)
    {
        this.client = client;
        animals = ids.ToDictionary(id => id, id => new DrivenAnimal(id, Publish));
        client.ApplicationMessageReceivedAsync += Hear;
    }

    public IReadOnlyCollection<DrivenAnimal> Animals => animals.Values;

    public static async Task<HerdOperator> Connect(BrokerAddress broker, IEnumerable<string> ids)
    {
        IMqttClient connected = await HerdClient.Connect(broker);
        HerdOperator made = new(connected, ids);
        await HerdClient.Listen(connected, MqttQualityOfServiceLevel.AtLeastOnce, "params/reply/load", "params/active", "event/commit", "drive/active", "stats/loop", "state");
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisconnectAsync();
        client.Dispose();
    }

    private Task<MqttClientPublishResult> Publish(string topic, byte[] payload, bool sure) => client.PublishAsync(new MqttApplicationMessage
    {
        Topic = topic,
        PayloadSegment = payload,
        QualityOfServiceLevel = sure ? MqttQualityOfServiceLevel.AtLeastOnce : MqttQualityOfServiceLevel.AtMostOnce,
    });

    private Task Hear(MqttApplicationMessageReceivedEventArgs arrival)
    {
        long now = Stopwatch.GetTimestamp();
        string[] levels = arrival.ApplicationMessage.Topic.Split('/', 4);
        if (arrival.ApplicationMessage.Payload.Length > 0 && animals.TryGetValue(levels[2], out DrivenAnimal? animal))
        {
            using JsonDocument said = JsonDocument.Parse(arrival.ApplicationMessage.Payload);
            animal.Hear(levels[3], said.RootElement, now);
        }
        return Task.CompletedTask;
    }
}

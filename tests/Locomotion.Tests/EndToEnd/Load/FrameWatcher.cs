using System.Text.Json;
using Locomotion.Telemetry.Mqtt;
using MQTTnet;
using MQTTnet.Protocol;

namespace Locomotion.Tests.EndToEnd.Load;

/// <summary>Somebody who takes every frame of a herd, and counts those that never came.</summary>
internal sealed class FrameWatcher : IAsyncDisposable
{
    private readonly IMqttClient client;
    private readonly Dictionary<string, (long Seq, double Time)> last = [];

    private FrameWatcher(IMqttClient client)
    {
        this.client = client;
        client.ApplicationMessageReceivedAsync += Hear;
    }

    /// <summary>Frame messages that came.</summary>
    public long Messages { get; private set; }

    /// <summary>Samples in them.</summary>
    public long Samples { get; private set; }

    /// <summary>Messages that did not come, by their numbers.</summary>
    public long MissingMessages { get; private set; }

    /// <summary>Samples that are in no message though no message is missing, by their times.</summary>
    public long MissingSamples { get; private set; }

    public static async Task<FrameWatcher> Connect(BrokerAddress broker)
    {
        IMqttClient connected = await HerdClient.Connect(broker);
        FrameWatcher made = new(connected);
        await HerdClient.Listen(connected, MqttQualityOfServiceLevel.AtMostOnce, "frame/+");
        return made;
    }

    public async ValueTask DisposeAsync()
    {
        await client.DisconnectAsync();
        client.Dispose();
    }

    private Task Hear(MqttApplicationMessageReceivedEventArgs arrival)
    {
        string topic = arrival.ApplicationMessage.Topic;
        using JsonDocument document = JsonDocument.Parse(arrival.ApplicationMessage.Payload);
        JsonElement frame = document.RootElement;
        long seq = frame.GetProperty("seq").GetInt64();
        double time = frame.GetProperty("t").GetDouble(), step = frame.GetProperty("dt").GetDouble();
        int samples = frame.GetProperty("data").GetArrayLength();
        Messages++;
        Samples += samples;
        if (last.TryGetValue(topic, out (long Seq, double Time) before))
        {
            MissingMessages += seq - before.Seq - 1;
            if (seq == before.Seq + 1) MissingSamples += (long)Math.Round((time - before.Time) / step) - samples;
        }
        last[topic] = (seq, time);
        return Task.CompletedTask;
    }
}

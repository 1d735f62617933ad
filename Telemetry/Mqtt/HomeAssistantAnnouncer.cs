using System.Buffers;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>Announces an animal to Home Assistant, and again whenever that is born anew, or takes the announcement back.</summary>
/// <param name="card">Who it is.</param>
/// <param name="topics">Its topics.</param>
/// <param name="notice">Which of the two.</param>
internal sealed class HomeAssistantAnnouncer(AnimalCard card, AnimalTopics topics, HomeAssistantNotice notice)
{
    private readonly string topic = HomeAssistantDevice.ConfigTopic(topics);
    private readonly byte[] payload = notice == HomeAssistantNotice.Announce ? HomeAssistantDevice.Write(card, topics) : [];
    private volatile bool due;

    /// <summary>It is to be said with the next beat; however often this is called meanwhile, once.</summary>
    public void Ask() => due = notice != HomeAssistantNotice.None;

    /// <summary>Home Assistant has said how it is. Any thread.</summary>
    public void Hear(ReadOnlySequence<byte> status)
    {
        if (status.Length == 6 && status.ToArray().AsSpan().SequenceEqual("online"u8)) Ask();
    }

    /// <summary>Says it, if it is due.</summary>
    public void Tell(BrokerLink link)
    {
        if (!due || !link.IsUp) return;
        due = false;
        link.Publish(topic, payload, sure: true, retain: true);
    }
}

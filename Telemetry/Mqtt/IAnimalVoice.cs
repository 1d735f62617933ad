namespace Locomotion.Telemetry.Mqtt;

/// <summary>Says something on one of an animal's topics. Any thread; never waits.</summary>
public interface IAnimalVoice : IReplySink
{
    /// <summary>Says it once, to those who listen now. With QoS 1.</summary>
    /// <param name="topic">Below the animal's tree, as "event/commit".</param>
    /// <param name="payload">Belongs to the voice from now on.</param>
    void Say(string topic, byte[] payload);

    /// <summary>Says what holds until the next word on the same topic, to those who come later too, also when the broker had to start anew. With QoS 1, retained.</summary>
    /// <param name="topic">Below the animal's tree, as "params/active".</param>
    /// <param name="payload">Belongs to the voice from now on; empty to take the word back.</param>
    void Keep(string topic, byte[] payload);
}

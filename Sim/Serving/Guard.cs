using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Locomotion.Telemetry.Mqtt;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace Locomotion.Sim.Serving;

/// <summary>
/// Who may do what on the embedded broker. The animals of this program speak below their trees; everybody else may read all, and write commands
/// to these animals only, once the password is told where one is set: what a guest has the broker keep stays within bounds.
/// </summary>
internal sealed class Guard(string? user, string? password)
{
    /// <summary>The longest message that is passed on, bytes; what an animal calls too large is smaller.</summary>
    public const int LongestMessage = 1024 * 1024;

    /// <summary>As whom the animals of this program speak.</summary>
    public const string Inside = "animal";

    private const string AnimalPrefix = "locomotion-";       // of the names that animals have as clients

    private readonly ConcurrentDictionary<string, bool> commands = new();      // the topics of commands to those that have come, in full

    /// <summary>A password that nobody outside this program knows.</summary>
    public string AnimalPassword { get; } = Convert.ToHexString(RandomNumberGenerator.GetBytes(32));

    /// <summary>Guards a broker.</summary>
    public void Watch(MqttServer broker)
    {
        broker.ValidatingConnectionAsync += arrival =>
        {
            bool inside = arrival.UserName == Inside && Same(arrival.Password, AnimalPassword);
            bool known = user is null ? arrival.UserName != Inside : arrival.UserName == user && Same(arrival.Password, password!);
            // the animals' names are theirs: with another's name one could put it off the broker
            bool named = arrival.ClientId?.StartsWith(AnimalPrefix, StringComparison.Ordinal) == true;
            if (string.IsNullOrEmpty(arrival.ClientId)) arrival.AssignedClientIdentifier = $"guest-{Guid.NewGuid():N}";     // MQTT 5 only: the library refuses 3.1.1 without a name
            if (!(inside || (known && !named))) arrival.ReasonCode = known ? MqttConnectReasonCode.ClientIdentifierNotValid : MqttConnectReasonCode.BadUserNameOrPassword;
            else arrival.SessionItems["inside"] = inside;
            if (inside && named) Open(new AnimalTopics(arrival.ClientId![AnimalPrefix.Length..]));
            return Task.CompletedTask;
        };
        broker.InterceptingPublishAsync += message =>
        {
            bool inside = message.SessionItems["inside"] is true;
            string topic = message.ApplicationMessage.Topic;
            bool command = commands.ContainsKey(topic);
            bool birth = topic == HomeAssistantDevice.StatusTopic && message.ApplicationMessage.Payload.Length <= 16;      // Home Assistant's own word
            if (inside ? !command : birth || command && message.ApplicationMessage.Payload.Length <= LongestMessage) return Task.CompletedTask;
            message.ProcessPublish = false;
            message.Response.ReasonCode = command ? MqttPubAckReasonCode.QuotaExceeded : MqttPubAckReasonCode.NotAuthorized;
            return Task.CompletedTask;
        };
    }

    private void Open(AnimalTopics animal)
    {
        foreach (string topic in animal.Commands) commands.TryAdd(topic, true);
    }

    private static bool Same(string? told, string expected) =>
        CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(told ?? "")), SHA256.HashData(Encoding.UTF8.GetBytes(expected)));
}

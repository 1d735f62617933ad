using System.Buffers;
using System.Text.Json;
using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Telemetry.Clients;

/// <summary>A message that a broker passed on.</summary>
/// <param name="Topic">In full.</param>
/// <param name="Payload">The bytes; empty where something that held was taken back.</param>
/// <param name="Retained">Whether it holds, rather than having been said just now.</param>
public sealed record BrokerMessage(string Topic, byte[] Payload, bool Retained)
{
    /// <summary>The payload, if it is one JSON object; else null.</summary>
    public JsonElement? Json
    {
        get
        {
            using JsonDocument? document = CommandText.Parse(new ReadOnlySequence<byte>(Payload));
            return document?.RootElement.Clone();
        }
    }
}

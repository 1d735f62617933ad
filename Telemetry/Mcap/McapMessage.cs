namespace Locomotion.Telemetry.Mcap;

/// <summary>One message of a file.</summary>
/// <param name="Channel">Where it belongs.</param>
/// <param name="Sequence">Counts the messages of the channel, if the recorder did; else 0.</param>
/// <param name="LogTime">When it was recorded, ns.</param>
/// <param name="PublishTime">When it was made, ns.</param>
/// <param name="Data">The message, encoded as the channel says. Stays valid.</param>
public readonly record struct McapMessage(McapChannel Channel, uint Sequence, ulong LogTime, ulong PublishTime, ReadOnlyMemory<byte> Data);

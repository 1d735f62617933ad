namespace Locomotion.Telemetry.Recording;

/// <summary>The hash bytes of all fields over the ticks of a block, field after field: those that stay the same lie together.</summary>
internal sealed class FieldBytes(int fields, int ticks)
{
    private readonly byte[] byTick = new byte[fields * ticks], byField = new byte[fields * ticks];
    private int count;

    /// <summary>Forgets everything.</summary>
    public void Clear() => count = 0;

    /// <summary>Adds a tick's hashes.</summary>
    public void Add(ReadOnlySpan<byte> hashes) => hashes.CopyTo(byTick.AsSpan(count++ * fields));

    /// <summary>All of them, field after field; good until the next tick is added.</summary>
    public ReadOnlyMemory<byte> ByField()
    {
        for (int field = 0; field < fields; field++)
        {
            for (int tick = 0; tick < count; tick++) byField[field * count + tick] = byTick[tick * fields + field];
        }
        return byField.AsMemory(0, fields * count);
    }
}

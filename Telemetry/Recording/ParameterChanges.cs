using Locomotion.Controller;

namespace Locomotion.Telemetry.Recording;

/// <summary>Hands parameter sets from the loop to the recorder with the tick from which they hold. One thread puts, one takes; no allocation.</summary>
internal sealed class ParameterChanges
{
    private const int Capacity = 1024;
    private readonly (long Tick, ControllerParameters? Set)[] slots = new (long, ControllerParameters?)[Capacity];
    private long put, taken;

    /// <summary>Sets put so far. Loop thread only.</summary>
    public long Count => put;

    /// <summary>Puts a set; false if too many wait.</summary>
    public bool TryPut(long tick, ControllerParameters set)
    {
        if (put - Volatile.Read(ref taken) == Capacity) return false;
        slots[put % Capacity] = (tick, set);
        Volatile.Write(ref put, put + 1);
        return true;
    }

    /// <summary>Takes the oldest of the first <paramref name="count"/> sets ever put; false when all of them are taken.</summary>
    public bool TryTake(long count, out long tick, out ControllerParameters set)
    {
        (tick, set) = (0, null!);
        if (taken >= count || taken == Volatile.Read(ref put)) return false;
        (tick, set) = (slots[taken % Capacity].Tick, slots[taken % Capacity].Set!);
        slots[taken % Capacity].Set = null;
        Volatile.Write(ref taken, taken + 1);
        return true;
    }
}

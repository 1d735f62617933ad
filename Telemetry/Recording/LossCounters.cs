namespace Locomotion.Telemetry.Recording;

/// <summary>What did not fit into the rings since the start. The loop's thread counts, any may look.</summary>
internal sealed class LossCounters
{
    private long inputs, frames;

    /// <summary>Ticks whose inputs were lost: the run cannot be replayed beyond the first.</summary>
    public long Inputs
    {
        get => Volatile.Read(ref inputs);
        set => Volatile.Write(ref inputs, value);
    }

    /// <summary>Viewing frames that were lost.</summary>
    public long Frames
    {
        get => Volatile.Read(ref frames);
        set => Volatile.Write(ref frames, value);
    }
}

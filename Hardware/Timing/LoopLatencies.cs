namespace Locomotion.Hardware.Timing;

/// <summary>Where the loop's time goes, since the last reading.</summary>
public sealed class LoopLatencies
{
    /// <summary>From a beat's time to the thread's waking.</summary>
    public LatencyHistogram Wake { get; } = new();

    /// <summary>Reading the senses.</summary>
    public LatencyHistogram Sense { get; } = new();

    /// <summary>The controller's steps.</summary>
    public LatencyHistogram Step { get; } = new();

    /// <summary>Writing the pulses.</summary>
    public LatencyHistogram Write { get; } = new();

    /// <summary>Copies all into <paramref name="target"/> and begins anew. Called by the thread that records.</summary>
    public void MoveTo(LoopLatencies target)
    {
        Wake.MoveTo(target.Wake);
        Sense.MoveTo(target.Sense);
        Step.MoveTo(target.Step);
        Write.MoveTo(target.Write);
    }
}

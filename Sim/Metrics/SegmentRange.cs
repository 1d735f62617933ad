namespace Locomotion.Sim.Metrics;

/// <summary>Neighbouring segments of a body.</summary>
/// <param name="First">The first of them, head 0.</param>
/// <param name="Count">How many.</param>
public readonly record struct SegmentRange(int First, int Count)
{
    /// <summary>The segment after the last.</summary>
    public int End => First + Count;
}

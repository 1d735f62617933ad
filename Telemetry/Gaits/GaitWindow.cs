namespace Locomotion.Telemetry.Gaits;

/// <summary>
/// How an animal moves, told from the phases of a second or two while it runs: frequencies, waves along the body, the sides against each
/// other, folding. Allocates nothing after construction.
/// </summary>
/// <remarks>Frames must follow each other so closely that no phase advances by half a cycle between two.</remarks>
public sealed class GaitWindow(int segments)
{
    private readonly double[] lastLegs = new double[2 * segments], lastTrunk = new double[segments];
    private PhaseOrder along, across, trunk;
    private double legsTurned, trunkTurned, folded;     // rad summed over segments; segments
    private double since, last;                         // s, of the first and the last frame
    private int frames;

    /// <summary>Frames since the last <see cref="Restart"/>.</summary>
    public int Frames => frames;

    /// <summary>Forgets everything but the last frame, from which the next window counts.</summary>
    public void Restart()
    {
        (along, across, trunk) = (default, default, default);
        (legsTurned, trunkTurned, folded, frames, since) = (0, 0, 0, 0, last);
    }

    /// <summary>Adds a frame.</summary>
    /// <param name="time">Its time, s.</param>
    /// <param name="legs">Phase of each leg, rad. [leg]</param>
    /// <param name="joints">Phase of the joint behind each segment, rad; the last has none. [segment]</param>
    /// <param name="fold">How far each segment's legs are folded, 0 to 1. [segment]</param>
    public void Add(double time, ReadOnlySpan<double> legs, ReadOnlySpan<double> joints, ReadOnlySpan<double> fold)
    {
        bool first = frames == 0 && last == 0;
        for (int i = 0; i < segments; i++)
        {
            if (!first)
            {
                legsTurned += Math.IEEERemainder(legs[2 * i] - lastLegs[2 * i], Math.Tau);
                if (i < segments - 1) trunkTurned += Math.IEEERemainder(joints[i] - lastTrunk[i], Math.Tau);
            }
            across.Add(legs[2 * i] - legs[2 * i + 1]);
            if (fold[i] > 0.5) folded++;
            if (i == segments - 1) break;
            along.Add(legs[2 * i] - legs[2 * i + 2]);
            along.Add(legs[2 * i + 1] - legs[2 * i + 3]);
            if (i < segments - 2) trunk.Add(joints[i] - joints[i + 1]);
        }
        legs.CopyTo(lastLegs);
        joints.CopyTo(lastTrunk);
        if (first) since = time;
        last = time;
        frames++;
    }

    /// <summary>What the window shows; zeros before its second frame.</summary>
    public GaitFigures Figures
    {
        get
        {
            double cycles = Math.Tau * (last - since);
            if (frames == 0 || cycles <= 0) return default;
            return new GaitFigures(legsTurned / cycles / segments, trunkTurned / cycles / (segments - 1), along.Lag, along.Coherence, across.Phase,
                trunk.Lag, trunk.Coherence, folded / frames / segments);
        }
    }
}

using Locomotion.Controller.Cord;

namespace Locomotion.Telemetry.Gaits;

/// <summary>
/// How an animal moves, told from the phases of a second or two while it runs: frequencies, waves along the body, the sides against each
/// other, folding. Allocates nothing after construction.
/// </summary>
/// <remarks>Frames must follow each other so closely that no phase advances by half a cycle between two.</remarks>
public sealed class GaitWindow(int segments)
{
    private readonly SegmentState[] before = new SegmentState[segments];      // at the last frame
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
    /// <param name="states">What each segment remembers; the joint behind the last does not count. [segment]</param>
    public void Add(double time, ReadOnlySpan<SegmentState> states)
    {
        bool first = frames == 0 && last == 0;
        for (int i = 0; i < segments; i++)
        {
            ref readonly SegmentState s = ref states[i];
            if (!first)
            {
                legsTurned += Math.IEEERemainder(s.PhaseLeft - before[i].PhaseLeft, Math.Tau);
                if (i < segments - 1) trunkTurned += Math.IEEERemainder(s.TrunkPhase - before[i].TrunkPhase, Math.Tau);
            }
            across.Add(s.PhaseLeft - s.PhaseRight);
            if (s.Fold > 0.5) folded++;
            if (i == segments - 1) break;
            along.Add(s.PhaseLeft - states[i + 1].PhaseLeft);
            along.Add(s.PhaseRight - states[i + 1].PhaseRight);
            if (i < segments - 2) trunk.Add(s.TrunkPhase - states[i + 1].TrunkPhase);
        }
        states.CopyTo(before);
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

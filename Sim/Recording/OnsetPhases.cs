using Locomotion.Controller;
using Locomotion.Controller.Cord;
using Locomotion.Controller.Loop;
using Locomotion.Telemetry.Frames;

namespace Locomotion.Sim.Recording;

/// <summary>
/// Notes when each oscillator's cycle begins, and so tells after the run what a burster cannot know while it runs: a phase that grows
/// straight from each onset to the next. Before the first and after the last it goes on at the nearest cycle's pace.
/// </summary>
public sealed class OnsetPhases : IStepObserver
{
    private const double MostPerSecond = 50;

    private readonly double[] last;             // phase at the tick before, [3 segment]: left leg, right leg, joint
    private readonly double[,] onsets;          // s, [oscillator, onset]
    private readonly int[] counts;

    /// <summary>Room for a run of an animal.</summary>
    /// <param name="segments">Its segments.</param>
    /// <param name="seconds">The longest the run can take, s.</param>
    public OnsetPhases(int segments, double seconds)
    {
        last = new double[3 * segments];
        counts = new int[3 * segments];
        onsets = new double[3 * segments, (int)(seconds * MostPerSecond) + 2];
    }

    /// <inheritdoc/>
    public void Observe(long tick, CentipedeController controller)
    {
        double time = (tick + 1) * controller.Timing.Period;
        ReadOnlySpan<SegmentState> segments = controller.Segments;
        for (int i = 0; i < segments.Length; i++)
        {
            Note(3 * i, segments[i].PhaseLeft, time);
            Note(3 * i + 1, segments[i].PhaseRight, time);
            Note(3 * i + 2, segments[i].TrunkPhase, time);
        }
    }

    /// <summary>Writes the phases into the recorded samples.</summary>
    public void Rewrite(FrameLog log)
    {
        SegmentSignal[] signals = [SegmentSignal.PhaseLeft, SegmentSignal.PhaseRight, SegmentSignal.TrunkPhase];
        for (int k = 0; k < counts.Length; k++)
        {
            if (counts[k] < 2) continue;        // never a whole cycle: the phase as it was told at the time
            int column = FrameColumns.Whole.Count + k / 3 * FrameColumns.Segment.Count + (int)signals[k % 3];
            for (int row = 0, cycle = 0; row < log.Count; row++)
            {
                double time = log[row, 0];
                while (cycle < counts[k] - 2 && time >= onsets[k, cycle + 1]) cycle++;
                double share = (time - onsets[k, cycle]) / (onsets[k, cycle + 1] - onsets[k, cycle]);
                log[row, column] = Math.Tau * (share - Math.Floor(share));
            }
        }
    }

    private void Note(int k, double phase, double time)
    {
        if (phase < last[k] && counts[k] < onsets.GetLength(1)) onsets[k, counts[k]++] = time;
        last[k] = phase;
    }
}

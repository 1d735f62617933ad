using Locomotion.Sim.Recording;

namespace Locomotion.Sim.Pictures;

/// <summary>A time during which a signal stays above a threshold, s.</summary>
internal readonly record struct Spell(double From, double To)
{
    /// <summary>
    /// All spells of a segment's signal that meet <paramref name="window"/>. They begin and end half-way between two samples.
    /// </summary>
    public static IEnumerable<Spell> Of(RecordedRun run, int segment, SegmentSignal signal, double threshold, TimeWindow window)
    {
        Trajectory trajectory = run.Trajectory;
        int first = Math.Max(run.Sample(window.From) - 1, 0), last = Math.Min(run.Sample(window.To) + 1, trajectory.Count - 1);
        int? begin = null;
        for (int k = first; k <= last; k++)
        {
            bool on = trajectory.Of(k, segment, signal) > threshold;
            if (on) begin ??= k;
            if (begin is not int b || (on && k < last)) continue;
            int end = on ? k + 1 : k;
            yield return new Spell(Edge(run, b), Edge(run, end));
            begin = null;
        }
    }

    private static double Edge(RecordedRun run, int k) => k == 0 ? run.Start : k == run.Trajectory.Count ? run.End
        : (run.Trajectory.Time(k - 1) + run.Trajectory.Time(k)) / 2;
}

using Locomotion.Controller.Loop;

namespace Locomotion.Controller.Lesions;

/// <summary>Which lesions are made at which step.</summary>
internal sealed class LesionPlan
{
    private readonly Lesion[] lesions;  // in the order of their times
    private readonly long[] steps;      // at which each is due
    private int next;

    /// <exception cref="Parameters.InvalidInputException">A lesion does not fit an animal of <paramref name="segments"/>.</exception>
    public LesionPlan(IReadOnlyList<Lesion> lesions, int segments, LoopTiming timing)
    {
        foreach (Lesion lesion in lesions) lesion.CheckFits(segments);
        this.lesions = [.. lesions.OrderBy(lesion => lesion.At)];
        steps = [.. this.lesions.Select(lesion => (long)Math.Round(lesion.At / timing.Step))];
    }

    /// <summary>Makes those that are due before step <paramref name="step"/>, counted from 0.</summary>
    public void Apply(long step, Pathways pathways)
    {
        while (next < lesions.Length && steps[next] <= step) pathways.Take(lesions[next++]);
    }
}

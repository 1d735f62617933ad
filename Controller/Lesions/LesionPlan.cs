using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.State;

namespace Locomotion.Controller.Lesions;

/// <summary>Which lesions are made at which step.</summary>
internal sealed class LesionPlan : IHasState
{
    private readonly Lesion[] lesions;  // in the order of their times
    private readonly long[] steps;      // at which each is due
    private int next;

    /// <exception cref="InvalidInputException">A lesion does not fit an animal of <paramref name="segments"/>.</exception>
    public LesionPlan(IReadOnlyList<Lesion> lesions, int segments, LoopTiming timing)
    {
        foreach (Lesion lesion in lesions) lesion.CheckFits(segments);
        this.lesions = [.. lesions.OrderBy(lesion => lesion.At)];
        steps = [.. this.lesions.Select(lesion => (long)Math.Round(lesion.At / timing.Step))];
    }

    /// <summary>Makes those that are due before step <paramref name="step"/>, counted from 0, and notes them.</summary>
    public void Apply(long step, Pathways pathways, MadeLesions made)
    {
        for (; next < lesions.Length && steps[next] <= step; next++)
        {
            pathways.Take(lesions[next]);
            made.Add(new MadeLesion(lesions[next], steps[next], Live: false));
        }
    }

    /// <summary>Notes those that are made by now.</summary>
    public void Tell(MadeLesions made)
    {
        for (int k = 0; k < next; k++) made.Add(new MadeLesion(lesions[k], steps[k], Live: false));
    }

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor)
    {
        visitor.Part("lesions");
        visitor.Visit("made", ref next);
        if (visitor.Restores && (next < 0 || next > lesions.Length))
            throw new InvalidInputException("Lesions made", $"{next}", $"lies outside [0, {lesions.Length}]", "restore what was saved from this animal");
    }
}

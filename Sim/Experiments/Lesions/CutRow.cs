using Locomotion.Controller.Rhythms;

namespace Locomotion.Sim.Experiments;

/// <summary>The cord cut at one place, in one condition: how far both parts are what they should be, worst seed.</summary>
/// <param name="Oscillator">What makes the rhythm.</param>
/// <param name="Condition">Where the animal is and what it is told.</param>
/// <param name="AheadCount">Segments ahead of the cut.</param>
/// <param name="Ahead">The part ahead, seed by seed.</param>
/// <param name="Intact">The same segments of the intact animal, seed by seed.</param>
/// <param name="Behind">The part behind, seed by seed.</param>
/// <param name="IntactBehind">The same segments of the intact animal, seed by seed.</param>
internal sealed record CutRow(Oscillator Oscillator, LesionCondition Condition, int AheadCount, IReadOnlyList<PartGait> Ahead, IReadOnlyList<PartGait> Intact,
    IReadOnlyList<PartGait> Behind, IReadOnlyList<PartGait> IntactBehind)
{
    /// <summary>Whether, in every seed, the part ahead does as the intact animal does.</summary>
    public bool AheadHolds => Ahead.Zip(Intact).All(pair => LesionClaim.Of(Preparation.AheadOfCut, Condition, either: false).Holds(pair.First, pair.Second));

    /// <summary>Whether, in every seed, the part behind does what is left to it.</summary>
    public bool BehindHolds => Behind.Zip(IntactBehind).All(pair => LesionClaim.Of(Preparation.BehindCut, Condition, either: false).Holds(pair.First, pair.Second));

    /// <summary>Largest difference of a figure ahead of the cut from the intact animal's, %.</summary>
    public double MostOff(Func<PartGait, double> figure) => Ahead.Zip(Intact, (part, intact) => 100 * Math.Abs(figure(part) / figure(intact) - 1)).Max();
}

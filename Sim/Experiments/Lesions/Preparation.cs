using Locomotion.Controller.Lesions;
using Locomotion.Sim.Metrics;

namespace Locomotion.Sim.Experiments;

/// <summary>A lesioned animal, and the part of it that is looked at.</summary>
/// <param name="Name">In a few words.</param>
/// <param name="Lesions">What was taken.</param>
/// <param name="Part">Which segments are looked at.</param>
internal sealed record Preparation(string Name, IReadOnlyList<Lesion> Lesions, SegmentRange Part)
{
    private const int Segments = 21, Middle = 10;

    public static readonly Preparation Intact = new("intact", [], new(0, Segments));
    public static readonly Preparation Brain = new("brain removed", [new(LesionKind.Brain)], new(0, Segments));
    public static readonly Preparation Seg = new("SEG removed", [new(LesionKind.Seg)], new(0, Segments));
    public static readonly Preparation Head = new("head removed", [new(LesionKind.Head)], new(0, Segments));
    public static readonly Preparation BehindCut = new("cord cut, behind", Cut(Middle), Behind(Middle));
    public static readonly Preparation AheadOfCut = new("cord cut, ahead", Cut(Middle), Ahead(Middle));

    /// <summary>All of them, the cut in the middle.</summary>
    public static IReadOnlyList<Preparation> All { get; } = [Intact, Brain, Seg, Head, BehindCut, AheadOfCut];

    /// <summary>The cord cut behind the first <paramref name="ahead"/> segments.</summary>
    public static IReadOnlyList<Lesion> Cut(int ahead) => [new(LesionKind.CutBehind, ahead - 1)];

    /// <summary>The first <paramref name="ahead"/> segments.</summary>
    public static SegmentRange Ahead(int ahead) => new(0, ahead);

    /// <summary>All but the first <paramref name="ahead"/> segments.</summary>
    public static SegmentRange Behind(int ahead) => new(ahead, Segments - ahead);
}

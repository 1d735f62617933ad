using Locomotion.Controller.Cord;
using Locomotion.Controller.Loop;
using Locomotion.Controller.State;

namespace Locomotion.Controller.Lesions;

/// <summary>What is left of the nervous system's connections. Intact at first; nothing grows back.</summary>
internal sealed class Pathways : IHasState
{
    private readonly bool[] links;      // [link]: 0 joins the SEG and the first segment, i the segments i − 1 and i; the last leads nowhere
    private readonly bool[] reached;    // [segment]: whether fibres from the SEG arrive
    private readonly bool[] silent;     // [segment]
    private readonly bool[] deaf;       // [leg]
    private readonly bool[] missing;    // [leg]
    private bool brain = true;

    public Pathways(int segments)
    {
        links = new bool[segments + 1];
        reached = new bool[segments];
        silent = new bool[segments];
        deaf = new bool[2 * segments];
        missing = new bool[2 * segments];
        links.AsSpan(0, segments).Fill(true);
        reached.AsSpan().Fill(true);
    }

    /// <summary>Whether the brain is there.</summary>
    public bool Brain => brain;

    /// <summary>Whether link <paramref name="link"/> is whole: 0 joins the SEG and the first segment, i the segments i − 1 and i.</summary>
    public bool Links(int link) => links[link];

    /// <summary>Whether fibres from the SEG reach segment <paramref name="i"/>.</summary>
    public bool Reaches(int i) => reached[i];

    /// <summary>Whether the ganglion of segment <paramref name="i"/> works.</summary>
    public bool Works(int i) => !silent[i];

    /// <summary>Whether leg <paramref name="leg"/> is there.</summary>
    public bool HasLeg(int leg) => !missing[leg];

    /// <summary>Writes what each segment feels of its legs. [segment]</summary>
    public void Feel(Senses senses, Span<SegmentSenses> felt)
    {
        for (int i = 0; i < felt.Length; i++)
        {
            int left = Leg.Left(i), right = Leg.Right(i);
            felt[i] = new(
                deaf[left] ? 0 : senses.FootLoad[left], deaf[right] ? 0 : senses.FootLoad[right],
                deaf[left] ? 0 : senses.FootContact[left], deaf[right] ? 0 : senses.FootContact[right]);
        }
    }

    /// <summary>Makes a lesion, which must fit the animal.</summary>
    public void Take(Lesion lesion)
    {
        switch (lesion.Kind)
        {
            case LesionKind.Brain:
                brain = false;
                break;
            case LesionKind.Head:
                brain = false;
                Sever(0);
                break;
            case LesionKind.Seg:
                Sever(0);
                break;
            case LesionKind.CutBehind:
                Sever(lesion.Segment + 1);
                break;
            case LesionKind.Silence:
                silent[lesion.Segment] = true;
                break;
            case LesionKind.Amputate:
                missing[lesion.Leg] = deaf[lesion.Leg] = true;
                break;
            case LesionKind.Deafen:
                deaf[lesion.Leg] = true;
                break;
        }
    }

    /// <summary>Lesions that would take from an intact animal what is missing here; of several ways the fewest.</summary>
    public IEnumerable<Lesion> Losses()
    {
        if (!brain && !links[0]) yield return new Lesion(LesionKind.Head);
        else if (!brain) yield return new Lesion(LesionKind.Brain);
        else if (!links[0]) yield return new Lesion(LesionKind.Seg);
        for (int i = 0; i < silent.Length; i++)
        {
            if (i < silent.Length - 1 && !links[i + 1]) yield return new Lesion(LesionKind.CutBehind, i);
            if (silent[i]) yield return new Lesion(LesionKind.Silence, i);
            foreach (Side side in (Side[])[Side.Left, Side.Right])
            {
                Lesion lost = new(LesionKind.Amputate, i, side);
                if (missing[lost.Leg]) yield return lost;
                else if (deaf[lost.Leg]) yield return lost with { Kind = LesionKind.Deafen };
            }
        }
    }

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor)
    {
        visitor.Part("pathways");
        visitor.Flag("brain", ref brain);
        visitor.Flags("links", links);
        visitor.Flags("reached", reached);
        visitor.Flags("silent", silent);
        visitor.Flags("deaf", deaf);
        visitor.Flags("missing", missing);
    }

    private void Sever(int link)
    {
        links[link] = false;
        for (int i = link; i < reached.Length; i++) reached[i] = false;
    }
}

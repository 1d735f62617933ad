using Locomotion.Controller.Cord;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Maths;
using Locomotion.Controller.State;

namespace Locomotion.Controller.Rhythms;

/// <summary>The oscillators of a whole cord, of one kind. Each segment's may read their own state, the outputs of the two neighbours, and the segment's state and senses.</summary>
internal abstract class Rhythm : IHasState
{
    /// <summary>What each segment asks of its muscles. [segment]</summary>
    public abstract ReadOnlySpan<Stroke> Strokes { get; }

    /// <summary>Voltage of each leg's flexor, where neurons make the rhythm; else empty. [leg]</summary>
    public virtual ReadOnlySpan<double> FlexorVoltage => [];

    /// <summary>The same of its extensor. [leg]</summary>
    public virtual ReadOnlySpan<double> ExtensorVoltage => [];

    /// <summary>Works out what follows from <paramref name="p"/> for this rhythm, which it does not touch: any thread may call it.</summary>
    public abstract RhythmSettings Prepare(ControllerParameters p);

    /// <summary>Takes other settings, made by <see cref="Prepare"/>, from the next step on. Allocates nothing; the rhythm goes on from where it is.</summary>
    public abstract void Use(RhythmSettings settings);

    /// <summary>Gives every oscillator a random state, and writes the phases into <paramref name="states"/>.</summary>
    public abstract void Scatter(Xoshiro256 random, Span<SegmentState> states, Pathways pathways);

    /// <summary>Advances every oscillator by one step and writes phases and swings into <paramref name="states"/>. Allocates nothing.</summary>
    /// <param name="states">Each segment's state: its excitation and swim message drive the rhythm.</param>
    /// <param name="senses">What each segment feels.</param>
    /// <param name="pathways">Who may read whom.</param>
    public abstract void Step(Span<SegmentState> states, ReadOnlySpan<SegmentSenses> senses, Pathways pathways);

    /// <summary>Passes over what is remembered beyond <see cref="SegmentState"/>.</summary>
    public abstract void Visit(IStateVisitor visitor);
}

using Locomotion.Controller.Cord;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Maths;
using Locomotion.Controller.State;

namespace Locomotion.Controller.Rhythms;

/// <summary>A cord of phase oscillators. Their phases are in <see cref="SegmentState"/>.</summary>
internal sealed class PhaseRhythm : Rhythm
{
    private readonly int n;
    private readonly double dt;
    private readonly PhaseOutput[] outputs;             // [segment + 1]; first and last stay zero: the first is heard across a cut
    private readonly Stroke[] strokes;                  // [segment]
    private readonly double[] phases, sines, cosines;   // scratch of Emit: left, right, trunk of each segment
    private PhaseCoefficients coefficients;
    private LegLock[] locks = [];                       // [joint]

    public PhaseRhythm(int segments, ControllerParameters p, double dt)
    {
        n = segments;
        this.dt = dt;
        outputs = new PhaseOutput[n + 2];
        strokes = new Stroke[n];
        phases = new double[3 * n];
        sines = new double[3 * n];
        cosines = new double[3 * n];
        Use(Prepare(p));
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<Stroke> Strokes => strokes;

    /// <inheritdoc/>
    public override RhythmSettings Prepare(ControllerParameters p) => new PhaseSettings(p, n, dt);

    /// <inheritdoc/>
    public override void Use(RhythmSettings settings)
    {
        PhaseSettings used = (PhaseSettings)settings;
        coefficients = used.Coefficients;
        locks = used.Locks;
    }

    /// <inheritdoc/>
    public override void Scatter(Xoshiro256 random, Span<SegmentState> states, Pathways pathways)
    {
        foreach (ref SegmentState s in states)
        {
            s.PhaseLeft = random.NextBetween(0, Math.Tau);
            s.PhaseRight = random.NextBetween(0, Math.Tau);
            s.TrunkPhase = random.NextBetween(0, Math.Tau);
        }
        Emit(states, pathways);
    }

    /// <inheritdoc/>
    public override void Step(Span<SegmentState> states, ReadOnlySpan<SegmentSenses> senses, Pathways pathways)
    {
        // all segments first, from the outputs of the step before
        for (int i = 0; i < n; i++)
        {
            PhaseOscillators.Step(in coefficients, in locks[i], ref states[i], in outputs[i + 1],
                in outputs[pathways.Links(i) ? i : 0], in outputs[pathways.Links(i + 1) ? i + 2 : 0], in senses[i]);
        }
        // then show the new outputs
        Emit(states, pathways);
    }

    /// <inheritdoc/>
    public override void Visit(IStateVisitor visitor)
    {
        visitor.Part("phase-rhythm");
        visitor.Visit<PhaseOutput>("outputs", outputs);
        visitor.Visit<Stroke>("strokes", strokes);
    }

    private void Emit(Span<SegmentState> states, Pathways pathways)
    {
        for (int i = 0; i < n; i++)
        {
            phases[3 * i] = states[i].PhaseLeft;
            phases[3 * i + 1] = states[i].PhaseRight;
            phases[3 * i + 2] = states[i].TrunkPhase;
        }
        DMath.SinCos(phases, sines, cosines);
        for (int i = 0; i < n; i++)
        {
            ref SegmentState s = ref states[i];
            int k = 3 * i;
            double sinLeft = sines[k], sinRight = sines[k + 1], sinTrunk = sines[k + 2];
            double cosLeft = cosines[k], cosRight = cosines[k + 1], cosTrunk = cosines[k + 2];
            (s.SwingLeft, s.SwingRight) = (s.PhaseLeft < Math.PI ? 1 : 0, s.PhaseRight < Math.PI ? 1 : 0);
            strokes[i] = new() { YawLeft = -cosLeft, YawRight = -cosRight, LiftLeft = sinLeft, LiftRight = sinRight, Bend = cosTrunk };
            if (i == n - 1) sinTrunk = cosTrunk = 0;    // no joint behind the tail: nothing to couple to
            outputs[i + 1] = pathways.Works(i)
                ? new() { SinLeft = sinLeft, CosLeft = cosLeft, SinRight = sinRight, CosRight = cosRight, SinTrunk = sinTrunk, CosTrunk = cosTrunk }
                : default;
        }
    }
}

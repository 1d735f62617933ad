using System.Runtime.CompilerServices;
using Locomotion.Controller.Cord;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Maths;
using Locomotion.Controller.Neurons;
using Locomotion.Controller.State;

namespace Locomotion.Controller.Rhythms;

/// <summary>A cord of bursting neurons and the leaky muscles that they drive.</summary>
internal sealed class BurstingRhythm : Rhythm
{
    private const double FirstPeriod = 0.4;     // s: a guess, until a burster has gone through its first cycle

    private readonly int n;
    private readonly ulong seed;
    private readonly double dt;
    private readonly BurstOutput[] outputs;     // [segment + 1]; first and last stay zero: the first is heard across a cut
    private readonly Stroke[] strokes;          // [segment]
    private readonly double[] input, rate;      // flexors [leg], then extensors [leg], then joints [2 joint, left before right]
    private readonly BurstPhases phases;        // [3 segment]: left leg, right leg, joint behind
    private readonly RestingNeurons resting;
    private BursterPopulation flexors, extensors, joints;
    private BurstingParameters p;
    private Muscles muscles;
    private double restThreshold;

    public BurstingRhythm(int segments, ControllerParameters parameters, double dt, ulong seed)
    {
        n = segments;
        this.dt = dt;
        this.seed = seed;
        outputs = new BurstOutput[n + 2];
        strokes = new Stroke[n];
        input = new double[6 * n];
        rate = new double[6 * n];
        phases = new BurstPhases(3 * n, dt);
        resting = new RestingNeurons(n);
        BurstingSettings first = new(parameters, n, dt, seed);
        p = first.Parameters;
        (flexors, extensors, joints) = (first.Flexors, first.Extensors, first.Joints);
        muscles = first.Muscles;
        restThreshold = first.RestThreshold;
    }

    /// <inheritdoc/>
    public override ReadOnlySpan<Stroke> Strokes => strokes;

    /// <inheritdoc/>
    public override ReadOnlySpan<double> FlexorVoltage => flexors.Voltage;

    /// <inheritdoc/>
    public override ReadOnlySpan<double> ExtensorVoltage => extensors.Voltage;

    /// <inheritdoc/>
    public override RhythmSettings Prepare(ControllerParameters parameters) => new BurstingSettings(parameters, n, dt, seed);

    /// <inheritdoc/>
    public override void Use(RhythmSettings settings)
    {
        BurstingSettings used = (BurstingSettings)settings;
        flexors.CopyTo(used.Flexors);
        extensors.CopyTo(used.Extensors);
        joints.CopyTo(used.Joints);
        p = used.Parameters;
        (flexors, extensors, joints) = (used.Flexors, used.Extensors, used.Joints);
        muscles = used.Muscles;
        restThreshold = used.RestThreshold;
    }

    /// <inheritdoc/>
    public override void Scatter(Xoshiro256 random, Span<SegmentState> states, Pathways pathways)
    {
        for (int i = 0; i < n; i++)
        {
            ref SegmentState s = ref states[i];
            s.PhaseLeft = ScatterPair(ref random, 3 * i, flexors, Leg.Left(i), extensors, Leg.Left(i));
            s.PhaseRight = ScatterPair(ref random, 3 * i + 1, flexors, Leg.Right(i), extensors, Leg.Right(i));
            s.TrunkPhase = ScatterPair(ref random, 3 * i + 2, joints, 2 * i, joints, 2 * i + 1);
        }
    }

    /// <inheritdoc/>
    public override void Step(Span<SegmentState> states, ReadOnlySpan<SegmentSenses> senses, Pathways pathways)
    {
        // every input first, from the rates of the step before
        Span<double> toFlexors = input.AsSpan(0, 2 * n), toExtensors = input.AsSpan(2 * n, 2 * n), toJoints = input.AsSpan(4 * n, 2 * n);
        resting.Clear();
        for (int i = 0; i < n; i++)
        {
            if (states[i].Excitation < restThreshold) resting.Hold(i, flexors, extensors, joints);
            BurstOutput heard = BurstingOscillators.Hear(p, in states[i], in outputs[i + 1],
                in outputs[pathways.Links(i) ? i : 0], in outputs[pathways.Links(i + 1) ? i + 2 : 0], in senses[i]);
            (toFlexors[2 * i], toFlexors[2 * i + 1]) = (heard.FlexorLeft, heard.FlexorRight);
            (toExtensors[2 * i], toExtensors[2 * i + 1]) = (heard.ExtensorLeft, heard.ExtensorRight);
            (toJoints[2 * i], toJoints[2 * i + 1]) = (heard.TrunkLeft, heard.TrunkRight);
        }
        flexors.Step(toFlexors, rate.AsSpan(0, 2 * n));
        extensors.Step(toExtensors, rate.AsSpan(2 * n, 2 * n));
        joints.Step(toJoints, rate.AsSpan(4 * n, 2 * n));
        resting.Restore(flexors, extensors, joints);
        // then show the new rates, and pull
        for (int i = 0; i < n; i++)
        {
            bool rests = resting.Holds(i);
            outputs[i + 1] = rests ? default : Rates(i);
            if (rests) continue;
            muscles.Pull(ref strokes[i], in outputs[i + 1], states[i].Excitation);
            Tell(ref states[i], i);
        }
    }

    /// <inheritdoc/>
    public override void Visit(IStateVisitor visitor)
    {
        visitor.Part("bursting-rhythm");
        visitor.Visit<BurstOutput>("outputs", outputs);
        visitor.Visit<Stroke>("strokes", strokes);
        phases.Visit(visitor);
        visitor.Part("flexors");
        flexors.Visit(visitor);
        visitor.Part("extensors");
        extensors.Visit(visitor);
        visitor.Part("joints");
        joints.Visit(visitor);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private BurstOutput Rates(int i) => new()
    {
        FlexorLeft = rate[2 * i],
        FlexorRight = rate[2 * i + 1],
        ExtensorLeft = rate[2 * n + 2 * i],
        ExtensorRight = rate[2 * n + 2 * i + 1],
        TrunkLeft = i < n - 1 ? rate[4 * n + 2 * i] : 0,        // no joint behind the tail: nothing to hear
        TrunkRight = i < n - 1 ? rate[4 * n + 2 * i + 1] : 0,
    };

    private void Tell(ref SegmentState s, int i)
    {
        bool left = flexors.Voltage[2 * i] > 0, right = flexors.Voltage[2 * i + 1] > 0;
        s.PhaseLeft = phases.Next(3 * i, left);
        s.PhaseRight = phases.Next(3 * i + 1, right);
        s.TrunkPhase = phases.Next(3 * i + 2, joints.Voltage[2 * i] > 0);
        (s.SwingLeft, s.SwingRight) = (left ? 1 : 0, right ? 1 : 0);
    }

    /// <summary>One of a pair in a burst, the other not, and either somewhere in it.</summary>
    private double ScatterPair(ref Xoshiro256 random, int oscillator, BursterPopulation first, int one, BursterPopulation second, int other)
    {
        bool bursts = random.NextBetween(0, 1) < 0.5;
        first.Put(one, bursts, random.NextBetween(0, 1));
        second.Put(other, !bursts, random.NextBetween(0, 1));
        return phases.Start(oscillator, random.NextBetween(0, Math.Tau), FirstPeriod, bursts);
    }
}

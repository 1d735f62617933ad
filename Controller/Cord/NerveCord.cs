using Locomotion.Controller.Loop;
using Locomotion.Controller.Maths;

namespace Locomotion.Controller.Cord;

/// <summary>The chain of segments. It hands each one what it may read, and nothing else; their order does not matter.</summary>
internal sealed class NerveCord
{
    private readonly SegmentState[] states;     // [segment]
    private readonly SegmentOutput[] outputs;   // [segment + 1]; the first is the SEG's, the last stays zero
    private readonly double[] phases, sines, cosines;   // scratch of Emit: left, right, trunk of each segment
    private readonly double dt;
    private SegmentCoefficients coefficients;
    private Motor motor;
    private LegLock[] locks;                    // [joint]

    public NerveCord(int segments, ControllerParameters p, double dt)
    {
        this.dt = dt;
        states = new SegmentState[segments];
        outputs = new SegmentOutput[segments + 2];
        phases = new double[3 * segments];
        sines = new double[3 * segments];
        cosines = new double[3 * segments];
        locks = [];
        Use(p);
    }

    /// <summary>[segment], head first.</summary>
    public ReadOnlySpan<SegmentState> States => states;

    /// <summary>Takes other parameters from the next step on. Allocates; the rhythm goes on from where it is.</summary>
    public void Use(ControllerParameters p)
    {
        coefficients = new SegmentCoefficients(p, states.Length, dt);
        motor = new Motor(p.Motor, p.Excitation, states.Length);
        locks = LegLock.Along(p.Trunk, states.Length);
    }

    /// <summary>Gives every oscillator a random phase.</summary>
    public void Scatter(Xoshiro256 random)
    {
        foreach (ref SegmentState s in states.AsSpan())
        {
            s.PhaseLeft = random.NextBetween(0, Math.Tau);
            s.PhaseRight = random.NextBetween(0, Math.Tau);
            s.TrunkPhase = random.NextBetween(0, Math.Tau);
        }
        Emit();
    }

    /// <summary>Advances all segments by one step.</summary>
    public void Step(in CordSignals cord, in SegmentOutput seg, Senses senses)
    {
        int n = states.Length;
        outputs[0] = seg;
        // all segments first, from the outputs of the step before
        for (int i = 0; i < n; i++)
        {
            int left = Leg.Left(i), right = Leg.Right(i);
            SegmentSenses felt = new(senses.FootLoad[left], senses.FootLoad[right], senses.FootContact[left], senses.FootContact[right]);
            Segment.Step(in coefficients, in locks[i], ref states[i], in outputs[i + 1], in outputs[i], in outputs[i + 2], in felt, in cord);
        }
        // then show the new outputs
        Emit();
    }

    /// <summary>Writes the angles that the new phases ask for.</summary>
    public void Move(in CordSignals cord, Command command)
    {
        for (int i = 0; i < states.Length; i++)
            motor.Move(in states[i], in outputs[i + 1], in cord, command, i, hasJoint: i < states.Length - 1);
    }

    private void Emit()
    {
        int n = states.Length;
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
            ref SegmentOutput o = ref outputs[i + 1];
            int k = 3 * i;
            (o.SinLeft, o.CosLeft) = (sines[k], cosines[k]);
            (o.SinRight, o.CosRight) = (sines[k + 1], cosines[k + 1]);
            if (i < n - 1) (o.SinTrunk, o.CosTrunk) = (sines[k + 2], cosines[k + 2]);   // no joint behind the tail: nothing to couple to
            o.Message = coefficients.OverwriteTravels ? s.LocalMessage : s.Message;
            o.FoldSignal = s.FoldSignal;
        }
    }
}

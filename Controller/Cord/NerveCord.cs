using System.Runtime.InteropServices;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Maths;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.Rhythms;
using Locomotion.Controller.State;

namespace Locomotion.Controller.Cord;

/// <summary>The chain of segments. It hands each one what it may read, and nothing else; their order does not matter.</summary>
internal sealed class NerveCord : IHasState
{
    private readonly SegmentState[] states;     // [segment]
    private readonly CordMessages[] messages;   // [segment + 1]: as passed on; the first is the SEG's
    private readonly CordSignals[] signals;     // [segment]: what arrives of what the SEG sends down
    private readonly SegmentSenses[] felt;      // [segment]
    private readonly Pathways pathways;
    private readonly Rhythm rhythm;
    private readonly Oscillator oscillator;
    private readonly double dt;
    private SegmentCoefficients coefficients;
    private Motor motor;

    public NerveCord(int segments, ControllerParameters p, double dt, Pathways pathways, ulong seed)
    {
        this.dt = dt;
        this.pathways = pathways;
        states = new SegmentState[segments];
        messages = new CordMessages[segments + 1];
        signals = new CordSignals[segments];
        felt = new SegmentSenses[segments];
        oscillator = p.Oscillator;
        rhythm = oscillator == Oscillator.Phase ? new PhaseRhythm(segments, p, dt) : new BurstingRhythm(segments, p, dt, seed);
        coefficients = new SegmentCoefficients(p, dt);
        motor = new Motor(p.Motor, p.Excitation, segments);
        rhythm.Scatter(new Xoshiro256(seed), states, pathways);
    }

    /// <summary>[segment], head first.</summary>
    public ReadOnlySpan<SegmentState> States => states;

    /// <summary>What makes its rhythm.</summary>
    public Rhythm Rhythm => rhythm;

    /// <summary>Works out all that follows from <paramref name="p"/> for this cord, which it does not touch: any thread may call it.</summary>
    /// <exception cref="InvalidInputException">They ask for another kind of oscillator, or do not go together.</exception>
    public CordSettings Prepare(ControllerParameters p)
    {
        if (p.Oscillator != oscillator)
        {
            throw new InvalidInputException("Parameter 'oscillator'", Naming.Word(p.Oscillator),
                $"differs from {Naming.Word(oscillator)}, which runs, and may only change while the animal rests", "choose the oscillator before the start");
        }
        return new CordSettings(this, new SegmentCoefficients(p, dt), new Motor(p.Motor, p.Excitation, states.Length), rhythm.Prepare(p));
    }

    /// <summary>Takes other settings from the next step on. Allocates nothing; the rhythm goes on from where it is.</summary>
    public void Use(CordSettings settings)
    {
        rhythm.Use(settings.Rhythm);
        coefficients = settings.Coefficients;
        motor = settings.Motor;
    }

    /// <summary>Advances all segments by one step.</summary>
    public void Step(in CordSignals cord, in CordMessages seg, Senses senses)
    {
        messages[0] = seg;
        pathways.Feel(senses, felt);
        // all segments first, from what was passed on in the step before
        for (int i = 0; i < states.Length; i++)
        {
            signals[i] = pathways.Reaches(i) ? cord : default;
            if (!pathways.Works(i)) Segment.Rest(in coefficients, ref states[i]);
            else Segment.Step(in coefficients, ref states[i], pathways.Links(i) ? messages[i] : default, in felt[i], in signals[i]);
        }
        rhythm.Step(states, felt, pathways);
        // then pass on
        for (int i = 0; i < states.Length; i++)
            messages[i + 1] = new(coefficients.OverwriteTravels ? states[i].LocalMessage : states[i].Message, states[i].FoldSignal);
    }

    /// <summary>Writes the angles that the rhythm asks for.</summary>
    public void Move(Command command)
    {
        ReadOnlySpan<Stroke> strokes = rhythm.Strokes;
        for (int i = 0; i < states.Length; i++)
            motor.Move(in states[i], in strokes[i], in signals[i], command, i, hasJoint: i < states.Length - 1);
        HoldUpLost(command);
    }

    /// <summary>Holds up what is left of amputated legs.</summary>
    public void HoldUpLost(Command command)
    {
        for (int i = 0; i < states.Length; i++)
        {
            if (!pathways.HasLeg(Leg.Left(i))) motor.HoldUp(command, Leg.Left(i));
            if (!pathways.HasLeg(Leg.Right(i))) motor.HoldUp(command, Leg.Right(i));
        }
    }

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor)
    {
        visitor.Part("segments");
        visitor.Table(SegmentState.FieldNames, MemoryMarshal.Cast<SegmentState, double>(states.AsSpan()));
        visitor.Part("messages");
        visitor.Visit<CordMessages>("passed-on", messages);
        rhythm.Visit(visitor);
        if (visitor.Restores) RefuseUnsound();
    }

    /// <summary>Sines are not known of larger angles, and no state holds any.</summary>
    private void RefuseUnsound()
    {
        foreach (double number in MemoryMarshal.Cast<SegmentState, double>(states.AsSpan()))
        {
            if (!(Math.Abs(number) <= DMath.MaxAngle))
                throw new InvalidInputException("State of a segment", Naming.Number(number), $"is not within ±{DMath.MaxAngle}", "restore what was saved from an animal that moved");
        }
    }
}

using Locomotion.Controller.Loop;
using Locomotion.Controller.Rhythms;

namespace Locomotion.Controller.Cord;

/// <summary>From the rhythm's strokes to the angles of legs and trunk joints.</summary>
internal readonly struct Motor
{
    private readonly double legAmplitude, foldedYaw, walkBend, swimBend, turnBend, restThreshold;

    public Motor(MotorParameters p, ExcitationParameters excitation, int segments)
    {
        legAmplitude = p.LegAmplitude;
        foldedYaw = p.FoldedYaw;
        walkBend = Math.Min(p.WalkBend / segments, p.LargestBend);
        swimBend = Math.Min(p.SwimBend / segments, p.LargestBend);
        turnBend = Math.Min(p.TurnBend / segments, p.LargestBend);
        restThreshold = excitation.RestThreshold;
    }

    /// <summary>Writes the targets of segment <paramref name="i"/>, and of the joint behind it if there is one.</summary>
    /// <remarks>
    /// Yaw = (1 − F) A y + F α_folded; lift = (1 − F) z + F, y and z the leg's stroke. A resting segment stands, z = −1: it feels the ground, if
    /// there is any, and ground may wake it.
    /// <br/>Bend = R b + turn, R = (1 − s) [m R_swim + (1 − m) e R_walk], e = clip(u / 0.1, 0, 1), 0 at rest, b the joint's stroke. A body
    /// keeps its shape whatever the number of its segments: R is a bend per body length over n. Source: ours.
    /// </remarks>
    public void Move(in SegmentState s, in Stroke stroke, in CordSignals cord, Command command, int i, bool hasJoint)
    {
        double fold = s.Fold, walk = 1 - fold;
        bool rests = s.Excitation < restThreshold;
        command.LegYaw[Leg.Left(i)] = fold * foldedYaw + walk * legAmplitude * stroke.YawLeft;
        command.LegYaw[Leg.Right(i)] = fold * foldedYaw + walk * legAmplitude * stroke.YawRight;
        command.LegLift[Leg.Left(i)] = fold + walk * (rests ? -1 : stroke.LiftLeft);
        command.LegLift[Leg.Right(i)] = fold + walk * (rests ? -1 : stroke.LiftRight);
        if (!hasJoint) return;
        double m = s.LocalMessage;
        double e = rests ? 0 : Math.Min(s.Excitation / 0.1, 1);
        double r = (1 - cord.Tone) * (m * swimBend + (1 - m) * e * walkBend);
        command.Bend[i] = r * stroke.Bend + turnBend * cord.Turn;
    }

    /// <summary>Holds a leg as one that is folded: up, and pointing backwards.</summary>
    public void HoldUp(Command command, int leg) => (command.LegYaw[leg], command.LegLift[leg]) = (foldedYaw, 1);
}

using Locomotion.Controller.Loop;

namespace Locomotion.Controller.Cord;

/// <summary>From phases to the angles of legs and trunk joints.</summary>
internal static class Motor
{
    /// <summary>Writes the targets of segment <paramref name="i"/>, and of the joint behind it if there is one.</summary>
    /// <remarks>
    /// Yaw = (1 − F) (−A cos φ) + F α_folded; lift = (1 − F) sin φ + F.
    /// <br/>Bend = R cos ψ + turn, R = (1 − s) [m R_swim + (1 − m) e R_walk], e = clip(u / 0.1, 0, 1), 0 at rest. Source: ours.
    /// </remarks>
    public static void Move(MotorParameters p, ExcitationParameters excitation, double free, double turn,
        in SegmentState s, in SegmentOutput o, Command command, int i, bool hasJoint)
    {
        double fold = s.Fold, walk = 1 - fold;
        command.LegYaw[Leg.Left(i)] = fold * p.FoldedYaw - walk * p.LegAmplitude * o.CosLeft;
        command.LegYaw[Leg.Right(i)] = fold * p.FoldedYaw - walk * p.LegAmplitude * o.CosRight;
        command.LegLift[Leg.Left(i)] = fold + walk * o.SinLeft;
        command.LegLift[Leg.Right(i)] = fold + walk * o.SinRight;
        if (!hasJoint) return;
        double m = s.LocalMessage;
        double e = s.Excitation < excitation.RestThreshold ? 0 : Math.Min(s.Excitation / 0.1, 1);
        double r = free * (m * p.SwimBend + (1 - m) * e * p.WalkBend);
        command.Bend[i] = r * o.CosTrunk + turn;
    }
}

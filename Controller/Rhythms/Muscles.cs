using Locomotion.Controller.Maths;

namespace Locomotion.Controller.Rhythms;

/// <summary>Leaky muscles: from firing rates to strokes.</summary>
internal readonly struct Muscles(MuscleParameters p, double dt)
{
    private readonly double yawShare = LowPass.Share(p.YawTime, dt), liftShare = LowPass.Share(p.LiftTime, dt), bendShare = LowPass.Share(p.BendTime, dt);
    private readonly double gain = p.LiftGain;

    /// <summary>τ dy/dt = F − E − y for yaw, clip(g (F − E)) − y for lift, left − right − y for bend. Source: ours.</summary>
    public void Pull(ref Stroke s, in BurstOutput o)
    {
        double left = o.FlexorLeft - o.ExtensorLeft, right = o.FlexorRight - o.ExtensorRight;
        s.YawLeft += yawShare * (left - s.YawLeft);
        s.YawRight += yawShare * (right - s.YawRight);
        s.LiftLeft += liftShare * (Math.Clamp(gain * left, -1, 1) - s.LiftLeft);
        s.LiftRight += liftShare * (Math.Clamp(gain * right, -1, 1) - s.LiftRight);
        s.Bend += bendShare * (o.TrunkLeft - o.TrunkRight - s.Bend);
    }
}

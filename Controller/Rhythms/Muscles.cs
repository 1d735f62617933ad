using Locomotion.Controller.Maths;
using Locomotion.Controller.Neurons;

namespace Locomotion.Controller.Rhythms;

/// <summary>From firing rates to strokes.</summary>
internal sealed class Muscles(BurstingParameters bursting, BursterCoefficients extensor, double dt)
{
    private readonly double recruitment = 1 / bursting.Muscles.FullRecruitment;
    private readonly double swing = bursting.Muscles.SwingSpeed * dt, push = bursting.Muscles.StanceSpeed * dt;
    private readonly double alone = extensor.ActiveRateAt(0);
    private readonly double liftShare = LowPass.Share(bursting.Muscles.LiftTime, dt), bendShare = LowPass.Share(bursting.Muscles.BendTime, dt);

    /// <summary>
    /// A leg moves at the speed that its bursters' rates ask for, between two stops: dy/dt = v_F r(F) − v_E g(u) r(E), |y| ≤ 1, where r is
    /// how far a muscle is recruited and g(u) how many times shorter the excitation u alone makes a stance: a push as strong as it is short. A foot is up while the flexor fires,
    /// τ dz/dt = ±1 − z; a joint follows its bursters, τ db/dt = L − R − b. Source: ours.
    /// </summary>
    public void Pull(ref Stroke s, in BurstOutput o, double u)
    {
        double stance = push * extensor.ActiveRateAt(bursting.Extensor.Bias + bursting.Legs.Drive * u) / alone;
        s.YawLeft = Math.Clamp(s.YawLeft + swing * Recruited(o.FlexorLeft) - stance * Recruited(o.ExtensorLeft), -1, 1);
        s.YawRight = Math.Clamp(s.YawRight + swing * Recruited(o.FlexorRight) - stance * Recruited(o.ExtensorRight), -1, 1);
        s.LiftLeft += liftShare * ((o.FlexorLeft > 0 ? 1 : -1) - s.LiftLeft);
        s.LiftRight += liftShare * ((o.FlexorRight > 0 ? 1 : -1) - s.LiftRight);
        s.Bend += bendShare * (o.TrunkLeft - o.TrunkRight - s.Bend);
    }

    private double Recruited(double rate) => Math.Min(rate * recruitment, 1);
}

using Locomotion.Body.Chain;
using Locomotion.Controller.State;

namespace Locomotion.Body.Ground;

/// <summary>Massless legs: each foot stands where its leg angle puts it, and drags with Coulomb friction. So does the belly.</summary>
/// <remarks>
/// F = −μ N v / √(v² + v_s²), taken implicitly in v: −c (v + h a) with c = μ N / √(v² + v_s²) at the start of the step. A foot's velocity
/// is that of the body at its place plus that of the leg about its base. Source: regularised Coulomb friction; load sharing ours.
/// </remarks>
internal sealed class Feet(ShapeParameters shape, FeetParameters p) : IHasState
{
    /// <summary>Standard gravity, m/s².</summary>
    public const double Gravity = 9.80665;

    private readonly Foot[] feet = new Foot[2 * shape.Segments];        // [leg]
    private readonly double[] bellyDamping = new double[shape.Segments]; // c, N s/m
    private readonly LoadSharing sharing = new(shape.Segments);
    private readonly double[] stance = new double[2 * shape.Segments];  // 0 to 1, [leg]
    private bool afloat;                                                // nothing presses on the ground

    private struct Foot
    {
        public double C, Ru, Rn, Vu, Vn, LegU, LegN;   // damping; place from the center; slip; velocity of the leg against the body
    }

    /// <summary>Load on each foot, segment weights. [leg]</summary>
    public ReadOnlySpan<double> Load => sharing.Foot;

    /// <summary>Adds the friction of feet and bellies to the chain's forces.</summary>
    /// <param name="chain">The chain, located.</param>
    /// <param name="weight">Weight that buoyancy leaves, segment weights. [segment]</param>
    /// <param name="contact">How far each segment feels the ground, 0 to 1. [segment]</param>
    /// <param name="legs">What the legs do now.</param>
    /// <param name="h">The step, s.</param>
    public void Press(PlanarChain chain, ReadOnlySpan<double> weight, ReadOnlySpan<double> contact, LegMotion legs, double h)
    {
        afloat = !weight.ContainsAnyExcept(0);
        if (afloat)
        {
            sharing.Clear();
            return;
        }
        for (int leg = 0; leg < feet.Length; leg++)
            stance[leg] = contact[leg / 2] * Math.Clamp(-legs.Lift[leg] / p.PressToStand, 0, 1);
        sharing.Share(weight, stance);

        double newton = shape.SegmentMass * Gravity, slip2 = p.SlipSpeed * p.SlipSpeed;
        for (int i = 0; i < weight.Length; i++)
        {
            ref Link link = ref chain.Links[i];
            ref LinkForces force = ref chain.Forces[i];
            double omega2 = link.Spin * link.Spin;
            for (int leg = 2 * i; leg < 2 * i + 2; leg++)
            {
                ref Foot foot = ref feet[leg];
                double n = newton * sharing.Foot[leg];
                foot.C = 0;
                if (n == 0) continue;
                Place(ref foot, in link, leg % 2 == 0 ? 1 : -1, legs.Sin[leg], legs.Cos[leg], legs.YawRate[leg]);
                foot.C = p.Friction * n / Math.Sqrt(foot.Vu * foot.Vu + foot.Vn * foot.Vn + slip2);
                force.AddDamper(foot.C, foot.Ru, foot.Rn, foot.Vu, foot.Vn, omega2, h);
            }
            double speed2 = link.Forward * link.Forward + link.Leftward * link.Leftward;
            bellyDamping[i] = contact[i] == 0 ? 0 : p.BellyFriction * newton * sharing.Belly[i] / Math.Sqrt(speed2 + slip2);
            if (bellyDamping[i] != 0) force.AddDamper(bellyDamping[i], 0, 0, link.Forward, link.Leftward, omega2, h);
        }
    }

    /// <summary>Books what feet and bellies did over a step of <paramref name="h"/>, by the velocities at its middle.</summary>
    public void Book(PlanarChain chain, EnergyBooks books, double h)
    {
        if (afloat) return;
        double legWork = 0, effort = 0, lostByFeet = 0, lostByBelly = 0;
        for (int i = 0; i < bellyDamping.Length; i++)
        {
            ref Link link = ref chain.Links[i];
            double omega2 = link.Spin * link.Spin;
            for (int leg = 2 * i; leg < 2 * i + 2; leg++)
            {
                ref Foot foot = ref feet[leg];
                if (foot.C == 0) continue;
                double au = link.ForwardRate - link.SpinRate * foot.Rn - omega2 * foot.Ru;
                double an = link.LeftwardRate + link.SpinRate * foot.Ru - omega2 * foot.Rn;
                double fu = -foot.C * (foot.Vu + h * au), fn = -foot.C * (foot.Vn + h * an);
                lostByFeet -= fu * (foot.Vu + h / 2 * au) + fn * (foot.Vn + h / 2 * an);
                double power = -(fu * foot.LegU + fn * foot.LegN);
                legWork += power;
                effort += Math.Max(power, 0);
            }
            double cu = link.Forward + h * link.ForwardRate, cn = link.Leftward + h * link.LeftwardRate;
            lostByBelly += bellyDamping[i] / 2 * (cu * (link.Forward + cu) + cn * (link.Leftward + cn));
        }
        books.LegWork += h * legWork;
        books.Effort += h * effort;
        books.LostByFeet += h * lostByFeet;
        books.LostByBelly += h * lostByBelly;
    }

    /// <summary>Passes over the loads, which are felt until the next step shares them out anew.</summary>
    public void Visit(IStateVisitor visitor)
    {
        visitor.Part("feet");
        visitor.Visit<double>("load", sharing.Foot);
    }

    /// <summary>Place and velocity of a foot in its link's axes; <paramref name="side"/> is 1 on the left, −1 on the right.</summary>
    private void Place(ref Foot foot, in Link link, double side, double sin, double cos, double yawRate)
    {
        double reach = shape.LegLength;
        foot.Ru = reach * sin;
        foot.Rn = side * (shape.Width / 2 + reach * cos);
        foot.LegU = yawRate * reach * cos;
        foot.LegN = -side * yawRate * reach * sin;
        foot.Vu = link.Forward - link.Spin * foot.Rn + foot.LegU;
        foot.Vn = link.Leftward + link.Spin * foot.Ru + foot.LegN;
    }
}

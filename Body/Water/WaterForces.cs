using Locomotion.Body.Chain;

namespace Locomotion.Body.Water;

/// <summary>Drag along and across each link, and the water that moves sideways with it.</summary>
/// <remarks>
/// Drag, quadratic with a linear part: along, −(k_T |v_u| + ν_T l) v_u; across, −(k_N |v| + ν_N l) / 2 · v at the two Gauss points
/// ± l / (2 √3); k = ρ C H l / 2. Each factor |v| is taken at the start of the step, the velocity it multiplies at its end.
/// <br/>Added mass m_a = ρ π H² l / 4, Kirchhoff's equations of a body in ideal water: force −d/dt (m_a v_n n), torque −m_a v_u v_n − I_a α.
/// All scale with the part of the link that is under water.
/// <para>Source: Taylor 1952, Proc. R. Soc. A 214:158 (resistive); Lamb, Hydrodynamics, chapter VI (reactive).</para>
/// </remarks>
internal sealed class WaterForces
{
    private readonly double along, legsAlong, across, linearAlong, linearAcross, addedMass, addedInertia, gauss;
    private readonly Drag[] drag;   // [segment]

    private struct Drag
    {
        public double Along, Fore, Aft;   // dampings in force, N s/m
    }

    public WaterForces(ShapeParameters shape, WaterParameters p)
    {
        double l = shape.SegmentLength, halfRhoArea = p.Density * shape.Height * l / 2;
        along = halfRhoArea * p.TangentialDrag;
        legsAlong = halfRhoArea * p.LegDrag / 2;
        across = halfRhoArea * p.NormalDrag / 2;
        linearAlong = p.TangentialViscosity * l;
        linearAcross = p.NormalViscosity * l / 2;
        addedMass = p.AddedMass * p.Density * Math.PI * shape.Height * shape.Height / 4 * l;
        addedInertia = addedMass * l * l / 12;
        gauss = l / (2 * Math.Sqrt(3));
        drag = new Drag[shape.Segments];
    }

    /// <summary>Adds the water's forces to the chain's, implicitly over a step of <paramref name="h"/>.</summary>
    /// <param name="chain">The chain, located.</param>
    /// <param name="wetness">Part of each segment under water, 0 to 1. [segment]</param>
    /// <param name="legs">What the legs do now.</param>
    /// <param name="h">The step, s.</param>
    public void Press(PlanarChain chain, ReadOnlySpan<double> wetness, LegMotion legs, double h)
    {
        for (int i = 0; i < wetness.Length; i++)
        {
            double wet = wetness[i];
            ref Drag c = ref drag[i];
            c = default;
            if (wet == 0) continue;
            ref Link link = ref chain.Links[i];
            ref LinkForces force = ref chain.Forces[i];
            double vu = link.Forward, vn = link.Leftward, omega = link.Spin, turning = gauss * omega;

            c.Along = wet * ((along + legsAlong * (Exposed(legs.Cos[2 * i]) + Exposed(legs.Cos[2 * i + 1]))) * Math.Abs(vu) + linearAlong);
            c.Fore = wet * (across * Math.Abs(vn + turning) + linearAcross);
            c.Aft = wet * (across * Math.Abs(vn - turning) + linearAcross);
            double both = c.Fore + c.Aft, skew = gauss * (c.Fore - c.Aft), square = gauss * gauss * both;
            force.Muu += h * c.Along;
            force.Mnn += h * both;
            force.Iwn += h * skew;
            force.Iww += h * square;
            force.Fu -= c.Along * vu;
            force.Fn -= both * vn + skew * omega;
            force.T -= skew * vn + square * omega;

            double ma = wet * addedMass;
            force.Mnn += ma;
            force.Iww += wet * addedInertia;
            force.Fu += ma * vn * omega;
            force.Fn += ma * vu * omega;
            force.T -= ma * vu * vn;
        }
    }

    /// <summary>Books what the water took over a step of <paramref name="h"/>, by the velocities at its middle.</summary>
    public void Book(PlanarChain chain, EnergyBooks books, double h)
    {
        double lost = 0;
        for (int i = 0; i < drag.Length; i++)
        {
            ref Drag c = ref drag[i];
            if (c.Fore + c.Aft + c.Along == 0) continue;
            ref Link link = ref chain.Links[i];
            double turning = gauss * link.Spin, turningRate = gauss * link.SpinRate;
            lost += Lost(c.Along, link.Forward, link.ForwardRate)
                + Lost(c.Fore, link.Leftward + turning, link.LeftwardRate + turningRate)
                + Lost(c.Aft, link.Leftward - turning, link.LeftwardRate - turningRate);
        }
        books.LostToWater += h * lost;

        double Lost(double damping, double v, double a) => damping * (v + h * a) * (v + h / 2 * a);
    }

    /// <summary>Energy of the water that moves with the chain, J.</summary>
    public double KineticEnergy(PlanarChain chain, ReadOnlySpan<double> wetness)
    {
        double twice = 0;
        for (int i = 0; i < wetness.Length; i++)
        {
            ref Link link = ref chain.Links[i];
            twice += wetness[i] * (addedMass * link.Leftward * link.Leftward + addedInertia * link.Spin * link.Spin);
        }
        return twice / 2;
    }

    /// <summary>How far a leg stands out of the outline: cos² of its angle.</summary>
    private static double Exposed(double cos) => cos * cos;
}

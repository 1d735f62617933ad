using System.Runtime.CompilerServices;

namespace Locomotion.Body.Chain;

/// <summary>
/// What acts on a link, gathered about its center in its own axes (rotation w, forward u, leftward n): forces, and the inertia that
/// stands for what they will have changed by the end of the step.
/// </summary>
public struct LinkForces
{
    /// <summary>Rotational inertia added, kg m².</summary>
    public double Iww;
    /// <summary>Coupling of rotation and u, kg m.</summary>
    public double Iwu;
    /// <summary>Coupling of rotation and n, kg m.</summary>
    public double Iwn;
    /// <summary>Inertia added along u, kg.</summary>
    public double Muu;
    /// <summary>Inertia added along n, kg.</summary>
    public double Mnn;
    /// <summary>Torque about the center, N m.</summary>
    public double T;
    /// <summary>Force forward, N.</summary>
    public double Fu;
    /// <summary>Force to the left, N.</summary>
    public double Fn;

    /// <summary>
    /// A damper of <paramref name="c"/> N s/m, equal in all directions, at (<paramref name="ru"/>, <paramref name="rn"/>) from the
    /// center, taken implicitly over a step of <paramref name="h"/>: the force is −c (v + h a), v = (<paramref name="vu"/>,
    /// <paramref name="vn"/>) now and a the acceleration of that point.
    /// </summary>
    public void AddDamper(double c, double ru, double rn, double vu, double vn, double omega2, double h)
    {
        double mass = h * c;
        double fu = -c * (vu - h * omega2 * ru), fn = -c * (vn - h * omega2 * rn);
        Iww += mass * (ru * ru + rn * rn);
        Iwu -= mass * rn;
        Iwn += mass * ru;
        Muu += mass;
        Mnn += mass;
        T += ru * fn - rn * fu;
        Fu += fu;
        Fn += fn;
    }

    /// <summary>These forces and a rigid link of <paramref name="mass"/> and <paramref name="inertia"/>, in world axes about the center.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly LinkInertia InWorld(double ux, double uy, double mass, double inertia)
    {
        double uu = mass + Muu, nn = mass + Mnn;
        return new LinkInertia
        {
            Iww = inertia + Iww,
            Iwx = Iwu * ux - Iwn * uy,
            Iwy = Iwu * uy + Iwn * ux,
            Mxx = uu * ux * ux + nn * uy * uy,
            Mxy = (uu - nn) * ux * uy,
            Myy = uu * uy * uy + nn * ux * ux,
            T = -T,
            Fx = Fn * uy - Fu * ux,
            Fy = -Fu * uy - Fn * ux,
        };
    }
}

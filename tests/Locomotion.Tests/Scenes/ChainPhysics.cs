using Locomotion.Body.Chain;

namespace Locomotion.Tests.Scenes;

/// <summary>Energy and momenta of a located chain, link by link.</summary>
public static class ChainPhysics
{
    /// <summary>Σ m v²/2 + I ω²/2, J.</summary>
    public static double KineticEnergy(PlanarChain chain)
    {
        double twice = 0;
        foreach (ref Link link in chain.Links)
            twice += chain.LinkMass * (link.Forward * link.Forward + link.Leftward * link.Leftward) + chain.LinkInertia * link.Spin * link.Spin;
        return twice / 2;
    }

    /// <summary>Σ m v from the links, kg m/s.</summary>
    public static (double X, double Y) Momentum(PlanarChain chain)
    {
        double x = 0, y = 0;
        foreach (ref Link link in chain.Links)
        {
            (double vx, double vy) = Velocity(in link);
            x += chain.LinkMass * vx;
            y += chain.LinkMass * vy;
        }
        return (x, y);
    }

    /// <summary>Σ m r × v + I ω about the world's origin, kg m²/s.</summary>
    public static double AngularMomentum(PlanarChain chain)
    {
        double sum = 0;
        foreach (ref Link link in chain.Links)
        {
            (double vx, double vy) = Velocity(in link);
            sum += chain.LinkMass * (link.X * vy - link.Y * vx) + chain.LinkInertia * link.Spin;
        }
        return sum;
    }

    /// <summary>Velocity of the link's center in world axes.</summary>
    public static (double X, double Y) Velocity(in Link link) =>
        (link.Forward * link.Ux - link.Leftward * link.Uy, link.Forward * link.Uy + link.Leftward * link.Ux);
}

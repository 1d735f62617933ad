using Locomotion.Body.Chain;
using Locomotion.Controller.Maths;

namespace Locomotion.Tests.Scenes;

/// <summary>Chains in random shapes and motions, from a seed.</summary>
public static class RandomState
{
    /// <summary>A chain of links of 0.1 m and 0.2 kg in a random state.</summary>
    public static PlanarChain Chain(int links, ulong seed, double bend = 0.8, double spin = 3)
    {
        PlanarChain chain = new(links, linkLength: 0.1, linkMass: 0.2);
        Stir(chain, new Xoshiro256(seed), bend, spin);
        return chain;
    }

    /// <summary>
    /// Puts <paramref name="chain"/> in a random state: bends up to <paramref name="bend"/> rad, spins up to <paramref name="spin"/> rad/s,
    /// and velocities up to one link length a second.
    /// </summary>
    public static void Stir(PlanarChain chain, Xoshiro256 random, double bend, double spin)
    {
        double heading = random.NextBetween(-Math.PI, Math.PI), v = chain.LinkLength;
        for (int i = 0; i < chain.Links.Length; i++)
        {
            chain.Heading[i] = heading;
            chain.Spin[i] = random.NextBetween(-spin, spin);
            heading -= random.NextBetween(-bend, bend);
        }
        chain.X = random.NextBetween(-v, v);
        chain.Y = random.NextBetween(-v, v);
        chain.Vx = random.NextBetween(-v, v);
        chain.Vy = random.NextBetween(-v, v);
        chain.Locate();
    }
}

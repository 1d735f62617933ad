using Locomotion.Body.Chain;
using Locomotion.Tests.Scenes;

namespace Locomotion.Tests.Body;

/// <summary>A chain on which nothing acts from outside, its joints free or held by springs that store what they take.</summary>
public class FreeChainTests
{
    private const double Seconds = 0.5;

    [Theory, InlineData(2), InlineData(7), InlineData(30)]
    public void Linear_momentum_stays_to_rounding(int links)
    {
        PlanarChain chain = RandomState.Chain(links, seed: 1);
        (double x, double y) = ChainPhysics.Momentum(chain);
        Run(chain, stiffness: 0.5, h: 1e-3);
        (double xEnd, double yEnd) = ChainPhysics.Momentum(chain);
        // 500 steps, each of links · (forces of some N) · 1 ms: rounding is near 500 · 1e-16 · 1
        Assert.Equal(x, xEnd, tolerance: 1e-13 * links);
        Assert.Equal(y, yEnd, tolerance: 1e-13 * links);
    }

    [Theory, InlineData(2, 0), InlineData(7, 0), InlineData(7, 0.02), InlineData(30, 0.02)]
    public void Angular_momentum_drifts_at_first_order_in_the_step(int links, double stiffness)
    {
        double order = Convergence.OrderOfError(h => LargestDrift(links, stiffness, h, ChainPhysics.AngularMomentum), h: 2.5e-4);
        Assert.InRange(order, 0.95, 1.05);
    }

    [Theory, InlineData(2, 0), InlineData(7, 0), InlineData(7, 0.02), InlineData(30, 0.02)]
    public void Energy_drifts_at_first_order_in_the_step(int links, double stiffness)
    {
        double order = Convergence.OrderOfError(h => LargestDrift(links, stiffness, h, Energy), h: 2.5e-4);
        Assert.InRange(order, 0.95, 1.05);

        double Energy(PlanarChain chain)
        {
            double stored = 0;
            for (int j = 0; j < links - 1; j++) stored += stiffness / 2 * chain.Bend(j) * chain.Bend(j);
            return ChainPhysics.KineticEnergy(chain) + stored;
        }
    }

    [Theory, InlineData(2), InlineData(12)]
    public void A_trajectory_converges_at_first_order(int links)
    {
        double order = Convergence.Order(h =>
        {
            PlanarChain chain = RandomState.Chain(links, seed: 3);
            Run(chain, stiffness: 0.02, h);
            return [chain.X, chain.Y, .. chain.Heading];
        }, h: 2.5e-4);
        Assert.InRange(order, 0.95, 1.05);
    }

    [Fact]
    public void A_turned_and_shifted_chain_moves_alike()
    {
        const double turn = 0.7, shift = 3;
        PlanarChain one = RandomState.Chain(9, seed: 4), other = RandomState.Chain(9, seed: 4);
        for (int i = 0; i < 9; i++) other.Heading[i] += turn;
        (double sin, double cos) = Math.SinCos(turn);
        (other.X, other.Y) = (cos * one.X - sin * one.Y + shift, sin * one.X + cos * one.Y - shift);
        (other.Vx, other.Vy) = (cos * one.Vx - sin * one.Vy, sin * one.Vx + cos * one.Vy);
        Run(one, stiffness: 0.02, h: 1e-3);
        Run(other, stiffness: 0.02, h: 1e-3);
        for (int i = 0; i < 9; i++) Assert.Equal(one.Heading[i] + turn, other.Heading[i], tolerance: 1e-10);
        Assert.Equal(cos * one.X - sin * one.Y + shift, other.X, tolerance: 1e-10);
        Assert.Equal(sin * one.X + cos * one.Y - shift, other.Y, tolerance: 1e-10);
    }

    private static double LargestDrift(int links, double stiffness, double h, Func<PlanarChain, double> quantity)
    {
        PlanarChain chain = RandomState.Chain(links, seed: 2);
        double start = quantity(chain), largest = 0;
        Run(chain, stiffness, h, () => largest = Math.Max(largest, Math.Abs(quantity(chain) - start)));
        return largest;
    }

    private static void Run(PlanarChain chain, double stiffness, double h, Action? see = null)
    {
        int steps = (int)Math.Round(Seconds / h);
        for (int k = 0; k < steps; k++)
        {
            for (int j = 0; j < chain.Drives.Length; j++) chain.Drives[j].Torque = -stiffness * chain.Bend(j);
            chain.Accelerate();
            chain.Advance(h);
            chain.Locate();
            see?.Invoke();
        }
    }
}

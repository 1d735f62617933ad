using Locomotion.Body;
using Locomotion.Body.Ground;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Maths;
using Locomotion.Tests.Scenes;

namespace Locomotion.Tests.Body;

public class FeetTests
{
    private const double Gravity = 9.80665;     // standard gravity, m/s²
    private const int Segments = 21;

    /// <summary>
    /// Feet and bellies rub alike here, so a body that slides as a whole slows by μ g exactly if all of its weight is carried, however
    /// the legs stand. h is small, since a foot far from its small link's center turns the link and so slips less by the end of the step.
    /// </summary>
    [Fact]
    public void Feet_and_bellies_carry_exactly_the_whole_weight()
    {
        const double mu = 0.6, h = 1e-8;
        Xoshiro256 random = new(21);
        for (int k = 0; k < 100; k++)
        {
            CentipedeBody body = Drifter.OnLand(new() { Friction = mu, BellyFriction = mu, SlipSpeed = 1e-6 }, RandomLifts(ref random));
            Drifter.Throw(body, vx: 0.6, vy: 0.8).Step(h);
            Assert.Equal(mu * Gravity, (0.6 - body.Chain.Vx) / h / 0.6, tolerance: 1e-4);
            Assert.Equal(mu * Gravity, (0.8 - body.Chain.Vy) / h / 0.8, tolerance: 1e-4);
        }
    }

    /// <summary>
    /// Expected, by the sum over all feet and segments: N_f = s_f Σᵢ k(|i − f|) / max(Sᵢ, 1), Sᵢ = Σ_f k(|i − f|) s_f, k = 1, 1/2, 1/4.
    /// The rest lies on bellies, which here slide without friction while the feet's is 1.
    /// </summary>
    [Fact]
    public void Feet_share_the_weight_of_the_segments_near_them()
    {
        Xoshiro256 random = new(22);
        for (int k = 0; k < 100; k++)
        {
            double[] lift = RandomLifts(ref random);
            double[] stance = [.. lift.Select(l => Math.Clamp(-l / 0.2, 0, 1))];
            CentipedeBody body = Drifter.OnLand(new() { Friction = 1, BellyFriction = 0, SlipSpeed = 1e-6 }, lift);
            Drifter.Throw(body, vx: 1, vy: 0).Step(1e-8);
            double[] support = [.. Enumerable.Range(0, Segments).Select(i => stance.Select((s, leg) => s * Kernel(i - leg / 2)).Sum())];
            for (int leg = 0; leg < stance.Length; leg++)
            {
                double expected = stance[leg] * support.Select((s, i) => Kernel(i - leg / 2) / Math.Max(s, 1)).Sum();
                Assert.Equal(expected, body.FootLoad[leg], tolerance: 1e-14);
            }
            Assert.Equal(Gravity * body.FootLoad.ToArray().Sum() / Segments, (1 - body.Chain.Vx) / 1e-8, tolerance: 1e-4);
        }
        static double Kernel(int distance) => Math.Abs(distance) switch { 0 => 1, 1 => 0.5, 2 => 0.25, _ => 0 };
    }

    /// <summary>Expected of Coulomb friction: v = v₀ − μ g t, until rest.</summary>
    [Theory]
    [InlineData(-1, 0.6, 1, 0), InlineData(-1, 0.6, 0, 1), InlineData(-1, 0.2, 0.6, -0.8)]      // on feet, along, across and aslant
    [InlineData(1, 0.3, 1, 0)]                                                                  // on its belly
    public void A_sliding_body_slows_by_mu_g(double lift, double mu, double vx, double vy)
    {
        FeetParameters feet = lift < 0 ? new() { Friction = mu, BellyFriction = 0 } : new() { BellyFriction = mu };
        CentipedeBody body = Drifter.OnLand(feet, [.. Enumerable.Repeat(lift, 2 * Segments)]);
        Drifter.Throw(body, vx, vy);
        const double seconds = 0.1;
        Drifter.Run(body, seconds, h: 1e-5);
        double left = 1 - mu * Gravity * seconds;
        Assert.Equal(vx * left, body.Chain.Vx, tolerance: 2e-4);
        Assert.Equal(vy * left, body.Chain.Vy, tolerance: 2e-4);
    }

    /// <summary>Friction alone would leave v ≥ 0 exactly; the trunk, bent a little by its ends' other load, springs back by some 1e-7 m/s.</summary>
    [Theory, InlineData(1e-5), InlineData(1e-3), InlineData(2e-2)]
    public void Friction_brings_to_rest_and_never_reverses(double h)
    {
        CentipedeBody body = Drifter.Throw(Drifter.OnLand(new(), [.. Enumerable.Repeat(-1.0, 2 * Segments)]), vx: 0.3, vy: -0.2);
        const double springBack = 1e-6;
        double vx = body.Chain.Vx, vy = body.Chain.Vy;
        for (int k = 0; k < (int)Math.Round(1 / h); k++)
        {
            body.Step(h);
            Assert.InRange(body.Chain.Vx, -springBack, vx + springBack);
            Assert.InRange(body.Chain.Vy, vy - springBack, springBack);
            (vx, vy) = (body.Chain.Vx, body.Chain.Vy);
        }
        Assert.Equal(0, vx - vy, tolerance: springBack);
    }

    /// <summary>The trunk bends as it is braked and springs back: by less than a thousandth of the spin.</summary>
    [Theory, InlineData(1e-5), InlineData(1e-3), InlineData(2e-2)]
    public void Friction_stops_a_spin_without_reversing_it(double h)
    {
        CentipedeBody body = Drifter.OnLand(new(), [.. Enumerable.Repeat(-1.0, 2 * Segments)]);
        body.Chain.Spin.Fill(2);
        body.Chain.Locate();
        double energy = body.KineticEnergy, spin = 0;
        for (int k = 0; k < (int)Math.Round(1 / h); k++)
        {
            body.Step(h);
            spin = body.Chain.Spin.ToArray().Average();
            Assert.InRange(spin, -2e-3, 2);
        }
        Assert.Equal(0, spin, tolerance: 2e-3);
        Assert.InRange(body.KineticEnergy, 0, 1e-6 * energy);
    }

    /// <summary>A foot that stays in place while its leg turns carries the body along: the leg's length times its rate at yaw 0.</summary>
    [Fact]
    public void A_body_moves_as_its_standing_legs_sweep()
    {
        const double rate = -2, h = 1e-3;
        double yaw = 0.3;
        CentipedeBody body = Drifter.OnLand(new(), [.. Enumerable.Repeat(-1.0, 2 * Segments)], yaw);
        Command command = new(Segments);
        Array.Fill(command.LegLift, -1);
        while (yaw > 0)
        {
            yaw += rate * h;
            Array.Fill(command.LegYaw, yaw);
            body.Take(command, h);
            body.Step(h);
        }
        Assert.Equal(-rate * new BodyParameters().Shape.LegLength, body.Chain.Vx, tolerance: 1e-4);
        Assert.Equal(0, body.Chain.Vy, tolerance: 1e-9);
    }

    private static double[] RandomLifts(ref Xoshiro256 random)
    {
        double standing = random.NextUnit();        // from hardly any leg to nearly all
        double[] lifts = new double[2 * Segments];
        foreach (ref double lift in lifts.AsSpan()) lift = random.NextUnit() < standing ? random.NextBetween(-0.3, 0) : random.NextUnit();
        return lifts;
    }
}

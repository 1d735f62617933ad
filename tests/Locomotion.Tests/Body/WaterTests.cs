using Locomotion.Body;
using Locomotion.Body.Chain;
using Locomotion.Body.Ground;
using Locomotion.Body.Water;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Maths;
using Locomotion.Sim.Prescribed;
using Locomotion.Tests.Scenes;

namespace Locomotion.Tests.Body;

public class WaterTests
{
    private static readonly ShapeParameters Shape = new();

    // of a whole straight body of length L, height H, mass M in water of density ρ: ρ H L / 2, N s²/m² per drag coefficient
    private static readonly double Area = 1000 * Shape.Height * Shape.Length / 2;

    /// <summary>Expected: M dv/dt = −k v², so v = v₀ / (1 + k v₀ t / M), with k = ρ C H L / 2 and M the mass that moves.</summary>
    [Theory]
    [InlineData(1, 0, 0)]           // along
    [InlineData(0, 1, 0)]           // across
    [InlineData(0, 1, 1)]           // across, the water of a cylinder ρ π H² L / 4 moving with the body
    [InlineData(1, 0, 1)]           // along, where no water moves with it
    public void A_straight_body_slows_by_quadratic_drag(double vx, double vy, double addedMass)
    {
        WaterParameters water = Drifter.Void with { NormalDrag = 1.5, TangentialDrag = 0.05, AddedMass = addedMass };
        CentipedeBody body = Drifter.Throw(Drifter.InWater(water), vx, vy);
        double k = Area * (vx > 0 ? 0.05 : 1.5);
        double mass = Shape.Mass + (vy > 0 ? addedMass * 1000 * Math.PI * Shape.Height * Shape.Height / 4 * Shape.Length : 0);
        const double seconds = 0.05;
        Drifter.Run(body, seconds, h: 1e-5);
        Assert.Equal(1 / (1 + k * seconds / mass), body.Chain.Vx + body.Chain.Vy, tolerance: 2e-4);
    }

    /// <summary>Expected: v = v₀ exp(−ν L t / M).</summary>
    [Theory, InlineData(1, 0, 0.4), InlineData(0, 1, 0.9)]
    public void A_straight_body_slows_by_linear_drag(double vx, double vy, double viscosity)
    {
        WaterParameters water = Drifter.Void with { NormalViscosity = 0.9, TangentialViscosity = 0.4 };
        CentipedeBody body = Drifter.Throw(Drifter.InWater(water), vx, vy);
        Drifter.Run(body, seconds: 0.05, h: 1e-5);
        Assert.Equal(Math.Exp(-viscosity * Shape.Length * 0.05 / Shape.Mass), body.Chain.Vx + body.Chain.Vy, tolerance: 1e-4);
    }

    /// <summary>
    /// Expected of a slender rod about its middle: torque −ν ∫ s² ds ω = −ν L³/12 ω, so ω = ω₀ exp(−ν L t / M); two Gauss points a
    /// link integrate s² exactly.
    /// </summary>
    [Fact]
    public void A_spinning_stiff_body_slows_by_linear_drag_like_a_rod()
    {
        CentipedeBody body = new(new BodyParameters
        {
            Shape = new() { Segments = 3 },
            Joints = new() { Stiffness = 100, Damping = 1 },
            Water = Drifter.Void with { NormalViscosity = 0.9 },
        }, Habitat.Water);
        body.Chain.Spin.Fill(0.1);
        body.Chain.Locate();
        Drifter.Run(body, seconds: 0.05, h: 1e-5);
        Assert.Equal(0.1 * Math.Exp(-0.9 * Shape.Length * 0.05 / Shape.Mass), body.Chain.Spin[1], tolerance: 2e-5);
    }

    /// <summary>Expected: legs at angle α to straight sideways add LegDrag cos² α to the drag coefficient along.</summary>
    [Theory, InlineData(0, 0.55), InlineData(Math.PI / 3, 0.175), InlineData(-Math.PI / 2, 0.05)]
    public void Legs_held_out_add_drag_along(double yaw, double coefficient)
    {
        CentipedeBody body = Drifter.InWater(Drifter.Void with { TangentialDrag = 0.05, LegDrag = 0.5 });
        Command command = new(Shape.Segments);
        Array.Fill(command.LegYaw, yaw);
        body.Settle(command);
        Drifter.Throw(body, vx: 1, vy: 0);
        Drifter.Run(body, seconds: 0.05, h: 1e-5);
        Assert.Equal(1 / (1 + Area * coefficient * 0.05 / Shape.Mass), body.Chain.Vx, tolerance: 1e-4);
    }

    [Theory, InlineData(2, 3), InlineData(1, 10), InlineData(5, 21)]
    public void Added_mass_conserves_energy_to_first_order_in_the_step(double addedMass, int segments)
    {
        Assert.InRange(Convergence.OrderOfError(Drift, h: 1e-4), 0.95, 1.05);

        double Drift(double h)
        {
            CentipedeBody body = Stirred(Drifter.Void with { AddedMass = addedMass }, segments, spin: 3);
            double start = body.KineticEnergy, largest = 0;
            for (int k = 0; k < (int)Math.Round(0.2 / h); k++)
            {
                body.Step(h);
                largest = Math.Max(largest, Math.Abs(body.KineticEnergy - start));
            }
            return largest;
        }
    }

    /// <summary>Body and water together: Σ m v + m_a v_n n, with m_a = ρ π H² l / 4 a link. A chain alone keeps only its own.</summary>
    [Fact]
    public void Added_mass_conserves_momentum_to_first_order_in_the_step()
    {
        double added = 1000 * Math.PI * Shape.Height * Shape.Height / 4 * Shape.SegmentLength;
        Assert.InRange(Convergence.OrderOfError(Drift, h: 1e-4), 0.95, 1.05);

        double Drift(double h)
        {
            CentipedeBody body = Stirred(Drifter.Void with { AddedMass = 1 }, Shape.Segments, spin: 3);
            (double startX, double startY) = Momentum(body.Chain);
            Drifter.Run(body, seconds: 0.2, h);
            (double x, double y) = Momentum(body.Chain);
            return Math.Sqrt((x - startX) * (x - startX) + (y - startY) * (y - startY));
        }

        (double X, double Y) Momentum(PlanarChain chain)
        {
            (double x, double y) = ChainPhysics.Momentum(chain);
            foreach (ref Link link in chain.Links)
            {
                x -= added * link.Leftward * link.Uy;
                y += added * link.Leftward * link.Ux;
            }
            return (x, y);
        }
    }

    [Theory, InlineData(true), InlineData(false)]
    public void Drag_only_ever_takes_energy(bool linear)
    {
        WaterParameters water = linear
            ? Drifter.Void with { NormalViscosity = 0.9, TangentialViscosity = 0.1 }
            : Drifter.Void with { NormalDrag = 1.5, TangentialDrag = 0.05, LegDrag = 0.5 };
        CentipedeBody body = Stirred(water, Shape.Segments, spin: 3);
        double before = body.KineticEnergy, start = before;
        for (int k = 0; k < 5000; k++)
        {
            body.Step(1e-4);
            Assert.InRange(body.KineticEnergy, 0, before);
            before = body.KineticEnergy;
        }
        Assert.InRange(before, 0, start / 3);
        Assert.Equal(start - before, body.Books.LostToWater, tolerance: 0.01 * start);
    }

    /// <summary>Expected from theory: drag that is equal in all directions and linear has no net push, whatever the shape does.</summary>
    [Theory, InlineData(0.2), InlineData(1)]
    public void Equal_linear_drag_in_all_directions_gives_no_swimming(double viscosity)
    {
        WaterParameters water = Drifter.Void with { NormalViscosity = viscosity, TangentialViscosity = viscosity };
        DrivenBody driven = Swim(water, Wave(waves: 1.15));
        Drifter.Throw(driven.Body, vx: 0.1, vy: 0.1);
        const int cycle = 500;
        driven.Run(10 * cycle);     // velocity dies as exp(−ν L t / M): by e^-29 or more
        Assert.Equal(0, driven.Travel(2 * cycle) / 2 / Shape.Length, tolerance: 1e-10);
    }

    /// <summary>Head and tail are alike to the water, so the mirrored wave must do the mirrored thing, from the first step on.</summary>
    [Fact]
    public void A_wave_from_tail_to_head_swims_backwards_just_as_fast()
    {
        const int cycles = 6, cycle = 500;
        Motion wave = Wave(waves: 1.15);
        double forward = Swim(new WaterParameters(), wave).Travel(cycles * cycle) / cycles / Shape.Length;
        double backward = Swim(new WaterParameters(), Mirrored).Travel(cycles * cycle) / cycles / Shape.Length;
        Assert.InRange(forward, 0.2, 0.6);
        Assert.Equal(-forward, backward, tolerance: 1e-9);

        // seen from the other end, joint j is joint J − 1 − j, and left is right
        void Mirrored(double time, Command command)
        {
            wave(time, command);
            Array.Reverse(command.Bend);
            for (int j = 0; j < command.Bend.Length; j++) command.Bend[j] = -command.Bend[j];
        }
    }

    private static Motion Wave(double waves) => PrescribedSwim.BendWave(frequency: 2, waves, amplitude: 0.25).Gently(0.25);

    private static DrivenBody Swim(WaterParameters water, Motion motion) =>
        new(new BodyParameters { Water = water }, Habitat.Water, motion, period: 1e-3);

    private static CentipedeBody Stirred(WaterParameters water, int segments, double spin)
    {
        CentipedeBody body = Drifter.InWater(water, segments);
        RandomState.Stir(body.Chain, new Xoshiro256(8), bend: 0.5, spin);
        return body;
    }
}

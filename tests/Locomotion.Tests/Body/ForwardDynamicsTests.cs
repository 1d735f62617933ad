using Locomotion.Body.Chain;
using Locomotion.Controller.Maths;
using Locomotion.Tests.Scenes;
using MathNet.Numerics.LinearAlgebra;

namespace Locomotion.Tests.Body;

/// <summary>The articulated-body algorithm against a dense solve, and dampers against their own definition.</summary>
public class ForwardDynamicsTests
{
    [Fact]
    public void Accelerations_are_those_of_a_dense_solve()
    {
        Xoshiro256 random = new(11);
        for (int k = 0; k < 200; k++)
        {
            PlanarChain chain = RandomState.Chain(2 + k % 29, seed: (ulong)k, bend: 1.5, spin: 10);
            Load(chain, ref random);
            chain.Accelerate();
            Vector<double>[] expected = new DenseChain(chain).Accelerations();
            double spinScale = expected.Max(a => Math.Abs(a[0])), scale = expected.Max(a => Math.Max(Math.Abs(a[1]), Math.Abs(a[2])));
            for (int i = 0; i < expected.Length; i++)
            {
                Assert.Equal(expected[i][0], chain.Links[i].SpinRate, tolerance: 1e-10 * spinScale);
                Assert.Equal(expected[i][1], chain.Links[i].ForwardRate, tolerance: 1e-10 * scale);
                Assert.Equal(expected[i][2], chain.Links[i].LeftwardRate, tolerance: 1e-10 * scale);
            }
        }
    }

    [Theory, InlineData(0, 0), InlineData(0.03, 0), InlineData(0, 0.05), InlineData(-0.04, 0.02)]
    public void A_damper_pushes_by_the_velocity_its_point_will_have(double ru, double rn)
    {
        const double c = 7, h = 0.02;
        PlanarChain chain = RandomState.Chain(5, seed: 6);
        ref Link link = ref chain.Links[1];
        double omega2 = link.Spin * link.Spin;
        double vu = link.Forward - link.Spin * rn, vn = link.Leftward + link.Spin * ru;
        chain.Forces[1].AddDamper(c, ru, rn, vu, vn, omega2, h);
        chain.Accelerate();

        // the force that the point's own acceleration asks for must be all the momentum that the chain gains, and its moment all the spin
        double au = link.ForwardRate - link.SpinRate * rn - omega2 * ru, an = link.LeftwardRate + link.SpinRate * ru - omega2 * rn;
        double fu = -c * (vu + h * au), fn = -c * (vn + h * an);
        double fx = fu * link.Ux - fn * link.Uy, fy = fu * link.Uy + fn * link.Ux;
        double px = link.X + ru * link.Ux - rn * link.Uy, py = link.Y + ru * link.Uy + rn * link.Ux;
        double gainX = 0, gainY = 0, moment = 0;
        foreach (ref Link l in chain.Links)
        {
            double ax = l.ForwardRate * l.Ux - l.LeftwardRate * l.Uy, ay = l.ForwardRate * l.Uy + l.LeftwardRate * l.Ux;
            gainX += chain.LinkMass * ax;
            gainY += chain.LinkMass * ay;
            moment += chain.LinkMass * (l.X * ay - l.Y * ax) + chain.LinkInertia * l.SpinRate;
        }
        Assert.Equal(fx, gainX, tolerance: 1e-12);
        Assert.Equal(fy, gainY, tolerance: 1e-12);
        Assert.Equal(px * fy - py * fx, moment, tolerance: 1e-12);
    }

    /// <summary>Random torques, implicit joint terms, forces, and implicit inertias that stay positive.</summary>
    private static void Load(PlanarChain chain, ref Xoshiro256 random)
    {
        double m = chain.LinkMass, l = chain.LinkLength;
        foreach (ref JointDrive drive in chain.Drives)
        {
            drive.Torque = random.NextBetween(-1, 1);
            drive.Implicit = random.NextBetween(0, 10 * m * l * l);
        }
        foreach (ref LinkForces f in chain.Forces)
        {
            f.Muu = random.NextBetween(0, 10 * m);
            f.Mnn = random.NextBetween(0, 10 * m);
            f.Iww = random.NextBetween(2, 10) * m * l * l;
            f.Iwu = random.NextBetween(-1, 1) * m * l;      // squares at most half of what Iww times the link's own mass allows
            f.Iwn = random.NextBetween(-1, 1) * m * l;
            f.T = random.NextBetween(-1, 1);
            f.Fu = random.NextBetween(-5, 5);
            f.Fn = random.NextBetween(-5, 5);
        }
    }
}

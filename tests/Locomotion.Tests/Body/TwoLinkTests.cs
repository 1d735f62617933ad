using Locomotion.Body.Chain;
using Locomotion.Tests.Scenes;

namespace Locomotion.Tests.Body;

/// <summary>
/// Two links of mass m, length l and central inertia I, headings θ₁ and θ₂ with unit vectors u₁ and u₂, free in the plane, a torque τ
/// in the joint. About the center of mass C the links' centers lie at C ± (l/4)(u₁ + u₂), so the kinetic energy about it is
/// (I + m l²/8)(ω₁² + ω₂²)/2 + (m l²/8) cos δ ω₁ ω₂ with δ = θ₁ − θ₂. Lagrange's equations, with J = I + m l²/8 and K = m l²/8:
/// J α₁ + K cos δ α₂ + K sin δ ω₂² = τ and K cos δ α₁ + J α₂ − K sin δ ω₁² = −τ; C moves uniformly.
/// </summary>
public class TwoLinkTests
{
    private const double Stiffness = 0.05;

    [Fact]
    public void Accelerations_are_those_of_the_closed_form()
    {
        for (ulong seed = 0; seed < 100; seed++)
        {
            PlanarChain chain = RandomState.Chain(2, seed, bend: Math.PI, spin: 20);
            chain.Drives[0].Torque = -Stiffness * chain.Bend(0);
            chain.Accelerate();
            double[] rate = Rate(chain, State(chain));
            double scale = Math.Abs(rate[2]) + Math.Abs(rate[3]);
            Assert.Equal(rate[2], chain.Links[0].SpinRate, tolerance: 1e-12 * scale);
            Assert.Equal(rate[3], chain.Links[1].SpinRate, tolerance: 1e-12 * scale);
        }
    }

    [Fact]
    public void A_trajectory_nears_the_closed_forms_at_first_order()
    {
        const double seconds = 1;
        PlanarChain start = RandomState.Chain(2, seed: 5);
        double[] exact = State(start);
        const int steps = 4000;     // Runge-Kutta of order 4: its error is near (1/4000)^4, far below what is measured
        for (int k = 0; k < steps; k++) exact = RungeKutta(start, exact, seconds / steps);

        double Error(double h)
        {
            PlanarChain chain = RandomState.Chain(2, seed: 5);
            for (int k = 0; k < (int)Math.Round(seconds / h); k++)
            {
                chain.Drives[0].Torque = -Stiffness * chain.Bend(0);
                chain.Accelerate();
                chain.Advance(h);
                chain.Locate();
            }
            return Convergence.Distance(exact, State(chain));
        }
        Assert.InRange(Error(1e-4), 0, 1e-3);       // rad and rad/s, after about half a turn
        Assert.InRange(Convergence.OrderOfError(Error, h: 2e-4), 0.97, 1.03);
    }

    private static double[] State(PlanarChain chain) => [chain.Heading[0], chain.Heading[1], chain.Spin[0], chain.Spin[1]];

    /// <summary>Rate of change of (θ₁, θ₂, ω₁, ω₂).</summary>
    private static double[] Rate(PlanarChain chain, double[] y)
    {
        double k = chain.LinkMass * chain.LinkLength * chain.LinkLength / 8, j = chain.LinkMass * chain.LinkLength * chain.LinkLength / 12 + k;
        double delta = y[0] - y[1], tau = -Stiffness * delta, c = k * Math.Cos(delta), s = k * Math.Sin(delta);
        double right1 = tau - s * y[3] * y[3], right2 = -tau + s * y[2] * y[2], determinant = j * j - c * c;
        return [y[2], y[3], (j * right1 - c * right2) / determinant, (j * right2 - c * right1) / determinant];
    }

    private static double[] RungeKutta(PlanarChain chain, double[] y, double h)
    {
        double[] k1 = Rate(chain, y), k2 = Rate(chain, Plus(y, k1, h / 2)), k3 = Rate(chain, Plus(y, k2, h / 2)), k4 = Rate(chain, Plus(y, k3, h));
        return [.. y.Select((value, i) => value + h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]))];
    }

    private static double[] Plus(double[] y, double[] rate, double h) => [.. y.Zip(rate, (a, b) => a + h * b)];
}

using Locomotion.Controller.Maths;
using MathNet.Numerics.Distributions;

namespace Locomotion.Tests.Controller.Maths;

public class NormalQuantileTests
{
    // Expected: 16 digits by inversion of the distribution function in 40-digit arithmetic.
    [Theory]
    [InlineData(0.5, 0), InlineData(0.975, 1.959963984540054), InlineData(0.025, -1.959963984540054)]
    [InlineData(0.9, 1.2815515655446004), InlineData(1e-10, -6.361340902404056), InlineData(0.001, -3.090232306167813)]
    public void Known_quantiles_are_exact_to_a_few_units_in_the_last_place(double p, double expected) =>
        Assert.Equal(expected, NormalQuantile.At(p), tolerance: 4e-16 * Math.Max(1, Math.Abs(expected) * 4));

    [Fact]
    public void It_inverts_the_distribution_function()
    {
        for (double x = -8; x < 5; x += 0.0137)
            Assert.Equal(x, NormalQuantile.At(Normal.CDF(0, 1, x)), tolerance: 1e-9);
    }

    [Fact]
    public void Normal_numbers_have_mean_0_deviation_1_and_the_right_tails()
    {
        Xoshiro256 random = new(11);
        const int Draws = 400_000;
        double[] n = new double[Draws];
        foreach (ref double x in n.AsSpan()) x = random.NextNormal();
        Assert.Equal(0, n.Average(), tolerance: 4 / Math.Sqrt(Draws));
        Assert.Equal(1, n.Average(x => x * x), tolerance: 4 * Math.Sqrt(2.0 / Draws));
        foreach (double limit in new[] { 1.0, 2, 3 })
        {
            double share = 2 * Normal.CDF(0, 1, -limit);
            Assert.Equal(share, n.Average(x => Math.Abs(x) > limit ? 1 : 0), tolerance: 4 * Math.Sqrt(share / Draws));
        }
    }

    [Fact]
    public void Streams_of_one_seed_are_unrelated()
    {
        const int Draws = 50_000;
        for (ulong stream = 1; stream < 6; stream++)
        {
            Xoshiro256 a = Xoshiro256.Stream(1, 0), b = Xoshiro256.Stream(1, stream), c = Xoshiro256.Stream(2, stream - 1);
            double ab = 0, ac = 0;
            for (int k = 0; k < Draws; k++)
            {
                double x = a.NextNormal();
                ab += x * b.NextNormal() / Draws;
                ac += x * c.NextNormal() / Draws;
            }
            Assert.Equal(0, ab, tolerance: 4 / Math.Sqrt(Draws));
            Assert.Equal(0, ac, tolerance: 4 / Math.Sqrt(Draws));
        }
    }
}

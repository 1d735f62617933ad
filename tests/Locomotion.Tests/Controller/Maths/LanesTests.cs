using System.Runtime.Intrinsics;
using Locomotion.Controller.Maths;

namespace Locomotion.Tests.Controller.Maths;

public class LanesTests
{
    [Fact]
    public void Exponential_and_logarithm_have_the_bits_of_one_number_at_a_time()
    {
        Xoshiro256 random = new(5);
        for (int k = 0; k < 500_000; k++)
        {
            double x = random.NextBetween(-700, 700), small = random.NextBetween(-1, 1), y = DMath.Exp(random.NextBetween(-700, 700)), near = 1 + random.NextBetween(-0.4, 0.5);
            Vector256<double> exp = Lanes.Exp(Vector256.Create(x, small, -0.0, 1e-300)), log = Lanes.Log(Vector256.Create(y, near, 1, 2.2250738585072014e-308));
            AssertBits(DMath.Exp(x), exp[0]);
            AssertBits(DMath.Exp(small), exp[1]);
            AssertBits(1, exp[2]);
            AssertBits(1, exp[3]);
            AssertBits(DMath.Log(y), log[0]);
            AssertBits(DMath.Log(near), log[1]);
            AssertBits(0, log[2]);
            AssertBits(DMath.Log(2.2250738585072014e-308), log[3]);
        }
    }

    private static void AssertBits(double expected, double actual) =>
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(actual));
}

using Locomotion.Controller.Maths;

namespace Locomotion.Tests.Controller;

public class Xoshiro256Tests
{
    // Expected values: the generator and SplitMix64 as published, worked out with unbounded integers (seed 0 and seed 1).
    [Theory]
    [InlineData(0UL, 0x99EC5F36CB75F2B4UL, 0xBF6E1F784956452AUL)]
    [InlineData(1UL, 0xB3F2AF6D0FC710C5UL, 0x853B559647364CEAUL)]
    public void The_sequence_is_the_published_one(ulong seed, ulong first, ulong second)
    {
        Xoshiro256 random = new(seed);
        Assert.Equal(first, random.NextBits());
        Assert.Equal(second, random.NextBits());
    }

    [Fact]
    public void Units_are_uniform()
    {
        Xoshiro256 random = new(7);
        const int Draws = 100_000;
        double mean = 0, square = 0;
        for (int k = 0; k < Draws; k++)
        {
            double x = random.NextUnit();
            Assert.InRange(x, 0, 1 - 1e-17);
            mean += x / Draws;
            square += x * x / Draws;
        }
        Assert.Equal(1.0 / 2, mean, tolerance: 0.004);      // four standard errors of 1 / sqrt(12 n)
        Assert.Equal(1.0 / 3, square, tolerance: 0.004);
    }
}

using Locomotion.Sim.Sweeps;

namespace Locomotion.Tests.Sim.Sweeps;

public class SampleTests
{
    /// <summary>Point 4095 of scipy 1.10.1's qmc.Sobol(21, scramble=False), which has the same direction numbers.</summary>
    private static readonly double[] Last =
    [
        0.000244140625, 0.941162109375, 0.334228515625, 0.901611328125, 0.940185546875, 0.078857421875, 0.949462890625, 0.390869140625, 0.191650390625, 0.246337890625, 0.569580078125,
        0.321533203125, 0.368896484375, 0.519775390625, 0.551025390625, 0.416748046875, 0.062255859375, 0.609130859375, 0.813232421875, 0.521240234375, 0.225830078125,
    ];

    [Fact]
    public void A_sobol_sequence_is_that_of_another_program()
    {
        SobolSequence sequence = new(SobolSequence.MostDimensions, seed: 0);
        Assert.Equal(Last, Enumerable.Range(0, Last.Length).Select(d => sequence.At(4095, d)));
    }

    [Theory, InlineData(0), InlineData(7)]
    public void Each_of_as_many_cells_as_points_holds_one_in_every_dimension(ulong seed)
    {
        const int points = 256;
        IUnitSample[] samples = [new SobolSequence(SobolSequence.MostDimensions, seed), new LatinHypercube(points, SobolSequence.MostDimensions, seed)];
        foreach (IUnitSample sample in samples)
        {
            for (int d = 0; d < SobolSequence.MostDimensions; d++)
                Assert.Equal(Enumerable.Range(0, points), Enumerable.Range(0, points).Select(k => (int)(points * sample.At(k, d))).Order());
        }
    }

    [Fact]
    public void Two_dimensions_of_a_sobol_sequence_fill_every_elementary_box()
    {
        SobolSequence sequence = new(2, seed: 3);
        for (int wide = 1; wide <= 64; wide *= 2)
        {
            int high = 64 / wide;
            Assert.Equal(64, Enumerable.Range(0, 64).Select(k => ((int)(wide * sequence.At(k, 0)), (int)(high * sequence.At(k, 1)))).Distinct().Count());
        }
    }

    [Fact]
    public void Seeds_and_dimensions_of_a_latin_hypercube_differ()
    {
        LatinHypercube one = new(50, 2, 1), other = new(50, 2, 2);
        Assert.NotEqual(Enumerable.Range(0, 50).Select(k => one.At(k, 0)), Enumerable.Range(0, 50).Select(k => other.At(k, 0)));
        Assert.NotEqual(Enumerable.Range(0, 50).Select(k => one.At(k, 0)), Enumerable.Range(0, 50).Select(k => one.At(k, 1)));
    }
}

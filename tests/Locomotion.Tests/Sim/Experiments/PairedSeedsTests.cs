using Locomotion.Sim.Experiments;

namespace Locomotion.Tests.Sim.Experiments;

public class PairedSeedsTests
{
    [Fact]
    public void The_median_is_of_each_seed_against_itself()
    {
        PairedSeeds pairs = new([1, 10, 100], [2, 11, 90]);
        Assert.Equal(10, pairs.Percent, tolerance: 1e-9);       // of 100, 10 and −10 %
        Assert.Equal((2, 3), (pairs.Larger, pairs.Differing));
    }

    [Fact]
    public void Seeds_without_a_figure_or_without_a_difference_do_not_count()
    {
        PairedSeeds pairs = new([1, double.NaN, 3, 4], [2, 5, double.NaN, 4]);
        Assert.Equal((1, 1), (pairs.Larger, pairs.Differing));
        Assert.Equal(50, pairs.Percent, tolerance: 1e-9);       // of 100 and 0 %
    }

    // binomial tables: 2 Σ_(k ≤ few) C(n, k) / 2ⁿ
    [Theory, InlineData(10, 10, 2.0 / 1024), InlineData(0, 10, 2.0 / 1024), InlineData(9, 10, 22.0 / 1024), InlineData(8, 10, 112.0 / 1024), InlineData(5, 10, 1), InlineData(1, 1, 1)]
    public void The_sign_test_is_that_of_binomial_tables(int larger, int seeds, double chance)
    {
        double[] before = new double[seeds], after = [.. Enumerable.Range(0, seeds).Select(k => k < larger ? 1.0 : -1)];
        Assert.Equal(chance, new PairedSeeds(before, after).Chance, tolerance: 1e-12);
    }

    [Theory, InlineData(2, new[] { 3.0, 1, 2 }), InlineData(2.5, new[] { 4.0, 1, 2, 3 }), InlineData(7, new[] { double.NaN, 7 })]
    public void The_median_is_in_the_middle(double median, double[] values) => Assert.Equal(median, PairedSeeds.Median(values));

    [Fact]
    public void The_median_of_nothing_is_not_a_number() => Assert.True(double.IsNaN(PairedSeeds.Median([])));
}

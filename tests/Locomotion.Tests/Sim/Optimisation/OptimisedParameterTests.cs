using Locomotion.Controller.Parameters;
using Locomotion.Sim.Optimisation;

namespace Locomotion.Tests.Sim.Optimisation;

public class OptimisedParameterTests
{
    [Fact]
    public void A_linear_range_has_equal_differences()
    {
        OptimisedParameter lag = new("lag", -2, 6, 0, "rad");
        Assert.Equal([-2, 0, 2, 6], new[] { 0, 0.25, 0.5, 1 }.Select(lag.At));
        Assert.Equal(0.25, lag.StartShare);
    }

    [Fact]
    public void A_logarithmic_range_has_equal_ratios()
    {
        OptimisedParameter rate = new("rate", 0.01, 100, 1, "1/s", Logarithmic: true);
        Assert.Equal(0.01, rate.At(0));
        Assert.Equal(0.1, rate.At(0.25), tolerance: 1e-15);
        Assert.Equal(100, rate.At(1));
        Assert.Equal(0.5, rate.StartShare, tolerance: 1e-15);
    }

    [Fact]
    public void The_ends_of_a_range_are_reached_exactly() => Assert.All(Enumerable.Range(1, 200), k =>
    {
        OptimisedParameter rate = new("rate", k / 300.0, k * Math.E, k, "1/s", Logarithmic: true), lag = new("lag", -k / 7.0, k / 3.0, 0, "rad");
        Assert.Equal((k / 300.0, k * Math.E), (rate.At(0), rate.At(1)));
        Assert.Equal((-k / 7.0, k / 3.0), (lag.At(0), lag.At(1)));
    });

    [Theory]
    [InlineData(1, 1, 1, false, "range [1, 1] is empty"), InlineData(2, 1, 1, false, "range [2, 1] is empty")]
    [InlineData(double.NaN, 1, 1, false, "smallest value NaN is not finite"), InlineData(0, double.PositiveInfinity, 1, false, "is empty or endless")]
    [InlineData(0, 1, 1.5, false, "start 1.5 lies outside [0, 1] 1/s"), InlineData(0, 1, double.NaN, false, "start NaN lies outside")]
    [InlineData(0, 1, 0.5, true, "smallest value 0 has no logarithm")]
    public void A_range_that_cannot_be_searched_is_refused(double min, double max, double start, bool logarithmic, string words)
    {
        string message = Assert.Throws<InvalidInputException>(() => new OptimisedParameter("rate", min, max, start, "1/s", logarithmic)).Message;
        Assert.StartsWith("Optimised parameter 'rate': ", message, StringComparison.Ordinal);
        Assert.Contains(words, message, StringComparison.Ordinal);
    }
}

using Locomotion.Sim.Experiments;

namespace Locomotion.Tests.Sim.Experiments;

public class CheckTests
{
    [Theory]
    [InlineData(1, true), InlineData(2, true), InlineData(1.5, true), InlineData(0.99, false), InlineData(2.01, false)]
    [InlineData(double.NaN, false), InlineData(double.PositiveInfinity, false), InlineData(double.NegativeInfinity, false)]
    public void Within_holds_from_border_to_border(double measured, bool holds) => Assert.Equal(holds, Check.Within("x", measured, 1, 2).Holds);

    [Theory, InlineData(1, true), InlineData(7, true), InlineData(0.99, false), InlineData(double.NaN, false), InlineData(double.PositiveInfinity, false)]
    public void At_least_holds_from_its_border_up(double measured, bool holds) => Assert.Equal(holds, Check.AtLeast("x", measured, 1).Holds);

    [Theory, InlineData(1, true), InlineData(-7, true), InlineData(1.01, false), InlineData(double.NaN, false), InlineData(double.NegativeInfinity, false)]
    public void At_most_holds_from_its_border_down(double measured, bool holds) => Assert.Equal(holds, Check.AtMost("x", measured, 1).Holds);

    [Fact]
    public void The_text_says_what_was_checked()
    {
        Check check = Check.Within("speed", 0.4021, 0.34, 0.46, "BL/cycle", "0.000");
        Assert.Equal(("speed", 0.4021, "0.34 to 0.46 BL/cycle", "0.402 BL/cycle"), (check.What, check.Measured, check.Expected, check.MeasuredText));
        Assert.Equal("at least 0.34", Check.AtLeast("x", 1, 0.34).Expected);
        Assert.Equal("at most 1E-09 rad", Check.AtMost("x", 1, 1e-9, "rad").Expected);
        Assert.Equal("not measured", Check.AtMost("x", double.NaN, 1, "rad").MeasuredText);
    }

    /// <summary>0.4004 fails "at most 0.4" and must not read as 0.400.</summary>
    [Fact]
    public void A_rounded_figure_never_belies_the_verdict()
    {
        Check check = Check.AtMost("x", 0.4004, 0.4, "rad", "0.000");
        Assert.False(check.Holds);
        Assert.Equal("0.4004 rad", check.MeasuredText);
    }
}

using Locomotion.Body;
using Locomotion.Body.Ground;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;

namespace Locomotion.Tests.Body;

public class HabitatTests
{
    [Theory, InlineData(0.0999, true), InlineData(0.1001, false), InlineData(0.15, false), InlineData(0.2001, true), InlineData(0.25, true), InlineData(0.3001, false), InlineData(0.5, true)]
    public void A_gap_has_no_ground_between_its_edges(double x, bool ground) =>
        Assert.Equal(ground, new Habitat([(0, 0)], -1, [(0.1, 0.2), (0.3, 0.4)]).HasGround(x));

    [Fact]
    public void Gaps_that_overlap_are_refused() =>
        Assert.Contains("from left to right", Assert.Throws<InvalidInputException>(() => new Habitat([(0, 0)], -1, [(0.1, 0.3), (0.2, 0.4)])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_foot_over_a_gap_carries_nothing_and_feels_nothing()
    {
        // segments 0.12 m / 21 apart: the gap lies under segments 9 to 11 of a body that stands still at the origin
        CentipedeBody body = new(new(), new Habitat([(0, 0)], -1, [(-0.008, 0.008)]));
        Command command = new(21);
        Array.Fill(command.LegLift, -1);
        body.Settle(command);
        body.Take(command, 1e-3);
        body.Step(1e-3);
        for (int i = 0; i < 21; i++)
        {
            bool over = i is >= 9 and <= 11;
            Assert.Equal(over ? 0 : 1, body.Contact[i]);
            Assert.Equal(over, body.FootLoad[Leg.Left(i)] == 0);
        }
        double total = 0;
        foreach (double load in body.FootLoad) total += load;
        Assert.Equal(21, total, tolerance: 0.6);    // the neighbours carry what hangs over the gap, but for its middle
    }


    private static readonly Habitat Shore = new([(0, 0.01), (1, -0.09), (1.5, -0.09), (2, 0.11)], waterLevel: 0);

    [Theory]
    [InlineData(0, 0.01), InlineData(1, -0.09), InlineData(1.5, -0.09), InlineData(2, 0.11)]                // the points themselves
    [InlineData(0.25, -0.015), InlineData(0.5, -0.04), InlineData(1.2, -0.09), InlineData(1.75, 0.01)]      // straight between them
    [InlineData(-1, 0.01), InlineData(-1e9, 0.01), InlineData(2.001, 0.11), InlineData(1e9, 0.11)]          // level beyond the ends
    public void Ground_is_straight_between_points_and_level_beyond(double x, double height) =>
        Assert.Equal(height, Shore.Ground(x), tolerance: 1e-15);

    [Theory, InlineData(0, 0), InlineData(0.1, 0), InlineData(0.5, 0.04), InlineData(1.2, 0.09), InlineData(9, 0)]
    public void Depth_is_counted_from_the_surface_and_is_nought_on_dry_ground(double x, double depth) =>
        Assert.Equal(depth, Shore.Depth(x), tolerance: 1e-15);

    [Fact]
    public void A_single_point_is_level_ground() => Assert.Equal([0.3, 0.3, 0.3], new[] { -5.0, 0, 5 }.Select(new Habitat([(0, 0.3)], 0).Ground));

    [Theory]
    [InlineData(0.0, 0.0, 0.0, "does not lie beyond")]                  // two points at one x
    [InlineData(0.0, -1.0, 0.0, "does not lie beyond")]
    [InlineData(0.0, double.NaN, 0.0, "is not finite")]
    [InlineData(double.NegativeInfinity, 1.0, 0.0, "is not finite")]
    [InlineData(0.0, 1.0, double.NaN, "is not finite")]
    [InlineData(0.0, 1.0, double.PositiveInfinity, "is not finite")]
    public void Bad_numbers_are_refused(double x0, double x1, double waterLevel, string rule)
    {
        InvalidInputException refused = Assert.Throws<InvalidInputException>(() => new Habitat([(x0, 0), (x1, 0)], waterLevel));
        Assert.Contains(rule, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_profile_without_points_is_refused() => Assert.Throws<InvalidInputException>(() => new Habitat([], 0));

    /// <summary>Expected: wetness = depth / height of the trunk, at most 1; contact fades over the last fifth of the weight left.</summary>
    [Fact]
    public void Wetness_and_contact_follow_the_shore_under_each_segment()
    {
        BodyParameters parameters = new();
        Habitat slope = new([(-0.06, 2e-3), (0.06, -10e-3)], waterLevel: 0);
        CentipedeBody body = new(parameters, slope);
        for (int i = 0; i < parameters.Shape.Segments; i++)
        {
            double depth = (body.Chain.Links[i].X + 0.04) * 0.1;        // the slope falls 12 mm in 120 mm, and meets the water at -0.04
            double wet = Math.Clamp(depth / parameters.Shape.Height, 0, 1);
            Assert.Equal(wet, body.Wetness[i], tolerance: 1e-12);
            Assert.Equal(Math.Clamp((1 - wet) / 0.2, 0, 1), body.Contact[i], tolerance: 1e-11);
        }
        Assert.Equal((1, 0), (body.Wetness[0], body.Wetness[^1]));
    }
}

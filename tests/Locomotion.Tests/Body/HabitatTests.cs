using Locomotion.Body;
using Locomotion.Body.Ground;
using Locomotion.Controller.Parameters;

namespace Locomotion.Tests.Body;

public class HabitatTests
{
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

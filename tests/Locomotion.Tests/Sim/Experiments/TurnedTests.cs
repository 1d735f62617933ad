using Locomotion.Sim.Experiments;

namespace Locomotion.Tests.Sim.Experiments;

/// <summary>On the circles of <see cref="StraightnessTests"/>, tight ones as well.</summary>
public class TurnedTests
{
    [Theory, InlineData(0, 1), InlineData(0.3, 2), InlineData(-2, 2), InlineData(2, 2), InlineData(4, 1.2)]
    public void Rate_and_speed_are_those_of_the_circle(double perLength, double speed)
    {
        Turned found = Turned.Measure(StraightnessTests.OnCircle(perLength, speed, bend: 0.1), StraightnessTests.Shape, from: 100);
        Assert.Equal(speed, found.Speed, tolerance: 0.005 * speed);
        Assert.Equal(perLength, found.PerLength, tolerance: 0.005 + 0.005 * Math.Abs(perLength));
        Assert.Equal(perLength * speed, found.Rate, tolerance: 0.01 + 0.005 * Math.Abs(perLength * speed));
    }
}

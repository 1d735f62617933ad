using Locomotion.Controller.Cord;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Tests.Telemetry.LiveTuning;

/// <summary>A few legs at a time show the pace of them all.</summary>
public sealed class LegPaceTests
{
    [Theory]
    [InlineData(21, 0.001, 2.5)]
    [InlineData(21, 0.001, -2.5)]
    [InlineData(64, 0.001, 5)]
    [InlineData(3, 0.001, 0.2)]
    [InlineData(21, 0.01, 3)]
    [InlineData(64, 0.02, 5)]
    public void The_frequency_is_that_of_the_legs(int segments, double period, double frequency)
    {
        SegmentState[] states = new SegmentState[segments];
        LegPace pace = new(states, period);
        for (int tick = 1; tick < 5 / period; tick++)
        {
            for (int i = 0; i < segments; i++) states[i].PhaseLeft = Math.Tau * Fraction(0.3 * i + tick * period * frequency);
            pace.Listen(states);
        }
        Assert.Equal(frequency, pace.Frequency, tolerance: 0.02 * Math.Abs(frequency));
    }

    [Fact]
    public void Legs_of_different_paces_count_alike()
    {
        SegmentState[] states = new SegmentState[20];
        LegPace pace = new(states, 0.001);
        for (int tick = 1; tick < 5000; tick++)
        {
            for (int i = 0; i < states.Length; i++) states[i].PhaseLeft = Math.Tau * Fraction(tick * 0.001 * (i < 5 ? 0 : 2));
            pace.Listen(states);
        }
        Assert.Equal(1.5, pace.Frequency, tolerance: 0.03);
    }

    private static double Fraction(double cycles) => cycles - Math.Floor(cycles);
}

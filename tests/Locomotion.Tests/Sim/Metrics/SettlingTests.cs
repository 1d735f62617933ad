using Locomotion.Sim.Metrics;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Frames;

namespace Locomotion.Tests.Sim.Metrics;

/// <summary>Settling, judged on recordings written by hand: ten segments, 2 Hz, 5 s at 100 samples a second, one thing wrong until 2 s.</summary>
public class SettlingTests
{
    private const int Segments = 10, Samples = 500;
    private const double Frequency = 2, Lag = 0.2, Until = 2;

    [Fact]
    public void A_walk_that_is_good_from_the_start_has_settled_at_the_start() => Assert.Equal(0, Walk(new Gait()));

    [Fact]
    public void A_swim_that_is_good_from_the_start_has_settled_at_the_start() => Assert.Equal(0, Swim(new Gait { Fold = 1 }));

    [Theory]
    [InlineData(nameof(Gait.Lag), 0.24), InlineData(nameof(Gait.Lag), 0.16)]            // 0.03 allowed
    [InlineData(nameof(Gait.LeftRight), 0.44), InlineData(nameof(Gait.LeftRight), 0.56)] // 0.05 allowed
    [InlineData(nameof(Gait.Fold), 1), InlineData(nameof(Gait.Scatter), 0.2)]
    public void A_walk_has_settled_when_the_last_fault_is_over(string fault, double value) =>
        Assert.Equal(Until, Walk(With(new Gait(), fault, value))!.Value, tolerance: 0.011);

    [Theory]
    [InlineData(nameof(Gait.Lag), 0.22), InlineData(nameof(Gait.LeftRight), 0.46), InlineData(nameof(Gait.Scatter), 0.02)]
    public void A_walk_within_its_tolerances_has_settled_at_the_start(string change, double value) =>
        Assert.Equal(0, Walk(With(new Gait(), change, value)));

    [Theory, InlineData(nameof(Gait.Fold), 0), InlineData(nameof(Gait.TrunkLag), -0.1), InlineData(nameof(Gait.Scatter), 0.2)]
    public void A_swim_has_settled_when_the_last_fault_is_over(string fault, double value) =>
        Assert.Equal(Until, Swim(With(new Gait { Fold = 1 }, fault, value))!.Value, tolerance: 0.011);

    [Theory, InlineData(4.5), InlineData(5)]
    public void Less_than_two_good_cycles_before_the_end_are_not_enough(double until) =>
        Assert.Null(Walk(With(new Gait(), nameof(Gait.LeftRight), 0.4) with { FaultUntil = until }));

    private static double? Walk(Gait gait) => Settling.Time(gait.Recorded(), 0, Samples, ExpectedGait.Walk, Lag);

    private static double? Swim(Gait gait) => Settling.Time(gait.Recorded(), 0, Samples, ExpectedGait.Swim, Lag);

    private static Gait With(Gait gait, string name, double value) => gait with { Fault = name, FaultValue = value };

    private sealed record Gait
    {
        public double Lag { get; init; } = SettlingTests.Lag;
        public double TrunkLag { get; init; } = 0.1;
        public double LeftRight { get; init; } = 0.5;
        public double Fold { get; init; }
        public double Scatter { get; init; }       // cycles by which every other segment is early
        public string Fault { get; init; } = "";
        public double FaultValue { get; init; }
        public double FaultUntil { get; init; } = Until;

        public Trajectory Recorded()
        {
            FrameLog log = new(FrameColumns.For(Segments), Samples);
            for (int k = 0; k < Samples; k++)
            {
                double t = k / 100.0;
                log.TryAppend(out Span<double> row);
                row[log.Column("t")] = t;
                for (int i = 0; i < Segments; i++)
                {
                    double early = i % 2 * Now(nameof(Scatter), Scatter, t);
                    double left = Frequency * t - i * Now(nameof(Lag), Lag, t) + early;
                    row[log.Column($"phase_l_{i}")] = Turn(left);
                    row[log.Column($"phase_r_{i}")] = Turn(left - Now(nameof(LeftRight), LeftRight, t));
                    row[log.Column($"trunk_phase_{i}")] = Turn(Frequency * t - i * Now(nameof(TrunkLag), TrunkLag, t) + early);
                    row[log.Column($"fold_{i}")] = Now(nameof(Fold), Fold, t);
                }
            }
            return new Trajectory(log);
        }

        private double Now(string name, double value, double t) => name == Fault && t < FaultUntil ? FaultValue : value;

        private static double Turn(double cycles) => (cycles - Math.Floor(cycles)) * Math.Tau;
    }
}

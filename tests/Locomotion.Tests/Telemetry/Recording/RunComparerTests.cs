using Locomotion.Telemetry.Comparing;
using Locomotion.Telemetry.Inspecting;

namespace Locomotion.Tests.Telemetry.Recording;

public class RunComparerTests
{
    private static readonly byte[] Plain = RecordedScene.Of(1.2);

    [Fact]
    public void A_run_is_the_same_as_another_of_the_same_make()
    {
        RunComparison comparison = Compare(Plain, RecordedScene.Of(1.2));
        Assert.True(comparison.Same);
        Assert.Equal(1200, comparison.ComparedTicks);
        Assert.Equal((null, null, null), (comparison.Commands, comparison.Senses, comparison.Digest));
        Assert.Empty(comparison.Setup);
        Assert.Empty(comparison.Parameters);
        Assert.Empty(comparison.Tuning);
        Assert.Equal(comparison.A.Gait, comparison.B.Gait);
        Assert.Equal(new GaitReport(0, 0, 0, 0, 0, 0, 0, 0), comparison.GaitDifference);
    }

    [Fact]
    public void Tuning_shows_in_the_state_after_its_tick_and_is_felt_from_the_next_on()
    {
        RunComparison comparison = Compare(Plain, RecordedScene.Of(1.2, tuning: ["motor.leg-amplitude=0.1@0.7"]));
        Assert.False(comparison.Same);
        Assert.Equal(new TuningDifference(700, "motor.leg-amplitude", null, "0.1"), Assert.Single(comparison.Tuning));
        Assert.Equal(700, comparison.Digest!.Tick);
        Assert.Equal(0.7, comparison.Digest.Seconds, tolerance: 1e-12);
        Assert.Contains("command.leg-yaw", comparison.Digest.Names);
        Assert.DoesNotContain("senses.wetness", comparison.Digest.Names);
        Assert.InRange(comparison.Senses!.Tick, 701, 720);
        Assert.DoesNotContain("wetness_0", comparison.Senses.Names);
        Assert.Null(comparison.Commands);
        Assert.Empty(comparison.Parameters);
    }

    [Fact]
    public void A_shorter_run_is_the_same_as_far_as_it_goes_but_not_the_same()
    {
        RunComparison comparison = Compare(RecordedScene.Of(0.5), Plain);
        Assert.False(comparison.Same);
        Assert.Equal((500, 1200), (comparison.A.Ticks, comparison.B.Ticks));
        Assert.Equal(500, comparison.ComparedTicks);
        Assert.Equal((null, null, null), (comparison.Commands, comparison.Senses, comparison.Digest));
    }

    [Fact]
    public void What_the_runs_were_made_of_is_told_by_name()
    {
        RunComparison comparison = Compare(Plain, RecordedScene.Of(0.5, seed: 7, lesions: ["silence=4"], set: ["legs.load-feedback=0.5"]));
        Assert.Equal([new Difference("seed", "1", "7"), new Difference("lesions", "none", "silence=4")], comparison.Setup);
        Assert.Equal([new Difference("legs.load-feedback", "10", "0.5")], comparison.Parameters);
        Assert.Equal(0, comparison.Digest!.Tick);
    }

    [Fact]
    public void Animals_of_other_length_differ_from_the_start()
    {
        RunComparison comparison = Compare(Plain, RecordedScene.Of(0.5, set: ["shape.segments=12"]));
        Assert.Contains(new Difference("segments", "21", "12"), comparison.Setup);
        Assert.Equal(0, comparison.Senses!.Tick);
        Assert.Contains("wetness_20 (only in a)", comparison.Senses.Names);
        Assert.DoesNotContain("wetness_0", comparison.Senses.Names);
    }

    [Theory, InlineData(0.95, 0.05, 0), InlineData(0.1, 0.2, 0.15)]
    public void Phases_are_averaged_and_subtracted_the_short_way_round(double a, double b, double mean)
    {
        GaitReport first = new(1, 2, 0, 0, a, 0, 0, 0), second = new(3, 2, 0, 0, b, 0, 0, 1);
        GaitMean both = new();
        Assert.Null(both.Value);
        both.Add(first);
        both.Add(second);
        double apart = both.Value!.LeftRightPhase - mean;
        Assert.Equal(0, apart - Math.Round(apart), tolerance: 1e-12);
        Assert.Equal((2, 2, 0.5), (both.Value.LegFrequencyHz, both.Value.TrunkFrequencyHz, both.Value.FoldedFraction));
        Assert.Equal(0.1, second.Minus(first).LeftRightPhase, tolerance: 1e-12);
    }

    [Fact]
    public void It_can_be_stopped()
    {
        using CancellationTokenSource stop = new();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => RunComparer.Compare(RecordedScene.Open(Plain), RecordedScene.Open(Plain), null, stop.Token));
    }

    private static RunComparison Compare(byte[] a, byte[] b) => RunComparer.Compare(RecordedScene.Open(a), RecordedScene.Open(b), null, CancellationToken.None);
}

using Locomotion.Sim.Neurons;

namespace Locomotion.Tests.Sim.Neurons;

/// <summary>Expected values follow by hand from the definitions.</summary>
public class WaveformTests
{
    private static readonly double[] Rate = [0, 0, 1, 2, 0, 0, 0, 3, 1, 0, 0, 2];

    [Fact]
    public void A_burst_rises_at_its_last_zero_and_falls_at_the_first_zero_after_it()
    {
        Assert.Equal([1, 6, 10], Waveform.Rises(Rate));
        Assert.Equal([4, 9], Waveform.Falls(Rate));
        Assert.Equal(new BurstCycle(1, 4, 6), Waveform.Cycle(Rate));
        Assert.Equal(new BurstCycle(6, 9, 10), Waveform.Cycle(Rate, 1));
        Assert.Null(Waveform.Cycle(Rate, 2));
        Assert.Equal((5, 3, 2, 0.6), (Waveform.Cycle(Rate)!.Value.Period, Waveform.Cycle(Rate)!.Value.Active, Waveform.Cycle(Rate)!.Value.Quiet, Waveform.Cycle(Rate)!.Value.Duty));
    }

    [Fact]
    public void A_signal_that_jumps_from_below_zero_rises_at_its_first_sample()
    {
        double[] signed = [-1, -1, 1, 1, -1, 1, -1];
        Assert.Equal([2, 5], Waveform.Rises(signed).Take(2));
        Assert.Contains(4, Waveform.Falls(signed));
    }

    [Fact]
    public void A_trace_that_starts_within_a_burst_has_no_cycle() => Assert.Null(Waveform.Cycle([1, 0, 0, 1, 0, 0, 1, 0]));

    [Fact]
    public void Bursts_are_the_spans_above_zero()
    {
        Assert.Equal([(2, 4), (7, 9), (11, 11)], Waveform.Bursts(Rate));
        Assert.Equal([(0, 1)], Waveform.Bursts([1, 0]));
    }

    [Fact]
    public void A_peak_is_higher_than_its_neighbours_and_of_a_flat_top_the_middle()
    {
        Assert.Equal([3, 7], Waveform.Peaks(Rate));
        Assert.Equal([2], Waveform.Peaks([0, 1, 1, 1, 0]));
        Assert.Equal([1], Waveform.Peaks([0, 1, 1, 0]));
        Assert.Empty(Waveform.Peaks([0, 1, 1, 2]));
        Assert.Empty(Waveform.Peaks([3, 2, 1]));
    }
}

using CsCheck;
using Locomotion.Hardware.Timing;

namespace Locomotion.Tests.Hardware.Timing;

public class LatencyHistogramTests
{
    private static readonly Gen<long[]> Durations = Gen.OneOf(Gen.Long[0, 100], Gen.Long[0, 1_000_000], Gen.Long[0, 60_000_000_000]).Array[1, 300];

    [Fact]
    public void Percentiles_are_those_of_the_sorted_durations_to_three_percent() => Gen.Select(Durations, Gen.Double[0, 1]).Sample((durations, fraction) =>
    {
        LatencyHistogram histogram = Of(durations);
        long exact = durations.Order().ElementAt(Math.Clamp((int)Math.Ceiling(fraction * durations.Length) - 1, 0, durations.Length - 1));
        Assert.InRange(histogram.Percentile(fraction), exact, exact + exact / 32);
        Assert.Equal(durations.Max(), histogram.Worst);
        Assert.Equal(durations.Average(), histogram.Mean, 1e-9 * durations.Max() + 1e-9);
    });

    [Fact]
    public void Two_added_are_as_one_of_all() => Gen.Select(Durations, Durations).Sample((a, b) =>
    {
        LatencyHistogram sum = Of(a), all = Of([.. a, .. b]);
        sum.Add(Of(b));
        Assert.Equal((all.Count, all.Worst), (sum.Count, sum.Worst));
        foreach (double fraction in new[] { 0, 0.5, 0.99, 0.999, 1 }) Assert.Equal(all.Percentile(fraction), sum.Percentile(fraction));
    });

    [Fact]
    public void Moved_it_begins_anew()
    {
        LatencyHistogram histogram = Of([5, 1_000_000]), copy = Of([7]);
        histogram.MoveTo(copy);
        Assert.Equal((2, 1_000_000), (copy.Count, copy.Worst));
        Assert.Equal((0, 0, 0, 0.0), (histogram.Count, histogram.Worst, histogram.Percentile(0.99), histogram.Mean));
    }

    [Fact]
    public void Negative_counts_as_nothing_and_an_hour_as_an_hour()
    {
        LatencyHistogram histogram = Of([-5, 3_600_000_000_000]);
        Assert.Equal(0, histogram.Percentile(0.5));
        Assert.Equal(3_600_000_000_000, histogram.Worst);
        Assert.Equal(3_600_000_000_000, histogram.Percentile(1));
    }

    [Fact]
    public void Recording_and_reading_allocate_nothing()
    {
        LatencyHistogram histogram = Of([1]), copy = Of([1]);
        Use();
        long before = GC.GetAllocatedBytesForCurrentThread();
        Use();
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());

        void Use()
        {
            for (long ns = 1; ns < 1L << 40; ns *= 3) histogram.Record(ns);
            _ = histogram.Percentile(0.99);
            copy.Add(histogram);
            histogram.MoveTo(copy);
        }
    }

    private static LatencyHistogram Of(long[] durations)
    {
        LatencyHistogram histogram = new();
        foreach (long ns in durations) histogram.Record(ns);
        return histogram;
    }
}

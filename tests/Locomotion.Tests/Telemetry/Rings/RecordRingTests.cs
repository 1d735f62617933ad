using Locomotion.Telemetry.Rings;

namespace Locomotion.Tests.Telemetry.Rings;

/// <summary>Records come over whole, once and in order, or are refused at once.</summary>
public sealed class RecordRingTests
{
    [Fact]
    public void A_full_ring_refuses_and_goes_on_when_a_record_is_given_back()
    {
        RecordRing ring = new(size: 2, capacity: 3);
        for (int k = 0; k < 3; k++) Put(ring, k);
        Assert.False(ring.TryClaim(out _));
        Assert.Equal([0, 1, 2], Seen(ring));
        ring.Release(2);
        Put(ring, 3);
        Put(ring, 4);
        Assert.False(ring.TryClaim(out _));
        Assert.Equal([2, 3, 4], Seen(ring));
        ring.Release(3);
        Assert.Equal(0, ring.Waiting);
    }

    [Fact]
    public void Asking_for_memory_changes_nothing()
    {
        RecordRing ring = new(size: 21, capacity: 2);
        for (int k = 0; k < 100; k++)
        {
            Put(ring, k);
            ring.Prefetch();
            for (int part = 0; part < 30; part++) ring.Prefetch(part, 30);
            Assert.Equal([k], Seen(ring));
            ring.Release(1);
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Between_two_threads_no_record_is_lost_torn_or_out_of_order(int capacity)
    {
        const int size = 9, records = 300_000;
        RecordRing ring = new(size, capacity);
        Thread writer = new(() =>
        {
            SpinWait wait = default;
            for (int k = 0; k < records; k++)
            {
                Span<double> record;
                while (!ring.TryClaim(out record)) wait.SpinOnce(sleep1Threshold: -1);
                record.Fill(k);
                ring.Publish();
            }
        });
        writer.Start();
        SpinWait idle = default;
        for (int next = 0; next < records;)
        {
            int waiting = ring.Waiting;
            Assert.InRange(waiting, 0, capacity);
            if (waiting == 0) idle.SpinOnce(sleep1Threshold: -1);
            for (int k = 0; k < waiting; k++, next++)
            {
                ReadOnlySpan<double> record = ring.Peek(k);
                if (record.IndexOfAnyExcept((double)next) >= 0) Assert.Fail($"Record {next} holds {string.Join(' ', record.ToArray())}.");
            }
            ring.Release(waiting);
        }
        writer.Join();
    }

    private static void Put(RecordRing ring, double value)
    {
        Assert.True(ring.TryClaim(out Span<double> record));
        Assert.Equal(ring.Size, record.Length);
        record.Fill(value);
        ring.Publish();
    }

    private static double[] Seen(RecordRing ring) => [.. Enumerable.Range(0, ring.Waiting).Select(behind => ring.Peek(behind)[^1])];
}

using Locomotion.Sim.Sweeps;
using Locomotion.Tests.EndToEnd;
using Outcome = Locomotion.Sim.Sweeps.Outcome;

namespace Locomotion.Tests.Sim.Sweeps;

public class CaseStoreTests
{
    private readonly string folder = Scratch.Folder().FullName;

    [Fact]
    public void What_a_kill_left_half_written_is_passed_over_wherever_it_cut()
    {
        using (ShardWriter writer = new(folder))
        {
            for (int k = 0; k < 3; k++) writer.Append((UInt128)(k + 1), Outcome.Done, [(byte)k, 7, 7]);
        }
        string path = Directory.GetFiles(folder).Single();
        byte[] whole = File.ReadAllBytes(path);
        int row = (whole.Length - 8) / 3;
        for (int length = 0; length <= whole.Length; length++)
        {
            File.WriteAllBytes(path, whole[..length]);
            using CaseStore store = new(folder);
            store.Refresh();
            Assert.Equal(Math.Max(0, length - 8) / row, store.Count);
            if (store.Count == 3) Assert.Equal([2, 7, 7], store.Content(3));
        }
    }

    [Fact]
    public void A_flipped_bit_is_never_taken_for_a_result()
    {
        using (ShardWriter writer = new(folder)) writer.Append(5, Outcome.Done, [1, 2, 3]);
        string path = Directory.GetFiles(folder).Single();
        byte[] whole = File.ReadAllBytes(path);
        for (int bit = 0; bit < 8 * whole.Length; bit++)
        {
            byte[] flipped = [.. whole];
            flipped[bit / 8] ^= (byte)(1 << (bit % 8));
            File.WriteAllBytes(path, flipped);
            using CaseStore store = new(folder);
            store.Refresh();
            Assert.Equal(0, store.Count);
            Assert.True(store.Torn > 0);
        }
    }

    [Fact]
    public void Rows_appear_as_they_are_written_and_large_ones_too()
    {
        using CaseStore store = new(folder);
        store.Refresh();
        byte[] large = new byte[3 << 20];
        new Random(1).NextBytes(large);
        using ShardWriter one = new(folder), other = new(folder);
        for (int k = 1; k <= 5; k++)
        {
            one.Append((UInt128)k, Outcome.Done, [1]);
            other.Append((UInt128)(100 + k), Outcome.Done, k == 3 ? large : [2]);
            store.Refresh();
            Assert.Equal(2 * k, store.Count);
        }
        Assert.Equal(large, store.Content(103));
        Assert.Equal([2], store.Content(105));
    }

    [Fact]
    public void The_first_result_that_did_not_fail_counts()
    {
        using (ShardWriter writer = new(folder))
        {
            writer.Append(1, Outcome.Fault, [0]);
            writer.Append(1, Outcome.Done, [1]);
            writer.Append(1, Outcome.Done, [2]);
            writer.Append(1, Outcome.Timeout, [3]);
            writer.Append(2, Outcome.Timeout, [4]);
        }
        using CaseStore store = new(folder);
        store.Refresh();
        Assert.Equal((Outcome.Done, Outcome.Timeout, null), (store.Find(1), store.Find(2), store.Find(3)));
        Assert.Equal([1], store.Content(1));
        Assert.Equal((2, 5L), (store.Count, store.Rows));
        store.ForgetFailures();
        Assert.Equal((Outcome.Done, null), (store.Find(1), store.Find(2)));
    }

    [Fact]
    public void More_shards_than_may_be_open_at_once_are_read()
    {
        for (int k = 1; k <= 300; k++)
        {
            using ShardWriter writer = new(folder);
            writer.Append((UInt128)k, Outcome.Done, BitConverter.GetBytes(k));
        }
        using CaseStore store = new(folder);
        store.Refresh();
        for (int k = 300; k >= 1; k--) Assert.Equal(k, BitConverter.ToInt32(store.Content((UInt128)k)));
    }
}

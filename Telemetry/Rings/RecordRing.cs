using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace Locomotion.Telemetry.Rings;

/// <summary>
/// Hands records of a fixed size from one thread to another. Neither ever blocks here, and nothing is allocated after construction.
/// One thread may claim and publish, one may look and release.
/// </summary>
public sealed class RecordRing
{
    private readonly double[] slots;
    private readonly int mask;
    private long published, released;       // totals; a slot is total & mask

    /// <summary>An empty ring.</summary>
    /// <param name="size">Doubles in a record.</param>
    /// <param name="capacity">Records that may wait.</param>
    public RecordRing(int size, int capacity)
    {
        Size = size;
        Capacity = capacity;
        int places = (int)BitOperations.RoundUpToPowerOf2((uint)capacity);
        mask = places - 1;
        slots = new double[checked(size * places)];
    }

    /// <summary>Doubles in a record.</summary>
    public int Size { get; }

    /// <summary>Records that may wait.</summary>
    public int Capacity { get; }

    /// <summary>Records that wait now. Either thread; the other may change it at once.</summary>
    public int Waiting => (int)(Volatile.Read(ref published) - Volatile.Read(ref released));

    /// <summary>The next record to be filled; false when the ring is full. Writing thread only.</summary>
    public bool TryClaim(out Span<double> record)
    {
        record = default;
        if (published - Volatile.Read(ref released) == Capacity) return false;
        record = Slot(published);
        return true;
    }

    /// <summary>
    /// Touches one of <paramref name="parts"/> parts of the record after the next, if there is room for it. The reader has had its memory last:
    /// fetched piece by piece beforehand, it does not hold up whoever fills the record at once. Writing thread only.
    /// </summary>
    public void Fetch(int part, int parts)
    {
        const int line = 8;     // doubles
        if (published + 1 - Volatile.Read(ref released) >= Capacity) return;
        Span<double> record = Slot(published + 1);
        int share = (Size + parts - 1) / parts, end = Math.Min(Size, (part + 1) * share);
        for (int k = part * share; k < end; k += line) record[k] = 0;
    }

    /// <summary>
    /// Asks for the memory of the next record while the loop does something else: it was the reader's last. Where the processor cannot be asked,
    /// nothing happens. Writing thread only.
    /// </summary>
    public unsafe void Prefetch()
    {
        if (!Sse.IsSupported) return;
        const int line = 8;     // doubles
        fixed (double* record = Slot(published))
        {
            for (int k = 0; k < Size; k += line) Sse.Prefetch0(record + k);
        }
    }

    /// <summary>Hands over the record just claimed and filled. Writing thread only.</summary>
    public void Publish() => Volatile.Write(ref published, published + 1);

    /// <summary>The record that has waited longest but for <paramref name="behind"/> others; it stays until released. Reading thread only.</summary>
    public ReadOnlySpan<double> Peek(int behind) => Slot(released + behind);

    /// <summary>Gives the <paramref name="count"/> oldest records back. Reading thread only.</summary>
    public void Release(int count) => Volatile.Write(ref released, released + count);

    private Span<double> Slot(long total) => slots.AsSpan((int)(total & mask) * Size, Size);
}

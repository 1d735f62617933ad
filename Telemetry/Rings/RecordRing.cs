using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Locomotion.Telemetry.Rings;

/// <summary>
/// Hands records of a fixed size from one thread to another. Neither ever blocks here, and nothing is allocated after construction.
/// One thread may claim and publish, one may look and release.
/// </summary>
public sealed class RecordRing
{
    private readonly double[] slots;
    private Ends ends;

    /// <summary>An empty ring.</summary>
    /// <param name="size">Doubles in a record.</param>
    /// <param name="capacity">Records that may wait.</param>
    public RecordRing(int size, int capacity)
    {
        Size = size;
        Capacity = capacity;
        slots = new double[checked(size * capacity)];
    }

    /// <summary>Doubles in a record.</summary>
    public int Size { get; }

    /// <summary>Records that may wait.</summary>
    public int Capacity { get; }

    /// <summary>Records that wait now. Either thread; the other may change it at once.</summary>
    public int Waiting => (int)(Volatile.Read(ref ends.Published) - Volatile.Read(ref ends.Released));

    /// <summary>The next record to be filled; false when the ring is full. Writing thread only.</summary>
    public bool TryClaim(out Span<double> record)
    {
        record = default;
        if (!HasRoom()) return false;
        record = Slot(ends.Write);
        return true;
    }

    /// <summary>
    /// Asks for one of <paramref name="parts"/> parts of the next record's memory while the loop does something else: it was the reader's last.
    /// Where the processor cannot be asked, nothing happens. Writing thread only.
    /// </summary>
    public unsafe void Prefetch(int part = 0, int parts = 1)
    {
        const int line = 8;     // doubles
        if (!Sse.IsSupported) return;
        int share = (Size / line / parts + 1) * line, end = Math.Min(Size, (part + 1) * share);
        fixed (double* record = Slot(ends.Write))
        {
            for (int k = part * share; k < end; k += line) Sse.Prefetch0(record + k);
        }
    }

    /// <summary>Hands over the record just claimed and filled. Writing thread only.</summary>
    public void Publish()
    {
        ends.Write = Wrapped(ends.Write + 1);
        Volatile.Write(ref ends.Published, ends.Published + 1);
    }

    /// <summary>The record that has waited longest but for <paramref name="behind"/> others; it stays until released. Reading thread only.</summary>
    public ReadOnlySpan<double> Peek(int behind) => Slot(Wrapped(ends.Read + behind));

    /// <summary>Gives the <paramref name="count"/> oldest records back. Reading thread only.</summary>
    public void Release(int count)
    {
        ends.Read = Wrapped(ends.Read + count);
        Volatile.Write(ref ends.Released, ends.Released + count);
    }

    /// <summary>Asks how far the reader is only if there is no room otherwise: what the reader writes is far away from the writer's processor.</summary>
    private bool HasRoom()
    {
        if (ends.Published - ends.KnownReleased < Capacity) return true;
        ends.KnownReleased = Volatile.Read(ref ends.Released);
        return ends.Published - ends.KnownReleased < Capacity;
    }

    private int Wrapped(int slot) => slot < Capacity ? slot : slot - Capacity;

    private Span<double> Slot(int slot) => slots.AsSpan(slot * Size, Size);

    /// <summary>How far writer and reader are, each on lines of the cache of its own.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 3 * Apart)]
    private struct Ends
    {
        private const int Apart = 128;      // bytes; processors fetch lines of 64 in pairs

        /// <summary>Records handed over since the start.</summary>
        [FieldOffset(Apart)]
        public long Published;
        /// <summary>What the writer knew last of <see cref="Released"/>.</summary>
        [FieldOffset(Apart + 8)]
        public long KnownReleased;
        /// <summary>Slot of the next record to be filled.</summary>
        [FieldOffset(Apart + 16)]
        public int Write;
        /// <summary>Records given back since the start.</summary>
        [FieldOffset(2 * Apart)]
        public long Released;
        /// <summary>Slot of the record that has waited longest.</summary>
        [FieldOffset(2 * Apart + 8)]
        public int Read;
    }
}

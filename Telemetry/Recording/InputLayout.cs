using System.Runtime.InteropServices;
using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;

namespace Locomotion.Telemetry.Recording;

/// <summary>Where the numbers of one tick lie in a record of the ring: command, digest, times, and what is felt at the tick's end.</summary>
internal sealed class InputLayout(int segments, int fields)
{
    private const int TickAt = 0, CommandAt = 1, ChainAt = CommandAt + DescendingCommand.Numbers, NanosecondsAt = 6, MissedAt = 7, ChangesAt = 8, LesionsAt = 9, FieldsAt = 10;
    private readonly int sensesAt = FieldsAt + (fields + 7) / 8;

    /// <summary>Numbers that are felt in a tick.</summary>
    public int SenseCount { get; } = SenseTable.Columns(segments);

    /// <summary>Doubles in a record.</summary>
    public int Size => sensesAt + SenseCount;

    /// <summary>Fills a record after tick <paramref name="tick"/>; −1 is before the first.</summary>
    public void Write(Span<double> record, long tick, CentipedeController controller, ulong chain, ReadOnlySpan<byte> fieldHashes, long nanoseconds, long missed, long changes)
    {
        Span<long> whole = MemoryMarshal.Cast<double, long>(record);
        whole[TickAt] = tick;
        controller.Descending.Write(record[CommandAt..]);
        whole[ChainAt] = (long)chain;
        whole[NanosecondsAt] = nanoseconds;
        whole[MissedAt] = missed;
        whole[ChangesAt] = changes;
        whole[LesionsAt] = controller.Lesions.Count;
        fieldHashes.CopyTo(MemoryMarshal.AsBytes(record[FieldsAt..sensesAt]));
        SenseTable.Write(controller.Senses, record[sensesAt..]);
    }

    public static long Tick(ReadOnlySpan<double> record) => Whole(record, TickAt);

    public static DescendingCommand Command(ReadOnlySpan<double> record) => DescendingCommand.Read(record[CommandAt..]);

    public static ulong Chain(ReadOnlySpan<double> record) => (ulong)Whole(record, ChainAt);

    /// <summary>When the tick ended, ns; 0 if the clock was not read.</summary>
    public static long Nanoseconds(ReadOnlySpan<double> record) => Whole(record, NanosecondsAt);

    public static long Missed(ReadOnlySpan<double> record) => Whole(record, MissedAt);

    public static long Changes(ReadOnlySpan<double> record) => Whole(record, ChangesAt);

    public static int Lesions(ReadOnlySpan<double> record) => (int)Whole(record, LesionsAt);

    public ReadOnlySpan<byte> Fields(ReadOnlySpan<double> record) => MemoryMarshal.AsBytes(record[FieldsAt..sensesAt])[..fields];

    public ReadOnlySpan<double> Senses(ReadOnlySpan<double> record) => record.Slice(sensesAt, SenseCount);

    private static long Whole(ReadOnlySpan<double> record, int at) => MemoryMarshal.Cast<double, long>(record)[at];
}

using System.Runtime.InteropServices;
using Locomotion.Controller.Descending;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Telemetry.Comparing;

/// <summary>Walks two recorded runs side by side and notes where each kind of thing first differs, to the bit.</summary>
internal sealed class TickComparer
{
    private static readonly string[] CommandNames = ["drive", "release", "swim", "turn", "halt"];
    private readonly RecordedRun a, b;
    private readonly IReadOnlyList<string> sensesA, sensesB;
    private readonly IEnumerator<RecordedTick> left, right;
    private bool more;

    public TickComparer(RecordedRun a, RecordedRun b)
    {
        (this.a, this.b) = (a, b);
        (sensesA, sensesB) = (SenseTable.Names(a.Setup.Segments), SenseTable.Names(b.Setup.Segments));
        (left, right) = (a.Ticks().GetEnumerator(), b.Ticks().GetEnumerator());
        FromTick = Math.Max(a.FirstTick, b.FirstTick);
        more = MoveTo(left, FromTick) && MoveTo(right, FromTick);
        if (more) CompareSenses(FromTick, left.Current.FeltBefore, right.Current.FeltBefore);
    }

    /// <summary>The first tick compared.</summary>
    public long FromTick { get; }

    /// <summary>Ticks compared so far.</summary>
    public long Compared { get; private set; }

    public TickDifference? Commands { get; private set; }

    public TickDifference? Senses { get; private set; }

    public TickDifference? Digest { get; private set; }

    /// <summary>Compares one more tick; false if there is none, or nothing more to find.</summary>
    public bool Step()
    {
        if (!more) return false;
        RecordedTick x = left.Current, y = right.Current;
        long tick = x.Tick;
        if (Commands is null && DifferentCommands(x.Command, y.Command) is { Count: > 0 } commands) Commands = At(tick, commands);
        if (Digest is null && x.Chain != y.Chain) Digest = At(tick, DifferentFields(x.Fields, y.Fields));
        CompareSenses(tick + 1, x.FeltAfter, y.FeltAfter);
        Compared++;
        more = (Commands is null || Senses is null || Digest is null) && left.MoveNext() && right.MoveNext();
        return true;
    }

    private void CompareSenses(long tick, double[] x, double[] y)
    {
        if (Senses is null && !MemoryMarshal.AsBytes<double>(x).SequenceEqual(MemoryMarshal.AsBytes<double>(y)))
            Senses = At(tick, Different(sensesA, sensesB, (p, q) => Bits(x[p]) == Bits(y[q])));
    }

    private TickDifference At(long tick, IReadOnlyList<string> names) => new(tick, tick * a.Setup.Timing.Period, names);

    private static bool MoveTo(IEnumerator<RecordedTick> ticks, long tick)
    {
        while (ticks.MoveNext())
        {
            if (ticks.Current.Tick >= tick) return true;
        }
        return false;
    }

    private static List<string> DifferentCommands(in DescendingCommand x, in DescendingCommand y)
    {
        ReadOnlySpan<double> p = [x.Drive, x.Release, x.Swim, x.Turn, x.Halts ? 1 : 0], q = [y.Drive, y.Release, y.Swim, y.Turn, y.Halts ? 1 : 0];
        List<string> names = [];
        for (int k = 0; k < p.Length; k++)
        {
            if (Bits(p[k]) != Bits(q[k])) names.Add(CommandNames[k]);
        }
        return names;
    }

    /// <summary>A byte of each field's hash tells them apart but for one in 256, so the list may lack some.</summary>
    private List<string> DifferentFields(ReadOnlySpan<byte> x, ReadOnlySpan<byte> y)
    {
        byte[] p = x.ToArray(), q = y.ToArray();
        return Different(a.FieldNames, b.FieldNames, (i, j) => p[i] == q[j]);
    }

    private static List<string> Different(IReadOnlyList<string> namesA, IReadOnlyList<string> namesB, Func<int, int, bool> same)
    {
        Dictionary<string, int> inB = [];
        for (int k = 0; k < namesB.Count; k++) inB[namesB[k]] = k;
        List<string> names = [];
        for (int k = 0; k < namesA.Count; k++)
        {
            if (!inB.Remove(namesA[k], out int there)) names.Add($"{namesA[k]} (only in a)");
            else if (!same(k, there)) names.Add(namesA[k]);
        }
        names.AddRange(namesB.Where(inB.ContainsKey).Select(name => $"{name} (only in b)"));
        return names;
    }

    private static long Bits(double value) => BitConverter.DoubleToInt64Bits(value);
}

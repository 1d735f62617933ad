using System.Globalization;
using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using Locomotion.Sim.Reports;

namespace Locomotion.Sim.Experiments;

/// <summary>A hash over every figure of a report: equal digests mean that an experiment came out the same, to the bit.</summary>
/// <remarks>XXH3, 64 bits (Collet, xxHash), each hash seeded with that of everything before.</remarks>
public static class ExperimentDigest
{
    /// <summary>The digest of all cells of <paramref name="tables"/> in their order, 16 hexadecimal digits.</summary>
    public static string Of(IEnumerable<ReportTable> tables)
    {
        ulong digest = 0;
        foreach (ReportTable table in tables)
        {
            digest = Chain(digest, table.Name);
            foreach (ReportColumn column in table.Columns) digest = Chain(digest, column.Name);
            foreach (object?[] row in table.Rows)
            {
                foreach (object? cell in row) digest = Chain(digest, cell);
            }
        }
        return Text(digest);
    }

    /// <summary>One digest of several.</summary>
    public static string Of(IEnumerable<string> digests) => Text(digests.Aggregate(0UL, Chain));

    private static string Text(ulong digest) => digest.ToString("x16", CultureInfo.InvariantCulture);

    /// <summary>A number by its bits, anything else by its text; each kind after a mark of its own, so that none can stand for another.</summary>
    private static ulong Chain(ulong digest, object? cell) => cell switch
    {
        null => Chain(digest, "-"u8),
        // machines differ in the bits of what is not a number
        double number => Chain(Chain(digest, "#"u8), MemoryMarshal.AsBytes<double>([double.IsNaN(number) ? double.NaN : number])),
        _ => Chain(digest, Convert.ToString(cell, CultureInfo.InvariantCulture)!),
    };

    private static ulong Chain(ulong digest, string text) => Chain(Chain(digest, "\""u8), Encoding.UTF8.GetBytes(text));

    private static ulong Chain(ulong digest, ReadOnlySpan<byte> bytes) => XxHash3.HashToUInt64(bytes, unchecked((long)digest));
}

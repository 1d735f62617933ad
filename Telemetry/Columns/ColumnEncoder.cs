using System.Numerics;

namespace Locomotion.Telemetry.Columns;

/// <summary>
/// Writes a block of a table of doubles in few bytes and without loss: what sensors report changes smoothly or not at all, and has a
/// finest step. <see cref="ColumnDecoder"/> gives back every bit. One object, one thread; it allocates only while it grows.
/// </summary>
/// <remarks>
/// Each column by itself, in the shortest of five ways (<see cref="ColumnMode"/>, 3 bits). A predicted column is written as whole numbers
/// q = x 2^−e, e the largest exponent that loses nothing; of these the differences of order k, 0 to 7, whichever is shortest, modulo 2^64:
/// the first k in as many bits as they need, the others by Rice's code.
/// <para>Source: ours; the code of the differences by Rice 1979, JPL Publication 79-22; orders as in Robinson 1994, Shorten, CUED/F-INFENG/TR.156.</para>
/// </remarks>
public sealed class ColumnEncoder
{
    internal const int MaxOrder = 7, EscapeOnes = 24, ModeBits = 3, ExponentBits = 12, OrderBits = 3, RiceBits = 6, LengthBits = 7, ExponentBias = 1100;

    private readonly BitWriter bits = new();
    private long[] whole = [], differences = [], best = [];
    private double[] held = [];

    /// <summary>Writes a block.</summary>
    /// <param name="table">The numbers, row after row.</param>
    /// <param name="columns">How many in a row.</param>
    /// <returns>The bytes; good until the next call.</returns>
    public ReadOnlyMemory<byte> Encode(ReadOnlySpan<double> table, int columns)
    {
        int rows = columns == 0 ? 0 : table.Length / columns;
        if (whole.Length < rows) (whole, differences, best, held) = (new long[rows], new long[rows], new long[rows], new double[2 * rows]);
        bits.Clear();
        Column before = default;
        for (int column = 0; column < columns && rows > 0; column++)
        {
            // two columns are held at a time, one after the other in turn
            Span<double> place = held.AsSpan(column % 2 * rows, rows);
            for (int row = 0, at = column; row < rows; row++, at += columns) place[row] = table[at];
            Column x = new(place);
            Encode(x, before);
            before = x;
        }
        bits.Align();
        return bits.Written;
    }

    private void Encode(Column x, Column before)
    {
        if (x.IsConstant)
        {
            if (x.Bits(0) == 0)
            {
                Write(ColumnMode.Zero);
                return;
            }
            Write(ColumnMode.Constant);
            bits.Write(x.Bits(0), 64);
        }
        else if (x.Repeats(before))
        {
            Write(ColumnMode.AsBefore);
        }
        else if (TryWhole(x, out int exponent))
        {
            Write(ColumnMode.Predicted);
            bits.Write((ulong)(exponent + ExponentBias), ExponentBits);
            WritePredicted(x.Rows);
        }
        else
        {
            Write(ColumnMode.Raw);
            for (int row = 0; row < x.Rows; row++) bits.Write(x.Bits(row), 64);
        }
    }

    private void Write(ColumnMode mode) => bits.Write((ulong)mode, ModeBits);

    /// <summary>The column as multiples of 2^e, the largest e that loses nothing; false if they do not fit 63 bits, or a number is none or −0.</summary>
    private bool TryWhole(Column x, out int exponent)
    {
        exponent = int.MaxValue;
        for (int row = 0; row < x.Rows; row++)
        {
            ulong pattern = x.Bits(row);
            if (pattern == 0) continue;
            if (x[row] == 0 || !double.IsFinite(x[row])) return false;
            exponent = Math.Min(exponent, LowestExponent(pattern));
        }
        if (exponent < -1022) return false;     // 2^−e would not be finite: numbers that no sensor reports
        double steps = Math.ScaleB(1, -exponent);
        for (int row = 0; row < x.Rows; row++)
        {
            double q = x[row] * steps;          // exact: a power of two, and no overflow that matters
            if (!(Math.Abs(q) < 1L << 62)) return false;
            whole[row] = (long)q;
        }
        return true;
    }

    /// <summary>Exponent of the lowest bit that is set in a finite double other than 0.</summary>
    private static int LowestExponent(ulong bits)
    {
        int biased = (int)(bits >> 52 & 0x7FF);
        ulong fraction = bits & (1UL << 52) - 1;
        return biased == 0
            ? -1074 + BitOperations.TrailingZeroCount(fraction)
            : biased - 1075 + BitOperations.TrailingZeroCount(fraction | 1UL << 52);
    }

    private void WritePredicted(int rows)
    {
        (int order, int rice) = Shortest(rows);
        bits.Write((ulong)order, OrderBits);
        bits.Write((ulong)rice, RiceBits);
        for (int row = 0; row < rows; row++)
        {
            ulong folded = Fold(best[row]);
            if (row < order) WriteLength(folded);
            else WriteRice(folded, rice);
        }
    }

    /// <summary>The order whose differences are smallest in sum, and their Rice parameter; leaves the differences in <see cref="best"/>.</summary>
    private (int Order, int Rice) Shortest(int rows)
    {
        Span<long> d = differences.AsSpan(0, rows), kept = best.AsSpan(0, rows);
        whole.AsSpan(0, rows).CopyTo(d);
        double smallest = double.PositiveInfinity;
        int order = 0;
        for (int k = 0; k <= Math.Min(MaxOrder, rows - 1); k++)
        {
            double sum = 0;
            for (int row = rows - 1; row >= k; row--)
            {
                if (k > 0) d[row] = unchecked(d[row] - d[row - 1]);
                sum += Math.Abs((double)d[row]);
            }
            // the rows above the order are written at length: a guess at what each costs
            sum += k * sum / (rows - k);
            if (sum > smallest * 4) break;      // noise by now: higher orders only make it worse
            if (sum >= smallest) continue;
            (smallest, order) = (sum, k);
            d.CopyTo(kept);
        }
        return (order, RiceParameter(kept[order..]));
    }

    /// <summary>About log2(m ln 2), m the mean of the numbers as they will be written.</summary>
    private static int RiceParameter(ReadOnlySpan<long> d)
    {
        double sum = 0;
        foreach (long one in d) sum += Fold(one);
        return Math.Clamp((int)Math.Ceiling(Math.Log2(sum / d.Length * 0.6931 + 1e-9)), 0, 63);
    }

    private void WriteLength(ulong value)
    {
        int length = Length(value);
        bits.Write((ulong)length, LengthBits);
        bits.Write(value, length);
    }

    private void WriteRice(ulong value, int rice)
    {
        ulong ones = value >> rice;
        if (ones >= EscapeOnes)
        {
            bits.Write((1UL << EscapeOnes) - 1, EscapeOnes);
            bits.Write(value, 64);
            return;
        }
        // ones, a zero, the remainder: at most 24 + 63 bits
        ulong remainder = value & (1UL << rice) - 1;
        int prefix = (int)ones + 1;
        if (prefix + rice <= 64)
        {
            bits.Write((1UL << (int)ones) - 1 | remainder << prefix, prefix + rice);
            return;
        }
        bits.Write((1UL << (int)ones) - 1, prefix);
        bits.Write(remainder, rice);
    }

    private static int Length(ulong value) => 64 - BitOperations.LeadingZeroCount(value);

    /// <summary>0, −1, 1, −2 … as 0, 1, 2, 3 …</summary>
    private static ulong Fold(long value) => (ulong)(value << 1 ^ value >> 63);
}

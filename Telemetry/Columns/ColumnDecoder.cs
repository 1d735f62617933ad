using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Columns;

/// <summary>Reads back what <see cref="ColumnEncoder"/> wrote, bit for bit.</summary>
public static class ColumnDecoder
{
    /// <summary>Fills <paramref name="table"/>, row after row.</summary>
    /// <param name="bytes">What the encoder gave.</param>
    /// <param name="table">As many numbers as were written.</param>
    /// <param name="columns">How many in a row.</param>
    /// <exception cref="InvalidInputException">The bytes are no such block.</exception>
    public static void Decode(ReadOnlySpan<byte> bytes, Span<double> table, int columns)
    {
        int rows = columns == 0 ? 0 : table.Length / columns;
        BitReader reader = new(bytes);
        long[] whole = new long[rows];
        for (int column = 0; column < columns && rows > 0; column++)
        {
            Decode(ref reader, table, columns, column, whole);
            if (reader.Overrun) throw Refused($"{bytes.Length} bytes", "end too early");
        }
    }

    private static void Decode(ref BitReader reader, Span<double> table, int columns, int column, Span<long> whole)
    {
        ColumnMode mode = (ColumnMode)reader.Read(ColumnEncoder.ModeBits);
        if (mode > ColumnMode.Raw || (mode == ColumnMode.AsBefore && column == 0)) throw Refused($"way {(int)mode} of writing a column", "is not known here");
        double constant = mode == ColumnMode.Constant ? ReadDouble(ref reader) : 0;
        int exponent = 0;
        if (mode == ColumnMode.Predicted)
        {
            exponent = (int)reader.Read(ColumnEncoder.ExponentBits) - ColumnEncoder.ExponentBias;
            ReadWhole(ref reader, whole);
        }
        for (int row = 0; row < whole.Length; row++)
        {
            int at = row * columns + column;
            table[at] = mode switch
            {
                ColumnMode.AsBefore => table[at - 1],
                ColumnMode.Predicted => Math.ScaleB(whole[row], exponent),
                ColumnMode.Raw => ReadDouble(ref reader),
                _ => constant,
            };
        }
    }

    private static void ReadWhole(ref BitReader reader, Span<long> whole)
    {
        int order = (int)reader.Read(ColumnEncoder.OrderBits), rice = (int)reader.Read(ColumnEncoder.RiceBits);
        for (int row = 0; row < whole.Length; row++)
        {
            ulong folded = row < order ? ReadLength(ref reader) : ReadRice(ref reader, rice);
            whole[row] = (long)(folded >> 1) ^ -(long)(folded & 1);
        }
        // sum up, from the highest differences to the numbers
        for (int k = Math.Min(order, whole.Length - 1); k >= 1; k--)
        {
            for (int row = k; row < whole.Length; row++) whole[row] = unchecked(whole[row] + whole[row - 1]);
        }
    }

    private static ulong ReadLength(ref BitReader reader) => reader.Read(Math.Min((int)reader.Read(ColumnEncoder.LengthBits), 64));

    private static ulong ReadRice(ref BitReader reader, int rice)
    {
        int ones = reader.Ones(ColumnEncoder.EscapeOnes);
        return ones == ColumnEncoder.EscapeOnes ? reader.Read(64) : (ulong)ones << rice | reader.Read(rice);
    }

    private static double ReadDouble(ref BitReader reader) => BitConverter.UInt64BitsToDouble(reader.Read(64));

    private static InvalidInputException Refused(string value, string rule) => new("A block of recorded senses", value, rule, "the recording is damaged or of a newer version");
}

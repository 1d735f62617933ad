using CsCheck;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Columns;

namespace Locomotion.Tests.Telemetry;

public class ColumnTests
{
    private static readonly double[] Awkward = [0, -0.0, double.NaN, double.PositiveInfinity, double.NegativeInfinity, double.Epsilon, -double.Epsilon,
        double.MaxValue, double.MinValue, BitConverter.UInt64BitsToDouble(0x7FF0000000000001), 1, 0.1, 1e-300, 4503599627370497.5];

    private static readonly Gen<double> AnyNumber = Gen.OneOf(
        Gen.Int[0, Awkward.Length - 1].Select(k => Awkward[k]), Gen.Double, Gen.Double[-1, 1], Gen.Int[-5000, 5000].Select(k => k / 4096.0), Gen.ULong.Select(BitConverter.UInt64BitsToDouble));

    private static readonly Gen<(double[] Table, int Columns)> AnyTable =
        from columns in Gen.Int[1, 6]
        from rows in Gen.Int[0, 40]
        from table in Gen.OneOf(AnyNumber.Array[rows * columns], Gen.Double[-1, 1].Array[1].Select(same => Enumerable.Repeat(same[0], rows * columns).ToArray()))
        select (table, columns);

    [Fact]
    public void Every_bit_comes_back() => AnyTable.Sample(made => AssertComesBack(made.Table, made.Columns), iter: 20_000);

    [Fact]
    public void Smooth_columns_come_back_in_few_bits()
    {
        const int Rows = 48, Columns = 20;
        double[] exact = new double[Rows * Columns], sensed = new double[Rows * Columns];
        for (int k = 0; k < exact.Length; k++)
        {
            exact[k] = 0.3 * Math.Sin(Math.Tau * (2e-3 * (k / Columns) - 0.05 * (k % Columns)));
            sensed[k] = Math.Round(exact[k] * 4096) / 4096 + 0.0;      // no −0
        }
        int size = AssertComesBack(sensed, Columns);
        Assert.True(size < 4.0 * exact.Length / 8, "a 2 Hz wave in steps of 2^-12 takes less than 4 bits a number");
        Assert.True(AssertComesBack(exact, Columns) < 24.0 * exact.Length / 8, "and exact, less than 24");
    }

    [Fact]
    public void What_does_not_change_or_repeats_takes_next_to_nothing()
    {
        double[] table = new double[48 * 100];
        for (int row = 0; row < 48; row++)
        {
            for (int column = 0; column < 100; column++) table[row * 100 + column] = column < 50 ? 0 : Math.Sqrt(row);
        }
        Assert.True(AssertComesBack(table, 100) < 48 * 8 + 50);
    }

    [Fact]
    public void Bytes_that_are_no_block_are_refused_or_give_numbers() => Gen.Byte.Array[0, 200].Sample(bytes =>
    {
        double[] table = new double[30];
        try
        {
            ColumnDecoder.Decode(bytes, table, 3);
        }
        catch (InvalidInputException)
        {
            // as it should
        }
    }, iter: 50_000);

    [Fact]
    public void A_block_that_was_cut_is_refused()
    {
        double[] table = [.. Enumerable.Range(0, 60).Select(k => Math.Sqrt(k))];
        byte[] whole = new ColumnEncoder().Encode(table, 3).ToArray();
        for (int length = 0; length < whole.Length; length++)
            Assert.Throws<InvalidInputException>(() => ColumnDecoder.Decode(whole.AsSpan(0, length), new double[60], 3));
    }

    private static int AssertComesBack(double[] table, int columns)
    {
        byte[] bytes = new ColumnEncoder().Encode(table, columns).ToArray();
        double[] back = new double[table.Length];
        ColumnDecoder.Decode(bytes, back, columns);
        Assert.Equal(table.Select(BitConverter.DoubleToUInt64Bits), back.Select(BitConverter.DoubleToUInt64Bits));
        return bytes.Length;
    }
}

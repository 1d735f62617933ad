using System.Globalization;
using System.Text;
using CsCheck;
using Locomotion.Sim.Exports;
using Parquet;

namespace Locomotion.Tests.Sim.Exports;

public class TableWriterTests
{
    private static readonly ExportColumn[] Columns = [new("k", CellKind.Whole), new("x", CellKind.Number), new("f", CellKind.Coarse), new("s", CellKind.Text)];
    private static readonly Gen<(long K, double X, float F, string S)[]> Rows = Gen.Select(Gen.Long, Gen.OneOf(Gen.Double, Gen.Double.Special), Gen.OneOf(Gen.Float, Gen.Float.Special),
        Gen.String[Gen.Char["aä,\"\n\r €"], 0, 9]).Array[0, 50];

    [Fact]
    public void Csv_reads_back_to_the_bit() => Rows.Sample(rows =>
    {
        List<string[]> read = Csv(Encoding.UTF8.GetString(Written(stream => new CsvTableWriter(stream, Columns), rows)));
        Assert.Equal(["k", "x", "f", "s"], read[0]);
        Assert.Equal(rows.Select(Bits), read.Skip(1).Select(row => Bits((long.Parse(row[0], CultureInfo.InvariantCulture),
            double.Parse(row[1], CultureInfo.InvariantCulture), float.Parse(row[2], CultureInfo.InvariantCulture), row[3]))));
    }, iter: 300);

    [Fact]
    public void Parquet_reads_back_to_the_bit_from_any_number_of_groups() => Gen.Select(Rows, Gen.Int[1, 2000]).Sample((rows, groupBytes) =>
    {
        using MemoryStream file = new(Written(stream => new ParquetTableWriter(stream, Columns, groupBytes), rows));
        List<(long, double, float, string)> read = [];
        ParquetReader reader = ParquetReader.CreateAsync(file).Result();
        int inGroup = Math.Max(1, groupBytes / 8 / Columns.Length);
        Assert.Equal((rows.Length + inGroup - 1) / inGroup, reader.RowGroupCount);
        for (int k = 0; k < reader.RowGroupCount; k++)
        {
            using ParquetRowGroupReader group = reader.OpenRowGroupReader(k);
            long[] whole = group.Read<long>(reader.Schema.DataFields[0]);
            double[] number = group.Read<double>(reader.Schema.DataFields[1]);
            float[] single = group.Read<float>(reader.Schema.DataFields[2]);
            string[] text = group.ReadTexts(reader.Schema.DataFields[3]);
            for (int row = 0; row < whole.Length; row++) read.Add((whole[row], number[row], single[row], text[row]));
        }
        Assert.Equal(rows.Select(Bits), read.Select(Bits));
    }, iter: 100);

    [Fact]
    public void Csv_takes_text_longer_than_its_buffer()
    {
        string text = new('ä', 200_000);
        byte[] file = Written(stream => new CsvTableWriter(stream, Columns), [(1, 0.1, 0.1f, text), (2, -0.0, 1e-45f, "")]);
        Assert.Equal($"k,x,f,s\n1,0.1,0.1,{text}\n2,-0,1E-45,\n", Encoding.UTF8.GetString(file));
    }

    private static (long, long, int, string) Bits((long K, double X, float F, string S) row) =>
        (row.K, double.IsNaN(row.X) ? -1 : BitConverter.DoubleToInt64Bits(row.X), float.IsNaN(row.F) ? -1 : BitConverter.SingleToInt32Bits(row.F), row.S);

    private static byte[] Written(Func<Stream, ITableWriter> writer, (long K, double X, float F, string S)[] rows)
    {
        MemoryStream stream = new();
        using (ITableWriter table = writer(stream))
        {
            foreach ((long k, double x, float f, string s) in rows)
            {
                table.Whole(k);
                table.Number(x);
                table.Coarse(f);
                table.Text(s);
                table.EndRow();
            }
            table.Finish();
        }
        return stream.ToArray();
    }

    /// <summary>Rows and cells as RFC 4180 has them.</summary>
    private static List<string[]> Csv(string text)
    {
        List<string[]> rows = [];
        List<string> row = [];
        StringBuilder cell = new();
        bool quoted = false;
        for (int k = 0; k < text.Length; k++)
        {
            char c = text[k];
            if (quoted && c == '"' && k + 1 < text.Length && text[k + 1] == '"') cell.Append(text[k++]);
            else if (c == '"') quoted = !quoted;
            else if (quoted || (c != ',' && c != '\n')) cell.Append(c);
            else
            {
                row.Add(cell.ToString());
                cell.Clear();
                if (c == ',') continue;
                rows.Add([.. row]);
                row.Clear();
            }
        }
        return rows;
    }
}

using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Frames;

namespace Locomotion.Tests.Telemetry;

public sealed class CsvFileTests : IDisposable
{
    private readonly string file = Path.GetTempFileName();

    public void Dispose() => File.Delete(file);

    [Fact]
    public void Numbers_read_back_with_all_their_bits()
    {
        double[] numbers = [0, -0.0, 1.0 / 3, -1e-300, double.Epsilon, double.MaxValue, double.NaN, double.PositiveInfinity];
        FrameLog log = new(["a", "b"], capacity: 4);
        for (int row = 0; row < 4; row++)
        {
            Assert.True(log.TryAppend(out Span<double> cells));
            (cells[0], cells[1]) = (numbers[2 * row], numbers[2 * row + 1]);
        }
        CsvFile.Write(log, file);
        FrameLog read = CsvFile.Read(file);
        Assert.Equal(log.Columns, read.Columns);
        Assert.Equal(numbers.Select(BitConverter.DoubleToInt64Bits),
            Enumerable.Range(0, 8).Select(k => BitConverter.DoubleToInt64Bits(read[k / 2, k % 2])));
    }

    [Theory]
    [InlineData("a,b\n1,2\n3\n", "line 3", "1 fields")]
    [InlineData("a,b\n1,2,3\n", "line 2", "field 2")]
    [InlineData("a,b\n1,x\n", "line 2", "field 2")]
    [InlineData("", "is empty", "record the run again")]
    public void A_damaged_file_is_refused_with_its_name_and_the_line(string text, params string[] parts)
    {
        File.WriteAllText(file, text);
        string message = Assert.Throws<InvalidInputException>(() => CsvFile.Read(file)).Message;
        Assert.All([file, .. parts], part => Assert.Contains(part, message, StringComparison.Ordinal));
    }

    [Fact]
    public void A_full_table_takes_no_more_rows_and_keeps_what_it_has()
    {
        FrameLog log = new(["a"], capacity: 1);
        Assert.True(log.TryAppend(out Span<double> row));
        row[0] = 5;
        Assert.False(log.TryAppend(out _));
        Assert.Equal(1, log.Count);
        Assert.Equal(5, log[0, log.Column("a")]);
    }
}

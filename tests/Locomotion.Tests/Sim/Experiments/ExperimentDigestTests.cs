using Locomotion.Sim.Experiments;
using Locomotion.Sim.Reports;

namespace Locomotion.Tests.Sim.Experiments;

public class ExperimentDigestTests
{
    private static readonly object?[][] Rows = [[1.5, "walk", null, true], [double.NaN, "", 0.0, 7]];

    private static string Digest(params object?[][] rows)
    {
        ReportTable table = new("t", "Title", [new("a", "a"), new("b", "b"), new("c", "c"), new("d", "d")]);
        foreach (object?[] row in rows) table.Add(row);
        return ExperimentDigest.Of([table]);
    }

    [Fact]
    public void It_is_sixteen_hexadecimal_digits_and_the_same_for_the_same_figures()
    {
        Assert.Matches("^[0-9a-f]{16}$", Digest(Rows));
        Assert.Equal(Digest(Rows), Digest(Rows));
    }

    [Fact]
    public void It_changes_with_any_cell()
    {
        for (int row = 0; row < Rows.Length; row++)
        {
            for (int column = 0; column < Rows[row].Length; column++)
            {
                object?[] others = [Math.BitIncrement(1.5), "Walk", -0.0, false, 8, null, "-"];
                foreach (object? other in others.Where(other => !Equals(other, Rows[row][column]) || other is -0.0))
                {
                    object?[][] changed = [.. Rows.Select(one => one.ToArray())];
                    changed[row][column] = other;
                    Assert.NotEqual(Digest(Rows), Digest(changed));
                }
            }
        }
    }

    [Fact]
    public void It_tells_apart_what_reads_alike()
    {
        Assert.NotEqual(Digest(["ab", "c", null, null]), Digest(["a", "bc", null, null]));
        Assert.NotEqual(Digest([1.0, null, null, null]), Digest(["1", null, null, null]));
        Assert.NotEqual(Digest(new object?[4]), Digest(["", null, null, null]));
        Assert.NotEqual(Digest(Rows), Digest(Rows[1], Rows[0]));
    }

    /// <summary>x64 and ARM64 make different bits of 0/0.</summary>
    [Fact]
    public void Every_not_a_number_is_the_same() => Assert.Equal(
        Digest([BitConverter.UInt64BitsToDouble(0x7FF8000000000000), null, null, null]), Digest([BitConverter.UInt64BitsToDouble(0xFFF8000000000001), null, null, null]));

    [Fact]
    public void It_changes_with_the_order_of_experiments() => Assert.NotEqual(ExperimentDigest.Of(["a", "b"]), ExperimentDigest.Of(["b", "a"]));
}

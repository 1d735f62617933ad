using System.Runtime.InteropServices;

namespace Locomotion.Telemetry.Columns;

/// <summary>One column of a table.</summary>
internal readonly ref struct Column(ReadOnlySpan<double> rows)
{
    private readonly ReadOnlySpan<double> numbers = rows;
    private readonly ReadOnlySpan<ulong> bits = MemoryMarshal.Cast<double, ulong>(rows);

    /// <summary>How many rows.</summary>
    public int Rows => numbers.Length;

    /// <summary>The number in a row.</summary>
    public double this[int row] => numbers[row];

    /// <summary>Its bits.</summary>
    public ulong Bits(int row) => bits[row];

    /// <summary>Whether every row has the same bits.</summary>
    public bool IsConstant => !bits.ContainsAnyExcept(bits[0]);

    /// <summary>Whether every row has the bits of the other column's.</summary>
    public bool Repeats(Column other) => bits.SequenceEqual(other.bits);
}

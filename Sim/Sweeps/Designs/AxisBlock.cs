using System.Globalization;

namespace Locomotion.Sim.Sweeps;

/// <summary>Axes that move together: a case takes one position of each block, and a design all positions of all of them.</summary>
public abstract class AxisBlock
{
    /// <summary>The axes.</summary>
    public abstract IReadOnlyList<SweepAxis> Axes { get; }

    /// <summary>How many positions there are.</summary>
    public abstract int Count { get; }

    /// <summary>The value of the axis number <paramref name="axis"/> at a position.</summary>
    public abstract string Value(int position, int axis);
}

/// <summary>One axis at given values.</summary>
public sealed class ListedBlock(SweepAxis axis, IReadOnlyList<string> values) : AxisBlock
{
    /// <inheritdoc/>
    public override IReadOnlyList<SweepAxis> Axes { get; } = [axis];

    /// <inheritdoc/>
    public override int Count => values.Count;

    /// <inheritdoc/>
    public override string Value(int position, int axis) => values[position];
}

/// <summary>Seeds, one after the other.</summary>
/// <param name="first">The first.</param>
/// <param name="count">How many.</param>
public sealed class SeedBlock(ulong first, int count) : AxisBlock
{
    /// <inheritdoc/>
    public override IReadOnlyList<SweepAxis> Axes { get; } = [new SeedAxis()];

    /// <inheritdoc/>
    public override int Count { get; } = count;

    /// <inheritdoc/>
    public override string Value(int position, int axis) => (first + (ulong)position).ToString(CultureInfo.InvariantCulture);
}

/// <summary>Several axes at the points of a sample of the room that their ranges span.</summary>
/// <param name="ranges">The axes with their ranges.</param>
/// <param name="sample">Points of the unit cube.</param>
/// <param name="count">How many points.</param>
public sealed class SampledBlock(IReadOnlyList<AxisRange> ranges, IUnitSample sample, int count) : AxisBlock
{
    /// <inheritdoc/>
    public override IReadOnlyList<SweepAxis> Axes { get; } = [.. ranges.Select(range => range.Axis)];

    /// <inheritdoc/>
    public override int Count { get; } = count;

    /// <inheritdoc/>
    public override string Value(int position, int axis) => ranges[axis].Value(sample.At(position, axis));
}

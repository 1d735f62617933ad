using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Columns;
using Locomotion.Telemetry.Recording.Messages;

namespace Locomotion.Telemetry.Recording;

/// <summary>The last two blocks of senses read: a tick may begin in one and end in the next.</summary>
internal sealed class SenseRows(int columns, string name)
{
    private const int MostTicks = 100_000;
    private (long First, int Ticks, double[] Table) now = (0, 0, []), before = (0, 0, []);

    /// <summary>Takes in the next block.</summary>
    /// <exception cref="InvalidInputException">It is damaged.</exception>
    public void Add(SenseBlock block)
    {
        if (block.Ticks is 0 or > MostTicks)
            throw new InvalidInputException(name, $"a block of {block.Ticks} ticks", $"lies outside [1, {MostTicks}]", "the file is damaged; `locomotion recover` keeps what is whole");
        int size = checked((int)block.Ticks * columns);
        double[] table = before.Table.Length == size ? before.Table : new double[size];
        ColumnDecoder.Decode(block.Columns.Span, table, columns);
        before = now;
        now = ((long)block.FirstTick, (int)block.Ticks, table);
    }

    /// <summary>Whether what was felt at the begin of a tick is there.</summary>
    public bool Has(long tick) => (tick >= now.First && tick < now.First + now.Ticks) || (tick >= before.First && tick < before.First + before.Ticks);

    /// <summary>Copies what was felt at the begin of a tick.</summary>
    public void Read(long tick, Span<double> row)
    {
        (long first, int ticks, double[] table) = tick >= now.First && tick < now.First + now.Ticks ? now : before;
        table.AsSpan((int)(tick - first) * columns, columns).CopyTo(row);
    }
}

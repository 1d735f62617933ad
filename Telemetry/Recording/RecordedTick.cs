using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Lesions;
using Locomotion.Telemetry.Recording.Messages;
using DescendingCommand = Locomotion.Controller.Descending.DescendingCommand;

namespace Locomotion.Telemetry.Recording;

/// <summary>What decided one tick, and what came of it.</summary>
public sealed class RecordedTick
{
    private readonly byte[] fields;

    internal RecordedTick(int segments, int fieldCount, long before)
    {
        fields = new byte[fieldCount];
        FeltBefore = new double[SenseTable.Columns(segments)];
        FeltAfter = new double[FeltBefore.Length];
        Tick = before;
    }

    /// <summary>Which tick, from 0.</summary>
    public long Tick { get; private set; }

    /// <summary>What the higher centers were told.</summary>
    public DescendingCommand Command { get; internal set; }

    /// <summary>The parameters that hold from this tick on, if they changed.</summary>
    public ControllerParameters? Tuned { get; internal set; }

    /// <summary>What is taken from the animal when it begins, beyond what was planned.</summary>
    public IReadOnlyList<Lesion> Lesions { get; internal set; } = [];

    /// <summary>What was felt when it began; see <see cref="SenseTable"/>.</summary>
    public double[] FeltBefore { get; }

    /// <summary>What was felt when it ended.</summary>
    public double[] FeltAfter { get; }

    /// <summary>The chained digest of the controller at its end.</summary>
    public ulong Chain { get; private set; }

    /// <summary>A byte of the hash of each field of the state at its end.</summary>
    public ReadOnlySpan<byte> Fields => fields;

    /// <summary>After the last tick: whether more follow in the file, but not the next.</summary>
    public bool Missing { get; internal set; }

    internal void Fill(long tick, DigestBlock block, int k)
    {
        Tick = tick;
        Chain = block.Chain[k];
        ReadOnlySpan<byte> bytes = block.Fields.Span;
        for (int field = 0; field < fields.Length; field++) fields[field] = bytes[field * block.Chain.Count + k];
    }
}

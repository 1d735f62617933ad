using System.Runtime.InteropServices;

namespace Locomotion.Controller.State;

/// <summary>
/// A hash over all that something remembers, chained from observation to observation: two runs agree in every step if and, for practical
/// purposes, only if their last digests do. Beside it a byte for each field, by which runs that differ can tell where they began to.
/// </summary>
/// <remarks>Equal bits give equal digests on every machine. Observing allocates nothing.</remarks>
public sealed class StateDigest : IStateVisitor
{
    private readonly IHasState[] parts;
    private readonly byte[] fields;
    private readonly ulong[] columns;   // scratch of Table
    private int next;                   // the field to come

    /// <summary>A digest of what <paramref name="parts"/> remember, one after the other, that goes on from <paramref name="value"/>.</summary>
    public StateDigest(ulong value, params ReadOnlySpan<IHasState> parts)
    {
        this.parts = parts.ToArray();
        FieldCatalog catalog = new();
        foreach (IHasState part in parts) part.Visit(catalog);
        FieldNames = catalog.Names;
        fields = new byte[catalog.Names.Count];
        columns = new ulong[catalog.WidestTable];
        Value = value;
    }

    /// <summary>The chained digest of all observations so far. Set it to go on from another run's.</summary>
    public ulong Value { get; set; }

    /// <summary>What is remembered, as part.field.</summary>
    public IReadOnlyList<string> FieldNames { get; }

    /// <summary>Of each field a byte of its hash in the last observation, not chained. 255 of 256 changes show in it.</summary>
    public ReadOnlySpan<byte> Fields => fields;

    /// <inheritdoc/>
    bool IStateVisitor.Restores => false;

    /// <summary>The digest of what something remembers now, chained to <paramref name="seed"/>.</summary>
    public static ulong Of(IHasState state, ulong seed = 0) => new StateDigest(seed, state).Observe();

    /// <summary>One digest of two.</summary>
    public static ulong Both(ulong one, ulong other) => FieldHash.Mixed(FieldHash.Round(one, other));

    /// <summary>Chains what is remembered now, and returns the new <see cref="Value"/>.</summary>
    public ulong Observe()
    {
        next = 0;
        foreach (IHasState part in parts) part.Visit(this);
        return Value;
    }

    /// <inheritdoc/>
    void IStateVisitor.Part(string name) { }

    /// <inheritdoc/>
    void IStateVisitor.Visit(string name, Span<byte> state) => Take(FieldHash.Of(state));

    /// <inheritdoc/>
    void IStateVisitor.Flags(string name, Span<bool> state) => Take(FieldHash.Of(MemoryMarshal.AsBytes(state)));

    /// <inheritdoc/>
    void IStateVisitor.Table(ReadOnlySpan<string> names, Span<double> rows)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<double, ulong>(rows);
        Span<ulong> lanes = columns.AsSpan(0, names.Length);    // one for each column: they do not wait for each other
        lanes.Fill(FieldHash.Start);
        for (; words.Length >= lanes.Length; words = words[lanes.Length..])
        {
            for (int k = 0; k < lanes.Length; k++) lanes[k] = FieldHash.Round(lanes[k], words[k]);
        }
        foreach (ulong lane in lanes) Take(FieldHash.Mixed(lane));
    }

    private void Take(ulong hash)
    {
        fields[next++] = (byte)hash;
        Value = FieldHash.Round(Value, hash);
    }
}

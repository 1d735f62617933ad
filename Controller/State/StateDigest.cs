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
    private readonly ulong[] hashes;    // [field], of the last observation
    private int next;                   // the field to come

    /// <summary>A digest of what <paramref name="parts"/> remember, one after the other, that goes on from <paramref name="value"/>.</summary>
    public StateDigest(ulong value, params ReadOnlySpan<IHasState> parts)
    {
        this.parts = parts.ToArray();
        FieldCatalog catalog = new();
        foreach (IHasState part in parts) part.Visit(catalog);
        FieldNames = catalog.Names;
        fields = new byte[catalog.Names.Count];
        hashes = new ulong[fields.Length];
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
        for (int k = 0; k < hashes.Length; k++) fields[k] = (byte)hashes[k];
        return Value = FieldHash.Round(Value, FieldHash.Of(MemoryMarshal.AsBytes(hashes.AsSpan())));
    }

    /// <inheritdoc/>
    void IStateVisitor.Part(string name) { }

    /// <inheritdoc/>
    void IStateVisitor.Visit(string name, Span<byte> state) => hashes[next++] = FieldHash.Of(state);

    /// <inheritdoc/>
    void IStateVisitor.Flags(string name, Span<bool> state) => hashes[next++] = FieldHash.Of(MemoryMarshal.AsBytes(state));

    /// <inheritdoc/>
    void IStateVisitor.Table(ReadOnlySpan<string> names, Span<double> rows)
    {
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<double, ulong>(rows);
        int width = names.Length, column = 0;
        for (; column + FieldHash.Columns <= width; column += FieldHash.Columns, next += FieldHash.Columns)
            FieldHash.OfColumns(words[column..], width, hashes.AsSpan(next));
        for (; column < width; column++) hashes[next++] = FieldHash.OfColumn(words[column..], width);
    }
}

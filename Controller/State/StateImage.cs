using System.Runtime.InteropServices;

namespace Locomotion.Controller.State;

/// <summary>
/// What something remembers at one moment, as mere bytes in an array taken beforehand: quick, without names and checks, and without
/// allocation. It can be put into something of the same make within the same program only; what lasts is <see cref="StateWriter"/>'s.
/// </summary>
public sealed class StateImage : IStateVisitor
{
    private readonly byte[] bytes;
    private int position;
    private bool restores;

    /// <summary>Room for what <paramref name="state"/> remembers now, and for some bytes more.</summary>
    public StateImage(IHasState state, int spare = 0)
    {
        bytes = [];
        state.Visit(this);
        bytes = new byte[position + spare];
    }

    /// <inheritdoc/>
    bool IStateVisitor.Restores => restores;

    /// <summary>Keeps what <paramref name="state"/> remembers now; false if there is no room. Allocates nothing.</summary>
    public bool TryTake(IHasState state)
    {
        (position, restores) = (0, false);
        state.Visit(this);
        return position <= bytes.Length;
    }

    /// <summary>Lets <paramref name="state"/>, of the same make and under the same parameters, remember what was kept.</summary>
    public void PutInto(IHasState state)
    {
        (position, restores) = (0, true);
        state.Visit(this);
        restores = false;
    }

    /// <inheritdoc/>
    void IStateVisitor.Part(string name) { }

    /// <inheritdoc/>
    void IStateVisitor.Visit(string name, Span<byte> state) => Pass(state);

    /// <inheritdoc/>
    void IStateVisitor.Flags(string name, Span<bool> state) => Pass(MemoryMarshal.AsBytes(state));

    /// <inheritdoc/>
    void IStateVisitor.Table(ReadOnlySpan<string> columns, Span<double> rows) => Pass(MemoryMarshal.AsBytes(rows));

    private void Pass(Span<byte> state)
    {
        if (position + state.Length <= bytes.Length)
        {
            Span<byte> kept = bytes.AsSpan(position, state.Length);
            if (restores) kept.CopyTo(state);
            else state.CopyTo(kept);
        }
        position += state.Length;
    }
}

using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Locomotion.Controller.State;

/// <summary>Saves what something remembers as bytes, each field after its name and length. <see cref="StateReader"/> puts it back.</summary>
public sealed class StateWriter : IStateVisitor
{
    private readonly ArrayBufferWriter<byte> bytes = new();

    /// <inheritdoc/>
    bool IStateVisitor.Restores => false;

    /// <summary>What <paramref name="state"/> remembers now.</summary>
    public static byte[] Save(IHasState state)
    {
        StateWriter writer = new();
        state.Visit(writer);
        return writer.bytes.WrittenSpan.ToArray();
    }

    /// <inheritdoc/>
    void IStateVisitor.Part(string name) => WriteBlock(Encoding.UTF8.GetBytes(name));

    /// <inheritdoc/>
    void IStateVisitor.Visit(string name, Span<byte> state)
    {
        WriteBlock(Encoding.UTF8.GetBytes(name));
        WriteBlock(state);
    }

    /// <inheritdoc/>
    void IStateVisitor.Flags(string name, Span<bool> state) => ((IStateVisitor)this).Visit(name, MemoryMarshal.AsBytes(state));

    /// <inheritdoc/>
    void IStateVisitor.Table(ReadOnlySpan<string> columns, Span<double> rows)
    {
        foreach (string column in columns) WriteBlock(Encoding.UTF8.GetBytes(column));
        WriteBlock(MemoryMarshal.AsBytes(rows));
    }

    private void WriteBlock(ReadOnlySpan<byte> block)
    {
        BinaryPrimitives.WriteInt32LittleEndian(bytes.GetSpan(sizeof(int)), block.Length);
        bytes.Advance(sizeof(int));
        bytes.Write(block);
    }
}

using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.State;

/// <summary>Puts back what <see cref="StateWriter"/> saved, into something of the same make: every name and length must be the same.</summary>
public sealed class StateReader : IStateVisitor
{
    private const int LongestShown = 40;

    private readonly ReadOnlyMemory<byte> bytes;
    private readonly string source;
    private int position;

    private StateReader(ReadOnlyMemory<byte> bytes, string source)
    {
        this.bytes = bytes;
        this.source = source;
    }

    /// <inheritdoc/>
    bool IStateVisitor.Restores => true;

    /// <summary>Lets <paramref name="state"/> remember what was saved in <paramref name="bytes"/>.</summary>
    /// <param name="state">Of the same make as what was saved: numbers of segments, kind of oscillator, parameters.</param>
    /// <param name="bytes">What was saved.</param>
    /// <param name="source">What messages call it.</param>
    /// <exception cref="InvalidInputException">It was saved from something else; <paramref name="state"/> is then half restored and of no use.</exception>
    public static void Restore(IHasState state, ReadOnlyMemory<byte> bytes, string source)
    {
        StateReader reader = new(bytes, source);
        state.Visit(reader);
        if (reader.position != bytes.Length)
            throw reader.Refused($"{bytes.Length - reader.position} bytes", "are left over");
    }

    /// <inheritdoc/>
    void IStateVisitor.Part(string name) => ReadName("part", name);

    /// <inheritdoc/>
    void IStateVisitor.Visit(string name, Span<byte> state)
    {
        ReadName("field", name);
        ReadInto(name, state);
    }

    /// <inheritdoc/>
    void IStateVisitor.Flags(string name, Span<bool> state)
    {
        Span<byte> flags = MemoryMarshal.AsBytes(state);
        ((IStateVisitor)this).Visit(name, flags);
        int odd = flags.IndexOfAnyExceptInRange((byte)0, (byte)1);
        if (odd < 0) return;
        byte value = flags[odd];
        flags.Clear();      // never leave a bool that is neither
        throw Refused($"flag {odd} of '{name}'", $"is {value}, neither 0 nor 1");
    }

    /// <inheritdoc/>
    void IStateVisitor.Table(ReadOnlySpan<string> columns, Span<double> rows)
    {
        foreach (string column in columns) ReadName("column", column);
        ReadInto(columns[0], MemoryMarshal.AsBytes(rows));
    }

    private void ReadName(string what, string name)
    {
        ReadOnlySpan<byte> found = ReadBlock(name);
        if (found.SequenceEqual(Encoding.UTF8.GetBytes(name))) return;
        string shown = Encoding.UTF8.GetString(found[..Math.Min(found.Length, LongestShown)]);
        throw Refused($"{what} '{shown}'", $"stands where '{name}' should");
    }

    private void ReadInto(string name, Span<byte> state)
    {
        ReadOnlySpan<byte> found = ReadBlock(name);
        if (found.Length != state.Length) throw Refused($"field '{name}'", $"has {found.Length} bytes, not {state.Length}");
        found.CopyTo(state);
    }

    private ReadOnlySpan<byte> ReadBlock(string name)
    {
        ReadOnlySpan<byte> left = bytes.Span[position..];
        if (left.Length < sizeof(int)) throw Refused("the end", $"comes before '{name}'");
        int length = BinaryPrimitives.ReadInt32LittleEndian(left);
        if (length < 0 || length > left.Length - sizeof(int)) throw Refused("the end", $"comes within '{name}'");
        position += sizeof(int) + length;
        return left.Slice(sizeof(int), length);
    }

    private InvalidInputException Refused(string value, string rule) =>
        new(source, value, rule, "restore it with the program, the animal and the parameters that it was saved with");
}

using System.Buffers.Binary;
using System.Text;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Snapshots;

/// <summary>Reads the content of a snapshot piece by piece; whatever the bytes are, it takes no more memory than they do.</summary>
internal sealed class SnapshotBytes(ReadOnlyMemory<byte> bytes, string source)
{
    private int position;

    /// <summary>The next 8 bytes.</summary>
    public long Number(string name) => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long), name).Span);

    /// <summary>Numbers, after how many there are.</summary>
    public long[] Numbers(string name)
    {
        int count = Length(name);
        if (count > (bytes.Length - position) / sizeof(long)) throw Short(name);
        var numbers = new long[count];
        for (int k = 0; k < count; k++) numbers[k] = Number(name);
        return numbers;
    }

    /// <summary>Bytes, after how many there are.</summary>
    public ReadOnlyMemory<byte> Block(string name) => Take(Length(name), name);

    /// <summary>A text, after its length.</summary>
    public string Text(string name) => Encoding.UTF8.GetString(Block(name).Span);

    /// <summary>Throws if something is left.</summary>
    public void RefuseRest()
    {
        if (position != bytes.Length) throw Refused($"{bytes.Length - position} bytes", "are left over");
    }

    private int Length(string name)
    {
        int length = BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int), name).Span);
        return length >= 0 ? length : throw Refused($"{length}", $"is no length of '{name}'");
    }

    private ReadOnlyMemory<byte> Take(int count, string name)
    {
        if (count > bytes.Length - position) throw Short(name);
        position += count;
        return bytes.Slice(position - count, count);
    }

    private InvalidInputException Short(string name) => Refused("its end", $"comes within '{name}'");

    private InvalidInputException Refused(string value, string rule) => new(source, value, rule, "take it again, or use another one");
}

using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;
using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mcap;

/// <summary>
/// Decodes the content of one record. Whatever the content, it reads within it or throws, and allocates at most a few times the
/// content's length.
/// </summary>
/// <param name="content">The record's content, without opcode and length.</param>
/// <param name="place">File, record and offset, for messages.</param>
internal ref struct RecordReader(ReadOnlySpan<byte> content, RecordPlace place)
{
    private ReadOnlySpan<byte> rest = content;

    /// <summary>Bytes not read yet. Fields that a later edition of the format appended remain here, and are left alone.</summary>
    public readonly int Remaining => rest.Length;

    public byte U8() => Take(1)[0];

    public ushort U16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(2));

    public uint U32() => BinaryPrimitives.ReadUInt32LittleEndian(Take(4));

    public ulong U64() => BinaryPrimitives.ReadUInt64LittleEndian(Take(8));

    /// <summary>An offset or length in the file, bytes.</summary>
    public long Position()
    {
        ulong value = U64();
        return value <= long.MaxValue ? (long)value : throw place.Invalid($"an offset of {value} bytes", "is beyond any file");
    }

    /// <summary>Text after its length.</summary>
    public string Text()
    {
        ReadOnlySpan<byte> bytes = Bytes();
        return Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : throw place.Invalid($"a text of {bytes.Length} bytes", "is not UTF-8");
    }

    /// <summary>Bytes after their length of 32 bits.</summary>
    public ReadOnlySpan<byte> Bytes() => Take(U32());

    /// <summary>Bytes after their length of 64 bits.</summary>
    public ReadOnlySpan<byte> LongBytes() => Take(U64());

    /// <summary>Everything that remains.</summary>
    public ReadOnlySpan<byte> Everything() => Take((ulong)rest.Length);

    /// <summary>The reader of a map or array, after its length in bytes.</summary>
    public RecordReader Group() => new(Bytes(), place);

    /// <summary>A map of texts. A key that stands twice is refused.</summary>
    public Dictionary<string, string> Pairs()
    {
        RecordReader group = Group();
        Dictionary<string, string> pairs = [];
        while (group.Remaining > 0)
        {
            string key = group.Text();
            if (!pairs.TryAdd(key, group.Text())) throw place.Invalid($"the key '{Shown(key)}'", "stands twice in a map");
        }
        return pairs;
    }

    /// <summary>A text short enough for a message.</summary>
    public static string Shown(string text) => text.Length <= 40 ? text : string.Concat(text.AsSpan(0, 40), "...");

    private ReadOnlySpan<byte> Take(ulong count)
    {
        if (count > (ulong)rest.Length) throw place.Invalid($"a field of {count} bytes", $"exceeds the {rest.Length} that remain of the record");
        ReadOnlySpan<byte> taken = rest[..(int)count];
        rest = rest[(int)count..];
        return taken;
    }
}

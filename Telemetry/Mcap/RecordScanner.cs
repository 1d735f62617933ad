using System.Buffers.Binary;
using System.IO.Hashing;
using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mcap;

/// <summary>
/// Walks the records of a file from front to back as they stand, whatever they mean: also those of a file that was cut. Only the
/// opcode and length of each are read until its content is asked for. Holds at most the longest content asked for, which is no
/// longer than 64 MiB nor than the file.
/// </summary>
public sealed class RecordScanner
{
    private readonly Stream stream;
    private readonly Crc32? crc;
    private byte[] buffer = new byte[512];
    private long next = Magic.Bytes.Length;
    private bool loaded;

    /// <summary>Stands before the first record.</summary>
    /// <param name="stream">The file; must be able to seek. Remains the caller's.</param>
    /// <param name="name">What messages call the file; by default its path.</param>
    /// <exception cref="InvalidInputException">It is no MCAP file, or one of another version.</exception>
    public RecordScanner(Stream stream, string? name = null) : this(stream, name, summing: false)
    {
    }

    internal RecordScanner(Stream stream, string? name, bool summing)
    {
        if (!stream.CanSeek) throw new ArgumentException("The stream cannot seek.", nameof(stream));
        this.stream = stream;
        Name = name ?? (stream as FileStream)?.Name ?? "the MCAP file";
        FileLength = stream.Length;
        Span<byte> opening = buffer.AsSpan(0, (int)Math.Min(next, FileLength));
        Read(0, opening);
        Magic.Check(opening, Name);
        if (!summing) return;
        crc = new Crc32();
        crc.Append(opening);
    }

    /// <summary>What messages call the file.</summary>
    public string Name { get; }

    /// <summary>Length of the file when this was made, bytes.</summary>
    public long FileLength { get; }

    /// <summary>What the record is; may be a number that the format does not define yet.</summary>
    public Opcode Opcode { get; private set; }

    /// <summary>Where the record starts, bytes from the start of the file. After the last one, where that ended.</summary>
    public long Offset { get; private set; } = Magic.Bytes.Length;

    /// <summary>Length of the record with opcode and length, bytes.</summary>
    public long Length => next - Offset;

    /// <summary>Whether the end was reached as it should be: after a footer and the closing magic.</summary>
    public bool Closed { get; private set; }

    /// <summary>The record's content; valid until the next move.</summary>
    /// <exception cref="InvalidInputException">It is longer than 64 MiB.</exception>
    public ReadOnlySpan<byte> Content => Raw[Limits.RecordPrefix..];

    /// <summary>After a failed move: what the record claims to be that is cut off.</summary>
    internal Opcode OpcodeOfCut => (Opcode)buffer[0];

    internal RecordPlace Place => new(Name, Opcode, Offset);

    /// <summary>The record with opcode and length.</summary>
    internal ReadOnlySpan<byte> Raw
    {
        get
        {
            if (!loaded) Load();
            return buffer.AsSpan(0, (int)Length);
        }
    }

    /// <summary>CRC-32 of all before this record. Only if made to sum.</summary>
    internal uint Checksum => crc!.GetCurrentHashAsUInt32();

    internal RecordReader Reader => new(Content, Place);

    /// <summary>Goes on to the next record. False at the end of the file, which is as it should be if then <see cref="Closed"/>.</summary>
    /// <exception cref="InvalidInputException">What follows is no record, or is cut off.</exception>
    public bool MoveNext()
    {
        if (crc is not null && Opcode != Opcode.None) Sum();
        bool afterFooter = Opcode == Opcode.Footer;
        (Offset, Opcode, loaded) = (next, Opcode.None, false);
        long remaining = FileLength - Offset;
        Span<byte> prefix = buffer.AsSpan(0, (int)Math.Min(remaining, Limits.RecordPrefix));
        Read(Offset, prefix);
        if (afterFooter && prefix.SequenceEqual(Magic.Bytes)) Closed = true;
        if (Closed || remaining == 0) return false;
        if (remaining < Limits.RecordPrefix) throw Cut($"the last {remaining} bytes", "are too few for a record");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix[1..]);
        if (prefix[0] == 0) throw Cut("an opcode of 0", "is none of the format");
        if (length > (ulong)(remaining - Limits.RecordPrefix)) throw Cut($"a record of {length} bytes", $"exceeds the {remaining} that remain of the file");
        Opcode = (Opcode)prefix[0];
        next = Offset + Limits.RecordPrefix + (long)length;
        return true;
    }

    /// <summary>Moves so that the next record is the one at <paramref name="offset"/>.</summary>
    internal void Seek(long offset) => (Offset, next, Opcode, loaded) = (offset, offset, Opcode.None, false);

    private void Load()
    {
        if (Length > Limits.Record) throw Place.Invalid($"a record of {Length} bytes", $"exceeds {Limits.Record}");
        if (buffer.Length < Length) Array.Resize(ref buffer, (int)Math.Max(Length, Math.Min(2L * buffer.Length, FileLength)));
        Read(Offset + Limits.RecordPrefix, buffer.AsSpan(Limits.RecordPrefix, (int)Length - Limits.RecordPrefix));
        loaded = true;
    }

    private void Sum()
    {
        if (Length <= Limits.Record)
        {
            crc!.Append(Raw);
            return;
        }
        byte[] block = new byte[1 << 20];
        for (long at = Offset; at < next; at += block.Length)
        {
            Span<byte> part = block.AsSpan(0, (int)Math.Min(block.Length, next - at));
            Read(at, part);
            crc!.Append(part);
        }
    }

    private void Read(long at, Span<byte> target)
    {
        stream.Position = at;
        if (stream.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) < target.Length) throw Cut("the file", "has become shorter");
    }

    private InvalidInputException Cut(string value, string rule) => new($"{Name}, byte {Offset}", value, rule, "recover the file");
}

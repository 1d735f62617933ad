using System.Buffers.Binary;
using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mcap;

/// <summary>Walks the records within a decompressed chunk.</summary>
internal struct ChunkRecords(byte[] records, RecordPlace chunk)
{
    private int start, end;

    /// <summary>What the record is.</summary>
    public Opcode Opcode { get; private set; }

    /// <summary>Its content.</summary>
    public readonly ReadOnlyMemory<byte> Content => records.AsMemory(start, end - start);

    public readonly RecordPlace Place => chunk with { Opcode = Opcode };

    public readonly RecordReader Reader => new(Content.Span, Place);

    /// <summary>Goes on to the next record; false after the last.</summary>
    /// <exception cref="InvalidInputException">What follows is no record, or none that may stand in a chunk.</exception>
    public bool MoveNext()
    {
        int remaining = records.Length - end;
        if (remaining == 0) return false;
        if (remaining < Limits.RecordPrefix) throw chunk.Invalid($"the last {remaining} bytes", "are too few for a record");
        Opcode = (Opcode)records[end];
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(records.AsSpan(end + 1));
        start = end + Limits.RecordPrefix;
        if (length > (ulong)(records.Length - start)) throw chunk.Invalid($"a record of {length} bytes", "exceeds what remains of the chunk");
        end = start + (int)length;
        bool allowed = Opcode is Opcode.Schema or Opcode.Channel or Opcode.Message or > Opcode.DataEnd;
        return allowed ? true : throw chunk.Invalid($"a record {Opcode}", "may not stand in a chunk");
    }
}

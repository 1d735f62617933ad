using System.IO.Hashing;
using System.Text;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Sim.Snapshots;

/// <summary>Snapshots as bytes.</summary>
/// <remarks>
/// All numbers little-endian: 8 bytes that mark a snapshot; version of the format, 4 bytes; length of the whole, 8; texts of program and
/// scenario, each after its length in 4; tick, digests of controller and plant, 8 each; number of phases begun, 4, and the tick at which
/// each began, 8; states of controller and plant, each after its length in 4; at last XXH3 over all before, 8. Mark, version and length
/// keep their places in every later version.
/// </remarks>
public static class SnapshotFormat
{
    /// <summary>Version of the format; to be raised whenever it, or the meaning of a saved field, changes.</summary>
    public const int Version = 1;

    /// <summary>More than the largest animal needs.</summary>
    public const int MostBytes = 16 << 20;

    private const int VersionAt = 8, LengthAt = 12, HeaderBytes = 20, ChecksumBytes = 8;
    private const string AnotherOne = "take it again, or use another one";

    // like that of PNG: not text, and spoilt by whatever changes ends of lines
    private static ReadOnlySpan<byte> Mark => [0x8C, (byte)'L', (byte)'o', (byte)'c', (byte)'o', (byte)'S', (byte)'\r', (byte)'\n'];

    /// <summary>The bytes of a snapshot.</summary>
    /// <exception cref="InvalidInputException">No file may hold its scenario.</exception>
    public static byte[] Write(Snapshot snapshot)
    {
        using MemoryStream bytes = new();
        using BinaryWriter writer = new(bytes);
        writer.Write(Mark);
        writer.Write(Version);
        writer.Write(0L);
        Write(writer, Encoding.UTF8.GetBytes(snapshot.Program));
        Write(writer, Encoding.UTF8.GetBytes(ScenarioWriter.Write(snapshot.Scenario)));
        writer.Write(snapshot.Tick);
        writer.Write(snapshot.ControllerDigest);
        writer.Write(snapshot.PlantDigest);
        writer.Write(snapshot.PhaseStarts.Count);
        foreach (long start in snapshot.PhaseStarts) writer.Write(start);
        Write(writer, snapshot.Controller.Span);
        Write(writer, snapshot.Plant.Span);
        writer.Seek(LengthAt, SeekOrigin.Begin);
        writer.Write(bytes.Length + ChecksumBytes);
        writer.Seek(0, SeekOrigin.End);
        writer.Flush();
        writer.Write(Checksum(bytes.GetBuffer().AsSpan(0, (int)bytes.Length)));
        writer.Flush();
        return bytes.ToArray();
    }

    /// <summary>The snapshot in <paramref name="bytes"/>, which messages call <paramref name="source"/>.</summary>
    /// <exception cref="InvalidInputException">It is none, damaged, or of a newer program.</exception>
    public static Snapshot Read(ReadOnlyMemory<byte> bytes, string source)
    {
        RefuseDamaged(bytes.Span, source);
        SnapshotBytes reader = new(bytes[HeaderBytes..^ChecksumBytes], source);
        string program = reader.Text("program");
        Scenario scenario = ScenarioReader.Parse(reader.Text("scenario"), $"{source}, scenario");
        long tick = reader.Number("tick");
        ulong controller = (ulong)reader.Number("digest"), plant = (ulong)reader.Number("digest");
        long[] starts = reader.Numbers("phases");
        Snapshot snapshot = new()
        {
            Program = program,
            Scenario = scenario,
            Tick = tick,
            ControllerDigest = controller,
            PlantDigest = plant,
            PhaseStarts = starts,
            Controller = reader.Block("nervous system"),
            Plant = reader.Block("body"),
        };
        reader.RefuseRest();
        RefuseImpossible(snapshot, source);
        return snapshot;
    }

    /// <summary>The last bytes of a snapshot, from those before.</summary>
    private static ulong Checksum(ReadOnlySpan<byte> bytes) => XxHash3.HashToUInt64(bytes);

    private static void RefuseDamaged(ReadOnlySpan<byte> bytes, string source)
    {
        if (!bytes.StartsWith(Mark)) throw new InvalidInputException(source, "its begin", "is not that of a snapshot", "name a file that --snapshot wrote");
        if (bytes.Length < HeaderBytes + ChecksumBytes) throw new InvalidInputException(source, $"{bytes.Length} bytes", "are too few: the file is cut off", AnotherOne);
        int version = BitConverter.ToInt32(bytes[VersionAt..]);
        if (version != Version)
        {
            throw new InvalidInputException(source, $"version {version} of its format", $"is not {Version}, which program {Provenance.Number} reads",
                version > Version ? "use the newer program that wrote it" : AnotherOne);
        }
        long length = BitConverter.ToInt64(bytes[LengthAt..]);
        if (length != bytes.Length)
            throw new InvalidInputException(source, $"{bytes.Length} bytes", $"are not the {length} that were written", AnotherOne);
        if (Checksum(bytes[..^ChecksumBytes]) != BitConverter.ToUInt64(bytes[^ChecksumBytes..]))
            throw new InvalidInputException(source, "its checksum", "does not fit: the file is damaged", AnotherOne);
    }

    /// <summary>What no simulation leaves.</summary>
    private static void RefuseImpossible(Snapshot snapshot, string source)
    {
        IReadOnlyList<long> starts = snapshot.PhaseStarts;
        bool possible = starts.Count >= 1 && starts.Count <= snapshot.Scenario.Timeline.Count && starts[0] == 0
            && starts.Zip(starts.Skip(1)).All(pair => pair.First < pair.Second) && starts[^1] <= snapshot.Tick
            && snapshot.Tick <= long.MaxValue / snapshot.Scenario.Timing.StepsPerTick;
        if (!possible) throw new InvalidInputException(source, "its timeline", "has phases that cannot have begun", AnotherOne);
    }

    private static void Write(BinaryWriter writer, ReadOnlySpan<byte> block)
    {
        writer.Write(block.Length);
        writer.Write(block);
    }
}

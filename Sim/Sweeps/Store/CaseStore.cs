using System.Buffers.Binary;
using System.IO.Hashing;
using Microsoft.Win32.SafeHandles;

namespace Locomotion.Sim.Sweeps;

/// <summary>
/// The results of all finished cases, in a folder of shards that any number of sweeps share. Nothing in it is ever changed: workers append, and what a kill left
/// half written is passed over. Where a case has several results, the first that did not fail counts.
/// </summary>
/// <param name="folder">The folder; it need not exist.</param>
public sealed class CaseStore(string folder) : IDisposable
{
    private const int Buffer = 1 << 20, MostOpen = 256;

    private readonly Dictionary<string, int> shardOf = new(StringComparer.Ordinal);
    private readonly List<Shard> shards = [];
    private readonly Dictionary<UInt128, Place> places = [];
    private int open;       // shards that are

    /// <summary>The folder.</summary>
    public string Folder { get; } = folder;

    /// <summary>Cases that have a result.</summary>
    public int Count => places.Count;

    /// <summary>Rows read so far, those of a case that had a result already included.</summary>
    public long Rows { get; private set; }

    /// <summary>Bytes at the ends of shards that are no whole row.</summary>
    public long Torn => shards.Sum(shard => shard.Length - shard.Read);

    /// <summary>Reads what was appended since the last time.</summary>
    /// <exception cref="IOException">The folder cannot be read.</exception>
    public void Refresh()
    {
        if (!Directory.Exists(Folder)) return;
        foreach (string path in Directory.GetFiles(Folder, "*" + ShardFormat.Ending).Order(StringComparer.Ordinal))
        {
            if (!shardOf.TryGetValue(path, out int number))
            {
                number = shardOf[path] = shards.Count;
                shards.Add(new Shard(path));
            }
            Read(number);
        }
    }

    /// <summary>Passes over the results that are failures, so that only a later one counts.</summary>
    public void ForgetFailures()
    {
        foreach ((UInt128 key, Place place) in places)
        {
            if (place.Outcome != Outcome.Done) places.Remove(key);
        }
    }

    /// <summary>What became of a case; null if it has no result.</summary>
    public Outcome? Find(UInt128 key) => places.TryGetValue(key, out Place place) ? place.Outcome : null;

    /// <summary>The content of a case's result.</summary>
    /// <exception cref="KeyNotFoundException">It has none.</exception>
    public byte[] Content(UInt128 key)
    {
        Place place = places[key];
        var content = new byte[place.Length];
        for (int read = 0; read < content.Length;)
        {
            int more = RandomAccess.Read(Opened(shards[place.Shard]), content.AsSpan(read), place.Offset + read);
            if (more == 0) throw new EndOfStreamException($"A shard in {Folder} has become shorter.");
            read += more;
        }
        return content;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (Shard shard in shards) shard.Close();
        open = 0;
    }

    private SafeFileHandle Opened(Shard shard)
    {
        if (shard.File is { } file) return file;
        if (open == MostOpen) Dispose();
        open++;
        return shard.File = File.OpenHandle(shard.Path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
    }

    private void Read(int number)
    {
        Shard shard = shards[number];
        shard.Length = new FileInfo(shard.Path).Length;
        if (shard.Read == shard.Length) return;
        SafeFileHandle file = Opened(shard);
        var buffer = new byte[(int)Math.Min(Buffer, shard.Length - shard.Read + 1)];
        while (shard.Read < shard.Length)
        {
            int filled = Fill(file, shard.Read, buffer);
            int used = Rowed(number, buffer.AsSpan(0, filled));
            shard.Read += used;
            if (used > 0) continue;
            // a row that is longer than the buffer, or one that is not whole
            if (filled < ShardFormat.Head) return;
            int length = BinaryPrimitives.ReadInt32LittleEndian(buffer);
            if (length is < 0 or > ShardFormat.Longest || ShardFormat.Head + length + ShardFormat.Tail <= filled) return;
            if (shard.Read + ShardFormat.Head + length + ShardFormat.Tail > shard.Length) return;
            buffer = new byte[ShardFormat.Head + length + ShardFormat.Tail];
        }
    }

    private static int Fill(SafeFileHandle file, long from, byte[] buffer)
    {
        int filled = 0;
        while (filled < buffer.Length)
        {
            int more = RandomAccess.Read(file, buffer.AsSpan(filled), from + filled);
            if (more == 0) break;
            filled += more;
        }
        return filled;
    }

    /// <summary>Takes in the rows at the begin of <paramref name="bytes"/> that are whole; returns their length.</summary>
    private int Rowed(int number, ReadOnlySpan<byte> bytes)
    {
        long from = shards[number].Read;
        int used = 0;
        if (from == 0)
        {
            if (!bytes.StartsWith(ShardFormat.Magic)) return 0;
            used = ShardFormat.Magic.Length;
        }
        while (bytes.Length - used >= ShardFormat.Head + ShardFormat.Tail)
        {
            ReadOnlySpan<byte> row = bytes[used..];
            int length = BinaryPrimitives.ReadInt32LittleEndian(row), body = ShardFormat.Head + length;
            if (length is < 0 or > ShardFormat.Longest || row.Length < body + ShardFormat.Tail) break;
            if (BinaryPrimitives.ReadUInt64LittleEndian(row[body..]) != XxHash3.HashToUInt64(row[..body])) break;
            Add(BinaryPrimitives.ReadUInt128LittleEndian(row[4..]), new Place(number, (Outcome)row[20], length, from + used + ShardFormat.Head));
            used += body + ShardFormat.Tail;
        }
        return used;
    }

    private void Add(UInt128 key, Place place)
    {
        Rows++;
        if (!places.TryGetValue(key, out Place before) || (before.Outcome != Outcome.Done && place.Outcome == Outcome.Done)) places[key] = place;
    }

    private sealed class Shard(string path)
    {
        public string Path { get; } = path;

        public SafeFileHandle? File { get; set; }

        public long Length { get; set; }

        public long Read { get; set; }

        public void Close()
        {
            File?.Dispose();
            File = null;
        }
    }

    private readonly record struct Place(int Shard, Outcome Outcome, int Length, long Offset);
}

using System.Buffers.Binary;
using System.IO.Hashing;

namespace Locomotion.Sim.Sweeps;

/// <summary>Appends results to a shard, each by one write. The file is made with the first row.</summary>
/// <param name="folder">The store's folder.</param>
public sealed class ShardWriter(string folder) : IDisposable
{
    private FileStream? file;
    private byte[] row = new byte[1024];

    /// <summary>Appends a result.</summary>
    /// <exception cref="IOException">The disk fails.</exception>
    public void Append(UInt128 key, Outcome outcome, ReadOnlySpan<byte> content)
    {
        int body = ShardFormat.Head + content.Length;
        if (row.Length < body + ShardFormat.Tail) row = new byte[2 * (body + ShardFormat.Tail)];
        Span<byte> bytes = row;
        BinaryPrimitives.WriteInt32LittleEndian(bytes, content.Length);
        BinaryPrimitives.WriteUInt128LittleEndian(bytes[4..], key);
        bytes[20] = (byte)outcome;
        content.CopyTo(bytes[ShardFormat.Head..]);
        BinaryPrimitives.WriteUInt64LittleEndian(bytes[body..], XxHash3.HashToUInt64(bytes[..body]));
        file ??= Begun();
        file.Write(bytes[..(body + ShardFormat.Tail)]);
    }

    /// <inheritdoc/>
    public void Dispose() => file?.Dispose();

    private FileStream Begun()
    {
        Directory.CreateDirectory(folder);
        string name = $"{DateTime.UtcNow:yyyyMMdd-HHmmss}-{Environment.MachineName}-{Environment.ProcessId}-{Guid.NewGuid().ToString("N")[..8]}{ShardFormat.Ending}";
        FileStream made = new(Path.Combine(folder, name), FileMode.CreateNew, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        made.Write(ShardFormat.Magic);
        return made;
    }
}

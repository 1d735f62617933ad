using System.IO.Hashing;

namespace Locomotion.Telemetry.Mcap;

/// <summary>The stream under a writer: counts and sums what goes out, and after a failure lets nothing more out.</summary>
internal sealed class McapOutput(Stream stream)
{
    private readonly Crc32 crc = new();
    private Exception? failure;

    /// <summary>Bytes written.</summary>
    public long Position { get; private set; }

    /// <summary>CRC-32 of what was written since the start, or since <see cref="RestartChecksum"/>.</summary>
    public uint Checksum => crc.GetCurrentHashAsUInt32();

    /// <summary>Begins the checksum anew.</summary>
    public void RestartChecksum() => crc.Reset();

    /// <summary>Passes bytes on.</summary>
    /// <exception cref="IOException">The stream failed, now or before.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        ThrowIfFailed();
        try
        {
            stream.Write(bytes);
        }
        catch (Exception e)
        {
            failure = e;
            throw;
        }
        crc.Append(bytes);
        Position += bytes.Length;
    }

    /// <summary>Writes what was encoded, and clears it.</summary>
    public void Write(RecordWriter records)
    {
        Write(records.Written);
        records.Clear();
    }

    /// <summary>Hands everything to the operating system, so that the end of this process loses none of it.</summary>
    /// <exception cref="IOException">The stream failed, now or before.</exception>
    public void Flush()
    {
        ThrowIfFailed();
        try
        {
            stream.Flush();
        }
        catch (Exception e)
        {
            failure = e;
            throw;
        }
    }

    /// <exception cref="IOException">The stream failed before.</exception>
    public void ThrowIfFailed()
    {
        if (failure is not null) throw new IOException("Nothing more is written: an earlier write failed. " + failure.Message, failure);
    }
}

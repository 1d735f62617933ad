using System.Buffers.Binary;
using System.Diagnostics;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Mcap;

namespace Locomotion.Tests.Telemetry.Mcap;

/// <summary>
/// Whatever the bytes: a file is read or refused by an <see cref="InvalidInputException"/>, in bounded time and memory. The bound on
/// memory, for files of up to 8 kB: 32 times the file and the chunks it can unfold to, which by LZ4 is 255 times the file and by
/// Zstandard what its frames announce; together 8 MiB, far below the 64 MiB that a lying length asks for.
/// </summary>
public class FuzzTests(ITestOutputHelper output)
{
    private const int Files = 100_000, MostBytes = 8 << 20;
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(2);

    private static readonly byte[][] Seeds =
    [
        .. from compression in Enum.GetValues<Compression>() from chunked in new[] { true, false } select SmallFile.Bytes(compression, chunked),
    ];

    private static readonly byte[][] AllSeeds =
    [
        .. Seeds, .. Seeds.Select(Bytes.WithoutChecksums), .. Seeds.Select(Bytes.WithoutSummary).Select(Bytes.WithoutChecksums),
    ];

    private static readonly ulong[] Huge =
    [
        ulong.MaxValue, ulong.MaxValue - 8, long.MaxValue, 1UL << 62, 1UL << 32, uint.MaxValue, int.MaxValue, 1UL << 30, 64 << 20, (64 << 20) + 1, 60 << 20, 65536, 1000, 0,
    ];

    [Fact]
    public void A_hundred_thousand_mutated_files_are_read_or_refused()
    {
        Random random = new(20240613);
        long mostBytes = 0, slowest = 0, read = 0, messages = 0;
        Stopwatch clock = new();
        for (int k = 0; k < Files; k++)
        {
            byte[] seed = AllSeeds[k % AllSeeds.Length];
            byte[] file = Mutated(seed, random);
            long before = GC.GetAllocatedBytesForCurrentThread();
            clock.Restart();
            bool readable = ReadsOrRefuses(file, k, ref messages);
            slowest = Math.Max(slowest, clock.ElapsedTicks);
            mostBytes = Math.Max(mostBytes, GC.GetAllocatedBytesForCurrentThread() - before);
            if (readable) read++;
            if (clock.Elapsed > MostTime || mostBytes > MostBytes) Assert.Fail($"File {k}: {clock.Elapsed.TotalSeconds} s, {mostBytes} bytes");
        }
        output.WriteLine($"{Files} files, {read} of them read, {messages} messages; most memory {mostBytes} bytes, longest {1e3 * slowest / Stopwatch.Frequency:F1} ms");
        // the mutations reach both what is read and what is refused
        Assert.InRange(read, Files / 50, Files - Files / 50);
    }

    private static bool ReadsOrRefuses(byte[] file, int k, ref long messages)
    {
        MemoryStream stream = new(file, writable: false), recovered = new(file.Length);
        bool readable = true;
        try
        {
            readable &= Refuses(() =>
            {
                McapReader reader = new(stream);
                ReadAll(reader);
                reader.Verify();
            });
            bool refused = Refuses(() => McapRecovery.Recover(stream, recovered));
            if (refused) messages += ReadAll(new McapReader(recovered));   // what was recovered must be whole
        }
        catch (Exception e)
        {
            throw new InvalidOperationException($"File {k} of the fuzz: {Convert.ToBase64String(file)}", e);
        }
        return readable;
    }

    /// <summary>False if the action refused its input.</summary>
    private static bool Refuses(Action action)
    {
        try
        {
            action();
            return true;
        }
        catch (InvalidInputException)
        {
            return false;
        }
    }

    private static long ReadAll(McapReader reader)
    {
        long messages = 0;
        foreach (McapMessage _ in reader.Messages(from: 1005, to: 1185)) messages++;
        foreach (McapMessage _ in reader.Messages(["/note"])) messages++;
        foreach (McapAttachmentIndex attachment in reader.Attachments) reader.Read(attachment);
        foreach (McapMetadataIndex metadata in reader.Metadata) reader.Read(metadata);
        return messages;
    }

    private static byte[] Mutated(byte[] seed, Random random)
    {
        List<byte> file = [.. seed];
        int changes = 1 + random.Next(3);
        for (int k = 0; k < changes && file.Count > 0; k++) Mutate(file, seed, random);
        byte[] bytes = [.. file];
        // half of what still has a footer has its summary's checksum made right, so that the change is seen behind it
        if (random.Next(2) == 0 && bytes.Length > Bytes.Footer) MakeSummaryRight(bytes);
        return bytes;
    }

    private static void Mutate(List<byte> file, byte[] seed, Random random)
    {
        int at = random.Next(file.Count), length = Math.Min(1 + random.Next(60), file.Count - at);
        switch (random.Next(8))
        {
            case 0:
                file.RemoveRange(at, file.Count - at);
                break;
            case 1:
                file.RemoveRange(at, length);
                break;
            case 2:
                file.InsertRange(at, Enumerable.Range(0, length).Select(_ => (byte)random.Next(256)));
                break;
            case 3:
                file.InsertRange(random.Next(file.Count), file.GetRange(at, length));
                break;
            case 4:
                file[at] = (byte)random.Next(256);
                break;
            case 5:
                Overwrite(file, LengthField(seed, random), random);
                break;
            case 6:
                Overwrite(file, at, random);
                break;
            default:
                file[at] ^= (byte)(1 << random.Next(8));
                break;
        }
    }

    /// <summary>A place where a length, offset or count stands: within the first fields of a record.</summary>
    private static int LengthField(byte[] seed, Random random)
    {
        List<(Opcode Opcode, int Offset, int Length)> records = Bytes.Records(seed);
        (_, int offset, int length) = records[random.Next(records.Count)];
        return offset + 1 + random.Next(Math.Min(length - 1, 60));
    }

    private static void Overwrite(List<byte> file, int at, Random random)
    {
        Span<byte> value = stackalloc byte[8];
        BinaryPrimitives.WriteUInt64LittleEndian(value, Huge[random.Next(Huge.Length)]);
        int width = random.Next(2) == 0 ? 8 : 4;
        for (int k = 0; k < width && at + k < file.Count; k++) file[at + k] = value[k];
    }

    private static void MakeSummaryRight(byte[] file)
    {
        ulong summary = BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(file.Length - Bytes.Footer + 9));
        if (summary < (ulong)(file.Length - Bytes.Footer)) Bytes.WithSummaryChecksum(file);
    }
}

using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mcap;

/// <summary>The eight bytes with which an MCAP file opens and closes. The sixth is the version of the format: '0'.</summary>
internal static class Magic
{
    private const int VersionAt = 5;

    public static ReadOnlySpan<byte> Bytes => [0x89, (byte)'M', (byte)'C', (byte)'A', (byte)'P', (byte)'0', (byte)'\r', (byte)'\n'];

    /// <summary>Accepts the opening of a file.</summary>
    /// <exception cref="InvalidInputException">It is no MCAP file, or one of another version.</exception>
    public static void Check(ReadOnlySpan<byte> opening, string name)
    {
        if (opening.SequenceEqual(Bytes)) return;
        bool otherVersion = opening.Length == Bytes.Length && opening[..VersionAt].SequenceEqual(Bytes[..VersionAt])
            && opening[(VersionAt + 1)..].SequenceEqual(Bytes[(VersionAt + 1)..]);
        if (otherVersion)
            throw new InvalidInputException(name, $"the format's version, {VersionText(opening[VersionAt])},", "is not 0", "convert the file to MCAP version 0");
        throw new InvalidInputException(name, "the file", "does not open as an MCAP file does", "give a file recorded as MCAP");
    }

    private static string VersionText(byte version) => version is > 0x20 and < 0x7f ? $"'{(char)version}'" : $"0x{version:x2}";
}

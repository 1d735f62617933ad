using System.Text;

namespace Locomotion.Hardware.Doctor;

/// <summary>A machine's files below a root: / on a machine, a folder in a test. What is missing or cannot be read is null, never an error.</summary>
/// <param name="root">The root.</param>
public sealed class MachineFiles(string root)
{
    private const int Longest = 1 << 16;

    /// <summary>This machine's.</summary>
    public static readonly MachineFiles This = new("/");

    /// <summary>A file's text without white space and zeros around it, of at most 64 KiB.</summary>
    public string? Text(string path) => Bytes(path) is { } bytes ? Encoding.UTF8.GetString(bytes).Trim().Trim('\0') : null;

    /// <summary>A file's bytes, at most 64 KiB.</summary>
    public byte[]? Bytes(string path)
    {
        try
        {
            using FileStream file = new(Full(path), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
            byte[] bytes = new byte[Longest];
            int length = 0;
            while (length < Longest && file.Read(bytes, length, Longest - length) is > 0 and int more) length += more;
            return bytes[..length];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <summary>Whether there is such a file or folder.</summary>
    public bool Has(string path) => Path.Exists(Full(path));

    /// <summary>Files and folders in a folder whose names match, as paths below the root, in order; none if there is no such folder.</summary>
    public IReadOnlyList<string> In(string folder, string pattern = "*")
    {
        try
        {
            return [.. Directory.EnumerateFileSystemEntries(Full(folder), pattern).Select(path => $"{folder}/{Path.GetFileName(path)}").Order(StringComparer.Ordinal)];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    private string Full(string path) => Path.Combine(root, path.TrimStart('/'));
}

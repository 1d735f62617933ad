using System.Text;
using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Files;

/// <summary>The bytes of a small file, read or replaced whole, and what can go wrong on the way; messages call it a thing of the given kind.</summary>
public static class WholeFile
{
    /// <summary>All bytes of the file, or one more than <paramref name="most"/>.</summary>
    /// <exception cref="InvalidInputException">There is no such file, or it cannot be read.</exception>
    public static byte[] Read(string path, string thing, int most = JsonText.MostBytes)
    {
        if (Directory.Exists(path)) throw Refuse(thing, path, "is a folder", "name the file in it");
        try
        {
            using FileStream file = File.OpenRead(path);
            var bytes = new byte[most + 1];
            int length = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return bytes[..length];
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw Refuse(thing, path, "does not exist", "check the path");
        }
        catch (UnauthorizedAccessException)
        {
            throw Refuse(thing, path, "may not be read", "check its permissions");
        }
        catch (Exception fault) when (fault is IOException or ArgumentException or NotSupportedException)
        {
            throw Refuse(thing, path, $"cannot be read ({fault.Message.TrimEnd('.')})", "check path and disk");
        }
    }

    /// <summary>Puts <paramref name="text"/> in the place of the file, whole or not at all.</summary>
    /// <exception cref="InvalidInputException">It cannot be written; what was there stays.</exception>
    public static void Replace(string path, string text, string thing) => Replace(path, Encoding.UTF8.GetBytes(text), thing);

    /// <summary>Puts <paramref name="bytes"/> in the place of the file, whole or not at all.</summary>
    /// <exception cref="InvalidInputException">It cannot be written; what was there stays.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> bytes, string thing)
    {
        if (Directory.Exists(path)) throw Refuse(thing, path, "is a folder", "name a file in it");
        string beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            using (FileStream file = new(beside, FileMode.CreateNew))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            Discard(beside);
            throw Refuse(thing, path, $"cannot be written ({fault.Message.TrimEnd('.')})", "check folder, permissions and space");
        }
    }

    private static void Discard(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // the first failure is the one to report
        }
    }

    private static InvalidInputException Refuse(string thing, string path, string rule, string remedy) => new(thing, $"'{path}'", rule, remedy);
}

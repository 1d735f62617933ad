using Locomotion.Controller.Files;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Snapshots;

/// <summary>The file of a snapshot.</summary>
public static class SnapshotFile
{
    private const string Thing = "Snapshot";

    /// <summary>Writes a snapshot, whole or not at all; its folder is made if need be.</summary>
    /// <exception cref="InvalidInputException">It cannot be written; what was there stays.</exception>
    public static void Write(string path, Snapshot snapshot)
    {
        byte[] bytes = SnapshotFormat.Write(snapshot);
        string? folder = Path.GetDirectoryName(path);
        try
        {
            if (!string.IsNullOrEmpty(folder)) Directory.CreateDirectory(folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InvalidInputException("Folder", $"'{folder}'", $"cannot be made ({fault.Message.TrimEnd('.')})", "check path and permissions");
        }
        WholeFile.Replace(path, bytes, Thing);
    }

    /// <summary>The snapshot in the file.</summary>
    /// <exception cref="InvalidInputException">There is none, or it is damaged, or of a newer program.</exception>
    public static Snapshot Read(string path) => SnapshotFormat.Read(WholeFile.Read(path, Thing, SnapshotFormat.MostBytes), Name(path));

    /// <summary>What messages call it.</summary>
    public static string Name(string path) => $"{Thing} '{path}'";
}

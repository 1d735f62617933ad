namespace Locomotion.Sim.Exports;

/// <summary>Files that appear in a folder all at once, when they are whole; until then, and if they never are, nothing is left there.</summary>
internal sealed class PendingFiles : IDisposable
{
    private readonly List<(string Pending, string Final)> files = [];
    private readonly Stack<string> made = new();            // folders, the innermost last
    private bool kept;

    /// <summary>Makes the folder if need be.</summary>
    /// <exception cref="IOException">It cannot be made.</exception>
    public PendingFiles(string folder)
    {
        Folder = folder;
        Stack<string> missing = new();
        for (string? part = Path.GetFullPath(folder); part is not null && !Directory.Exists(part); part = Path.GetDirectoryName(part)) missing.Push(part);
        try
        {
            foreach (string part in missing)
            {
                Directory.CreateDirectory(part);
                made.Push(part);
            }
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Where they appear.</summary>
    public string Folder { get; }

    /// <summary>Opens a file to be written; close it before <see cref="Keep"/>.</summary>
    public FileStream Open(string name)
    {
        string final = Path.Combine(Folder, name), pending = $"{final}.{Guid.NewGuid():N}.tmp";
        FileStream file = new(pending, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, bufferSize: 1 << 16);
        files.Add((pending, final));
        return file;
    }

    /// <summary>Lets them appear; files of the same names are replaced if <paramref name="overwrite"/>.</summary>
    /// <exception cref="IOException">One cannot be put in its place, or is there.</exception>
    public void Keep(bool overwrite = true)
    {
        foreach ((string pending, string final) in files) File.Move(pending, final, overwrite);
        kept = true;
    }

    /// <summary>Removes what was not kept.</summary>
    public void Dispose()
    {
        if (kept) return;
        foreach ((string pending, _) in files) File.Delete(pending);
        foreach (string folder in made)
        {
            if (!Directory.EnumerateFileSystemEntries(folder).Any()) Directory.Delete(folder);
        }
    }
}

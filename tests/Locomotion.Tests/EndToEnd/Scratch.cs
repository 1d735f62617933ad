namespace Locomotion.Tests.EndToEnd;

/// <summary>Folders for one run of the tests; all of them are gone when it ends.</summary>
internal static class Scratch
{
    private static readonly DirectoryInfo Root = Made();

    /// <summary>A new, empty folder.</summary>
    public static DirectoryInfo Folder() => Root.CreateSubdirectory($"{Guid.NewGuid():N}"[..12]);

    private static DirectoryInfo Made()
    {
        DirectoryInfo root = Directory.CreateTempSubdirectory("locomotion-test-");
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(root);
        return root;
    }

    private static void Remove(DirectoryInfo root)
    {
        try
        {
            root.Delete(recursive: true);
        }
        catch (IOException)
        {
            // something still writes there: it is in the system's folder for temporary files
        }
    }
}

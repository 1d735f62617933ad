namespace Locomotion.Tests.Sim.Scenarios;

/// <summary>A folder that lasts as long as a test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("locomotion-");

    public string File(string name) => Path.Combine(folder.FullName, name);

    public IEnumerable<string> Names => folder.EnumerateFileSystemInfos().Select(entry => entry.Name);

    public void Dispose() => folder.Delete(recursive: true);
}

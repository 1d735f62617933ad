using Locomotion.Controller.Files;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Sweeps;

/// <summary>Where a sweep lies: its own folder with design, tables and page, and the store that it shares with others.</summary>
/// <param name="design">The sweep.</param>
/// <param name="root">The folder of all sweeps.</param>
/// <param name="store">The store; in the folder of all sweeps if null.</param>
public sealed class SweepFolder(SweepDesign design, string root, string? store = null)
{
    /// <summary>The store where none is named, in the folder of all sweeps.</summary>
    public const string StoreName = "cases";

    /// <summary>The sweep's own folder.</summary>
    public string Own { get; } = Path.GetFullPath(Path.Combine(root, design.Name));

    /// <summary>The store.</summary>
    public string Store { get; } = Path.GetFullPath(store ?? Path.Combine(root, StoreName));

    /// <summary>The design with all that it refers to: what workers read.</summary>
    public string DesignFile => Path.Combine(Own, "design.json");

    /// <summary>The sweep as work; writes <see cref="DesignFile"/>.</summary>
    /// <exception cref="InvalidInputException">It cannot be written.</exception>
    public SweepWork Work()
    {
        try
        {
            Directory.CreateDirectory(Own);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException("Folder", $"'{Own}'", $"cannot be made ({fault.Message.TrimEnd('.')})", "check path and permissions");
        }
        WholeFile.Replace(DesignFile, design.Json, "Design");
        return new SweepWork(design, DesignFile, Store);
    }

    /// <summary>Keeps others from running this sweep; they would do all its work a second time. Ends with whoever holds it, however that ends.</summary>
    /// <exception cref="InvalidInputException">Another holds it.</exception>
    public FileStream Lock()
    {
        Directory.CreateDirectory(Own);
        string path = Path.Combine(Own, "running");
        try
        {
            return new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException)
        {
            throw new InvalidInputException("Sweep", $"'{design.Name}'", "is being run by another process", "wait for it, or stop it: `sweep status` shows how far it is");
        }
    }
}

using System.CommandLine;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Sweeps;

namespace Locomotion.Sim.Commands;

/// <summary>What the commands about sweeps ask alike: which design, and where it lies.</summary>
internal static class SweepOptions
{
    /// <summary>FILE.</summary>
    public static Argument<string> File() => new("file") { Description = "The design: JSON, comments allowed; `locomotion sweep schema` prints its schema." };

    /// <summary>--out.</summary>
    public static Option<string> Out() => new("--out") { Description = "The folder of all sweeps; each has a folder in it.", DefaultValueFactory = _ => Path.Combine("out", "sweeps"), HelpName = "folder" };

    /// <summary>--store.</summary>
    public static Option<string?> Store() => new("--store") { Description = "Where the results of finished cases are kept, which sweeps share. Default: cases in the folder of all sweeps.", HelpName = "folder" };

    /// <summary>--program.</summary>
    public static Option<string?> Program() => new("--program") { Description = "The results of another version of this program, as a table's metadata or a page calls it. Default: this one's.", HelpName = "identity" };

    /// <summary>The design and its folders.</summary>
    public static (SweepDesign Design, SweepFolder Folder) Opened(string file, string root, string? store)
    {
        SweepDesign design = SweepReader.Read(file);
        StudyOutput.CheckedFolder(root);
        if (store is not null) StudyOutput.CheckedFolder(store);
        return (design, new SweepFolder(design, root, store));
    }

    /// <summary>The store, read.</summary>
    /// <exception cref="InvalidInputException">It cannot be read.</exception>
    public static CaseStore Read(SweepFolder folder)
    {
        CaseStore store = new(folder.Store);
        try
        {
            store.Refresh();
            return store;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            store.Dispose();
            throw new InvalidInputException("Store", $"'{folder.Store}'", $"cannot be read ({fault.Message.TrimEnd('.')})", "check path, permissions and disk");
        }
    }
}

using System.CommandLine;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Commands;

/// <summary>What commands that run studies ask alike: how many seeds, and where to write.</summary>
internal static class StudyOutput
{
    private const int MostSeeds = 100_000;

    /// <summary>--out.</summary>
    public static Option<string> Out(string description) => new("--out") { Description = description, DefaultValueFactory = _ => "out", HelpName = "folder" };

    /// <summary>--seeds.</summary>
    public static Option<int> Seeds(string description, int standard) => new("--seeds") { Description = description, DefaultValueFactory = _ => standard };

    /// <summary>The number of seeds, if it is one.</summary>
    /// <exception cref="InvalidInputException">It is none.</exception>
    public static int CheckedSeeds(int seeds) => seeds is >= 1 and <= MostSeeds
        ? seeds
        : throw new InvalidInputException("Option --seeds", $"{seeds}", $"lies outside [1, {MostSeeds}]", "choose a number inside");

    /// <summary>The folder, if it can be one.</summary>
    /// <exception cref="InvalidInputException">It, or the folder it lies in, is a file.</exception>
    public static string CheckedFolder(string folder)
    {
        foreach (string? part in new[] { Path.GetDirectoryName(folder), folder })
        {
            if (File.Exists(part)) throw new InvalidInputException("Folder", $"'{part}'", "is a file", "name a folder, or remove the file");
        }
        return folder;
    }

    /// <summary>The file, if it can be one.</summary>
    /// <exception cref="InvalidInputException">It is a folder, or the folder it should lie in is a file.</exception>
    public static string CheckedFile(string file)
    {
        if (Path.GetFileName(file).Length == 0 || Directory.Exists(file)) throw new InvalidInputException("File", $"'{file}'", "is a folder", "name a file in it");
        if (Path.GetDirectoryName(file) is { Length: > 0 } folder) CheckedFolder(folder);
        return file;
    }
}

using System.CommandLine;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Inspecting;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Sim.Recording;

/// <summary>A recording that a person names: the file, or the folder that <c>locomotion run --record</c> wrote.</summary>
internal sealed class RecordingSource : IDisposable
{
    private readonly FileStream file;
    private readonly MendedFile mended;

    private RecordingSource(FileStream file, string path)
    {
        this.file = file;
        mended = new MendedFile(file, path);
        Run = new RecordedRun(mended.Reader, path);
    }

    /// <summary>What is wrong with the file, of which <see cref="Run"/> is what is whole; null if nothing is.</summary>
    public string? Damage => mended.Damage;

    /// <summary>What is in it.</summary>
    public RecordedRun Run { get; }

    /// <summary>How far in the file the last reading was, 0 to 1.</summary>
    public double ShareRead => mended.ShareRead;

    /// <summary>The argument by which commands ask for one.</summary>
    public static Argument<string> Argument(string name = "file") =>
        new(name) { Description = "A recording: run.mcap, or the folder that `locomotion run --record` wrote." };

    /// <summary>Opens it; of one that was cut, what is whole.</summary>
    /// <exception cref="InvalidInputException">There is none, or it cannot be read.</exception>
    public static RecordingSource Open(string fileOrFolder)
    {
        string path = PathOf(fileOrFolder);
        FileStream opened = OpenFile(path);
        try
        {
            return new RecordingSource(opened, path);
        }
        catch (IOException fault)
        {
            opened.Dispose();
            throw new InvalidInputException("Recording", $"'{path}'", $"cannot be looked through ({fault.Message.TrimEnd('.')})", "check the disk, and the room for temporary files");
        }
        catch
        {
            opened.Dispose();
            throw;
        }
    }

    /// <summary>The file itself, where a folder was named.</summary>
    public static string PathOf(string fileOrFolder) => Directory.Exists(fileOrFolder) ? System.IO.Path.Combine(fileOrFolder, RunRecord.RecordingFile) : fileOrFolder;

    /// <summary>Opens the bytes of a file.</summary>
    /// <exception cref="InvalidInputException">There is none, or it cannot be read.</exception>
    public static FileStream OpenFile(string path)
    {
        try
        {
            return new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new InvalidInputException("Recording", $"'{path}'", "does not exist", "record one with `locomotion run --record folder`");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new InvalidInputException("Recording", $"'{path}'", $"cannot be read ({fault.Message.TrimEnd('.')})", "check path and permissions");
        }
    }

    /// <summary>Closes the file.</summary>
    public void Dispose()
    {
        mended.Dispose();
        file.Dispose();
    }
}

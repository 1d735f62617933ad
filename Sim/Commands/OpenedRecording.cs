using Locomotion.Controller.Parameters;
using Locomotion.Sim.Recording;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary>Opens recordings for commands, and says so where one was cut.</summary>
internal static class OpenedRecording
{
    /// <summary>The recording; of one that was cut, what is whole.</summary>
    /// <exception cref="InvalidInputException">There is none, or it cannot be read.</exception>
    public static RecordingSource Open(string fileOrFolder)
    {
        RecordingSource source = RecordingSource.Open(fileOrFolder);
        if (source.Damage is not null)
            Terminal.Error.MarkupLineInterpolated($"[yellow]{fileOrFolder} was cut or is damaged: this is what is whole of it. `locomotion recover` mends it.[/]");
        return source;
    }
}

using Locomotion.Sim.Pictures;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Scenarios;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary>Draws a run's pictures, with a word on which one is being drawn.</summary>
internal static class PictureWriting
{
    public static void Write(Scenario scenario, Trajectory trajectory, string folder)
    {
        if (Console.IsErrorRedirected)
        {
            RunPictures.Write(scenario, trajectory, folder);
            return;
        }
        Terminal.Error.Status().Start("drawing", status =>
            RunPictures.Write(scenario, trajectory, folder, new Progress(name => status.Status($"drawing {Markup.Escape(name)}"))));
    }

    private sealed class Progress(Action<string> report) : IProgress<string>
    {
        public void Report(string value) => report(value);
    }
}

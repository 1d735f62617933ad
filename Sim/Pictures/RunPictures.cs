using Locomotion.Controller.Parameters;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Pictures;

/// <summary>Pictures of a recorded run, each as PNG (twice the size, for sharp screens) and SVG.</summary>
public static class RunPictures
{
    /// <summary>Draws gait-diagram, kymograph, path, speed, and overview, or gait-card if there is but one phase.</summary>
    /// <param name="scenario">What was run.</param>
    /// <param name="trajectory">What was recorded of it.</param>
    /// <param name="folder">Where they go; made if it is not there.</param>
    /// <param name="progress">Is told each picture's name before it is drawn.</param>
    /// <returns>Paths of the files written.</returns>
    /// <exception cref="InvalidInputException">The run has fewer than two samples, or is not one of this scenario's animal.</exception>
    public static IReadOnlyList<string> Write(Scenario scenario, Trajectory trajectory, string folder, IProgress<string>? progress = null)
    {
        RecordedRun run = new(scenario, trajectory);
        Directory.CreateDirectory(folder);
        List<string> written = [];
        foreach ((string name, Func<RecordedRun, Sheet> draw) in Pictures(run))
        {
            progress?.Report(name);
            using Sheet sheet = draw(run);
            written.AddRange(sheet.Save(folder, name));
        }
        return written;
    }

    private static IEnumerable<(string Name, Func<RecordedRun, Sheet> Draw)> Pictures(RecordedRun run)
    {
        yield return ("gait-diagram", GaitDiagramPicture.Draw);
        yield return ("kymograph", KymographPicture.Draw);
        yield return ("path", PathPicture.Draw);
        yield return ("speed", SpeedPicture.Draw);
        if (run.Phases.Count > 1) yield return ("overview", OverviewPicture.Draw);
        else yield return ("gait-card", GaitCardPicture.Draw);
    }
}

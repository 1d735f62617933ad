using Locomotion.Controller.Parameters;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Frames;

namespace Locomotion.Sim.Recording;

/// <summary>
/// A recorded run as a folder: run.mcap (everything, to be replayed), scenario.json (what was run), summary.json (the account), frames.csv
/// (the samples).
/// </summary>
public static class RunRecord
{
    /// <summary>The recording in the folder.</summary>
    public const string RecordingFile = "run.mcap";

    /// <summary>The scenario's file in the folder.</summary>
    public const string ScenarioFile = "scenario.json";

    /// <summary>The summary's file in the folder.</summary>
    public const string SummaryFile = "summary.json";

    /// <summary>The samples' file in the folder.</summary>
    public const string FramesFile = "frames.csv";

    /// <summary>Writes the run into <paramref name="folder"/>, which is made if need be.</summary>
    public static void Write(Scenario scenario, RunSummary summary, FrameLog frames, string folder)
    {
        Directory.CreateDirectory(folder);
        ScenarioWriter.Write(scenario, Path.Combine(folder, ScenarioFile));
        File.WriteAllText(Path.Combine(folder, SummaryFile), summary.ToJson() + "\n");
        CsvFile.Write(frames, Path.Combine(folder, FramesFile));
    }

    /// <summary>Reads scenario and samples back.</summary>
    /// <exception cref="InvalidInputException">The folder or a file is missing, or does not hold a recorded run.</exception>
    public static (Scenario Scenario, Trajectory Trajectory) Read(string folder)
    {
        foreach (string file in new[] { ScenarioFile, FramesFile })
        {
            if (!File.Exists(Path.Combine(folder, file)))
                throw new InvalidInputException($"Recorded run '{folder}'", $"'{file}'", "is missing", "record one with `locomotion run --record folder`");
        }
        Scenario scenario = ScenarioReader.Read(Path.Combine(folder, ScenarioFile));
        string frames = Path.Combine(folder, FramesFile);
        FrameLog log = CsvFile.Read(frames);
        if (!log.Columns.SequenceEqual(FrameColumns.For(scenario.Animal.Segments)))
            throw new InvalidInputException(frames, $"{log.Columns.Count} columns", $"are not those of a run with {scenario.Animal.Segments} segments",
                "record the run again");
        return (scenario, new Trajectory(log));
    }
}

using Locomotion.Controller.Parameters;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Telemetry.Recording;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary>The folder that <c>run --record</c> fills. What cannot be written is told; the run itself and its account go on.</summary>
internal sealed class RunRecording : IDisposable
{
    private const double HighestViewRate = 1000;

    private readonly ScenarioRun run;
    private readonly string folder;
    private readonly FileStream file;

    private RunRecording(ScenarioRun run, string folder, RecordingOptions options)
    {
        this.run = run;
        this.folder = folder;
        Directory.CreateDirectory(folder);
        file = new FileStream(Path.Combine(folder, RunRecord.RecordingFile), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        run.Record(file, options, failure => Terminal.Error.MarkupLineInterpolated($"[red]The recording has stopped, the run goes on:[/] {failure}"));
    }

    /// <summary>How to record with so many viewing frames in a second.</summary>
    /// <exception cref="InvalidInputException">Too few or too many.</exception>
    public static RecordingOptions Options(double? viewRate) => viewRate switch
    {
        null => RecordingOptions.Patient,
        >= 0 and <= HighestViewRate => RecordingOptions.Patient with { ViewRate = viewRate.Value },
        _ => throw new InvalidInputException("Option --view-rate", Naming.Number(viewRate.Value), $"lies outside [0, {HighestViewRate}] Hz", "choose a value inside"),
    };

    /// <summary>Begins to record a run; null without a folder.</summary>
    /// <exception cref="InvalidInputException">Nothing can be written there.</exception>
    public static RunRecording? Begin(ScenarioRun run, string? folder, RecordingOptions options)
    {
        try
        {
            return folder is null ? null : new RunRecording(run, folder, options);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException("Folder", $"'{folder}'", $"cannot be written ({fault.Message.TrimEnd('.')})", "check path, permissions and space");
        }
    }

    /// <summary>Writes scenario, summary and samples beside the recording. False if anything of the run is missing in the end.</summary>
    public bool Finish(RunSummary summary)
    {
        try
        {
            RunRecord.Write(run.Scenario, summary, run.Frames.Log, folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidInputException)
        {
            Terminal.Error.MarkupLineInterpolated($"[red]The run is not recorded whole:[/] {fault.Message}");
            return false;
        }
        Terminal.Error.MarkupLineInterpolated($"The run is recorded in [bold]{folder}[/].");
        return run.Recording is { Whole: true };
    }

    /// <summary>Closes the recording.</summary>
    public void Dispose() => file.Dispose();
}

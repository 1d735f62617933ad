using System.CommandLine;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Parameters;
using Locomotion.Body.Animals;
using Locomotion.Sim.Pictures;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Snapshots;
using Locomotion.Telemetry.Recording;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion run</c>: a scenario against the simulated body, headless and as fast as it goes.</summary>
internal static class RunCommand
{
    private static readonly Argument<string?> ScenarioName = new("scenario")
    {
        Description = $"A built-in scenario ({string.Join(", ", BuiltInScenarios.Names)}) or a scenario file.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    private static readonly Option<string?> GaitName = new("--gait") { Description = "Run one gait: slow-walk, fast-walk or swim." };
    private static readonly Option<string?> Oscillator = new("--oscillator") { Description = "What makes the rhythm: phase or bursting. Short for --set oscillator=..." };
    private static readonly Option<string?> PresetName = new("--preset") { Description = "Another animal: animal or robot. Undoes the scenario's own settings." };
    private static readonly Option<double?> Seconds = new("--seconds") { Description = "End after this much simulated time; the last phase is cut or stretched." };
    private static readonly Option<ulong?> Seed = new("--seed") { Description = "Seed of the first phases." };
    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "Set a parameter: name=value, or name=value@3.5 from that time on, s. May be given several times. `locomotion params list` shows all.",
        HelpName = "name=value[@s]",
    };
    private static readonly Option<string[]> Lesions = new("--lesion")
    {
        Description = "Take something from the animal: brain, seg, head, cut-behind=9, silence=4, amputate=4-left, deafen=4-right; with @3.5 at that time, s. May be given several times.",
        HelpName = "lesion",
    };
    private static readonly Option<string?> Record = new("--record") { Description = "Record the run here: run.mcap to be replayed, scenario.json, summary.json, frames.csv.", HelpName = "folder" };
    private static readonly Option<double?> ViewRate = new("--view-rate") { Description = "Viewing frames in a second of the recording, Hz, 0 to 1000; the inputs are always whole. Default: 50.", HelpName = "Hz" };
    private static readonly Option<string?> SnapshotTo = new("--snapshot") { Description = "Save the whole state here, for --from: at the end, or when the run is stopped.", HelpName = "file" };
    private static readonly Option<double?> SnapshotAt = new("--snapshot-at") { Description = "Save it at this simulated time instead." };
    private static readonly Option<string?> From = new("--from") { Description = "Continue a run that --snapshot saved, to the end of its timeline or to --seconds, both counted from its start.", HelpName = "file" };
    private static readonly Option<string?> Plots = new("--plots") { Description = "Write pictures here. Default: out/<scenario>, with --json none.", HelpName = "folder" };
    private static readonly Option<bool> Json = new("--json") { Description = "Print the summary as JSON on standard output, and nothing else there." };

    public static Command Build()
    {
        Command command = new("run", "Run a scenario on the simulated body; without arguments, the built-in amphibious one.")
        {
            ScenarioName, GaitName, Oscillator, PresetName, Seconds, Seed, Set, Lesions, From, SnapshotTo, SnapshotAt, Record, ViewRate, Plots, Json,
        };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        RunOrigin origin = parsed.GetValue(From) is { } file ? Continued(parsed, file) : Begun(parsed);
        Simulation simulation = origin.Simulation;
        Scenario scenario = simulation.Scenario;
        SnapshotPlan? snapshot = PlannedSnapshot(parsed, origin);
        bool json = parsed.GetValue(Json);
        string? plots = parsed.GetValue(Plots) ?? (json ? null : Path.Combine("out", scenario.Name));
        string? record = parsed.GetValue(Record);
        var options = RunRecording.Options(parsed.GetValue(ViewRate));
        foreach (string folder in new[] { plots, record }.OfType<string>()) StudyOutput.CheckedFolder(folder);

        using Interrupt interrupt = new();
        ScenarioRun run = new(simulation, snapshot);
        using RunRecording? recording = RunRecording.Begin(run, record, options);
        RunSummary summary;
        using (new RunProgress(run, scenario.Name)) summary = run.Run(interrupt.Token);

        bool drawn = plots is not null && run.Trajectory.Count > 1 && !interrupt.Happened;
        if (drawn) PictureWriting.Write(scenario, run.Trajectory, plots!);
        if (json) Console.Out.WriteLine(summary.ToJson());
        else SummaryTable.Write(Terminal.Out, summary);
        if (drawn) Terminal.Error.MarkupLineInterpolated($"Pictures are in [bold]{plots}[/].");
        bool whole = recording?.Finish(summary) ?? true;
        if (snapshot is not null) Terminal.Error.MarkupLineInterpolated($"The snapshot is in [bold]{snapshot.Path}[/].");
        if (snapshot?.At > summary.Seconds) Terminal.Error.MarkupLine("[yellow]The run ended before the time of the snapshot, which is of its end.[/]");
        if (interrupt.Happened) Terminal.Error.MarkupLine("[yellow]Stopped on request: this is what ran.[/]");
        if (interrupt.Happened) return interrupt.ExitCode;
        return whole ? ExitCode.Done : ExitCode.CheckFailed;
    }

    /// <summary>A run from the start.</summary>
    private static RunOrigin Begun(ParseResult parsed)
    {
        Scenario whole = Chosen(parsed);
        return new RunOrigin(new Simulation(EndOf(parsed, whole.Timing.Period) is { } seconds ? whole.Ending(seconds) : whole), whole);
    }

    /// <summary>A run that was saved.</summary>
    private static RunOrigin Continued(ParseResult parsed, string file)
    {
        foreach (Symbol contrary in (Symbol[])[ScenarioName, GaitName, Oscillator, PresetName, Seed, Set, Lesions])
        {
            string name = contrary is Argument ? "a scenario" : contrary.Name;
            if (parsed.GetResult(contrary) is { Tokens.Count: > 0 })
                throw new InvalidInputException("Option --from", $"'{file}'", $"cannot go with {name}", "a run is continued as it was begun; of these options only --seconds may differ");
        }
        Snapshot snapshot = SnapshotFile.Read(file);
        Simulation simulation = snapshot.Restore(SnapshotFile.Name(file), EndOf(parsed, snapshot.Scenario.Timing.Period));
        if (snapshot.Program != Provenance.Number)
            Terminal.Error.MarkupLineInterpolated($"[yellow]Program {snapshot.Program} took the snapshot, this is {Provenance.Number}: the run may go on differently.[/]");
        return new RunOrigin(simulation, snapshot.Scenario);
    }

    private static SnapshotPlan? PlannedSnapshot(ParseResult parsed, RunOrigin origin)
    {
        double? at = parsed.GetValue(SnapshotAt);
        if (parsed.GetValue(SnapshotTo) is not { } path)
        {
            return at is null ? null : throw new InvalidInputException("Option --snapshot-at", Naming.Number(at.Value), "has no --snapshot", "name a file with --snapshot");
        }
        var timing = origin.Simulation.Scenario.Timing;
        double first = (origin.Simulation.Ticks + 1) * timing.Period, last = origin.Simulation.Scenario.Seconds;
        if (at is { } seconds && !(timing.Ticks(seconds) > origin.Simulation.Ticks && seconds <= last))
            throw new InvalidInputException("Option --snapshot-at", Naming.Number(seconds), $"lies outside [{Naming.Number(Math.Round(first, 9))}, {Naming.Number(Math.Round(last, 9))}] s", "choose a time within the run");
        return new SnapshotPlan(StudyOutput.CheckedFile(path), at, origin.Whole);
    }

    /// <summary>The end that was asked for, s.</summary>
    private static double? EndOf(ParseResult parsed, double period) => parsed.GetValue(Seconds) is not { } seconds || (seconds >= period && seconds <= 86400)
        ? parsed.GetValue(Seconds)
        : throw new InvalidInputException("Option --seconds", Naming.Number(seconds), $"lies outside [{period}, 86400] s", "choose a value inside");

    /// <summary>The scenario that the options ask for, to its whole length.</summary>
    private static Scenario Chosen(ParseResult parsed)
    {
        string? name = parsed.GetValue(ScenarioName), gait = parsed.GetValue(GaitName);
        if (name is ['-', ..]) throw new InvalidInputException("Option", $"'{name}'", "does not exist", "see `locomotion run --help`");
        if (name is not null && gait is not null)
            throw new InvalidInputException("Option --gait", $"'{gait}'", $"cannot go with the scenario '{name}'", "give one of the two");
        Scenario scenario = ScenarioSource.Find(gait is null ? name ?? "amphibious" : Gait.Named(gait).Name);
        if (parsed.GetValue(PresetName) is { } preset) scenario = scenario with { Animal = Preset.Named(preset) };
        if (parsed.GetValue(Oscillator) is { } oscillator) scenario = scenario with { Animal = scenario.Animal.With("oscillator", oscillator) };
        foreach (string assignment in parsed.GetValue(Set) ?? []) scenario = Assigned(scenario, assignment);
        if (parsed.GetValue(Lesions) is { Length: > 0 } lesions) scenario = scenario with { Lesions = [.. scenario.Lesions, .. lesions.Select(Lesion.Parse)] };
        if (parsed.GetValue(Seed) is { } seed) scenario = scenario with { Seed = seed };
        return scenario;
    }

    private static Scenario Assigned(Scenario scenario, string assignment)
    {
        if (assignment.Contains('@', StringComparison.Ordinal)) return scenario with { Tuning = [.. scenario.Tuning, Tuning.Parse(assignment)] };
        (string name, string value) = Assignment.Parse(assignment, "feet.friction=0.4");
        return scenario with { Animal = scenario.Animal.With(name, value) };
    }
}

using System.Text.Json;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Mcap;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Recording.Messages;

namespace Locomotion.Telemetry.Inspecting;

/// <summary>What ran, as its recording tells.</summary>
public sealed record RunOverview
{
    /// <summary>The most commands and the most changes of parameters that are listed.</summary>
    public const int MostListed = 1000;

    /// <summary>Name of the scenario; null if none is carried along.</summary>
    public required string? Scenario { get; init; }

    /// <summary>When tick 0 began, UTC.</summary>
    public required DateTime Start { get; init; }

    /// <summary>How long it lasted, s.</summary>
    public required double Seconds { get; init; }

    /// <summary>The first tick; not 0 where the run went on from a snapshot.</summary>
    public required long FirstTick { get; init; }

    /// <summary>Ticks, those whose inputs were lost included.</summary>
    public required long Ticks { get; init; }

    /// <summary>The controller's step, s.</summary>
    public required double StepS { get; init; }

    /// <summary>Time of a tick, s.</summary>
    public required double PeriodS { get; init; }

    /// <summary>Leg-bearing segments.</summary>
    public required int Segments { get; init; }

    /// <summary>What makes the rhythm.</summary>
    public required string Oscillator { get; init; }

    /// <summary>Of the first phases.</summary>
    public required ulong Seed { get; init; }

    /// <summary>What was taken from the animal, as planned or while it ran.</summary>
    public required IReadOnlyList<string> Lesions { get; init; }

    /// <summary>How often parameters changed.</summary>
    public required int TuningCount { get; init; }

    /// <summary>The first <see cref="MostListed"/> changes.</summary>
    public required IReadOnlyList<TuningOverview> Tuning { get; init; }

    /// <summary>How often the command changed, the first one included.</summary>
    public required int CommandCount { get; init; }

    /// <summary>The first <see cref="MostListed"/> commands.</summary>
    public required IReadOnlyList<CommandOverview> Commands { get; init; }

    /// <summary>"in_order", "fault", or "cut" if the recording has no end.</summary>
    public required string Ended { get; init; }

    /// <summary>The fault that ended it; null if none did.</summary>
    public required string? Fault { get; init; }

    /// <summary>Ticks whose inputs were lost.</summary>
    public required ulong LostInputs { get; init; }

    /// <summary>Viewing frames that were lost.</summary>
    public required ulong LostFrames { get; init; }

    /// <summary>Deadlines that the plant missed.</summary>
    public required ulong MissedDeadlines { get; init; }

    /// <summary>The controller's chained digest after the last tick, in hexadecimal digits.</summary>
    public required string Digest { get; init; }

    /// <summary>How it moved in the last second; null if that is not known.</summary>
    public required GaitReport? Gait { get; init; }

    /// <summary>Program, machine, and a digest of each file.</summary>
    public required IReadOnlyDictionary<string, string> Provenance { get; init; }

    /// <summary>Looks through a recording.</summary>
    /// <exception cref="InvalidInputException">It is damaged.</exception>
    public static RunOverview Of(RecordedRun run)
    {
        double period = run.Setup.Timing.Period;
        (long last, ulong chain) = run.Last();
        LoopStatistics? loop = run.Messages(Topics.Loop, LoopStatistics.Parser).Select(message => message.Message).LastOrDefault();
        Gait? gait = run.Messages(Topics.Gait, Recording.Messages.Gait.Parser).Select(message => message.Message).LastOrDefault();
        List<TuningOverview> tuning = [];
        List<CommandOverview> commands = [];
        int changes = 0, told = 0;
        foreach ((_, ParameterChange change) in run.Messages(Topics.Parameters, ParameterChange.Parser))
        {
            if (changes++ < MostListed) tuning.Add(TuningOverview.Of(change, period));
        }
        foreach ((_, DescendingCommand command) in run.Messages(Topics.Command, DescendingCommand.Parser))
        {
            if (told++ < MostListed) commands.Add(CommandOverview.Of(command, period));
        }
        string? fault = run.End?.GetValueOrDefault("fault") is { Length: > 0 } text ? text : null;
        string ended = run.End is null ? "cut" : fault is null ? "in_order" : "fault";
        return new RunOverview
        {
            Scenario = ScenarioName(run),
            Start = DateTime.UnixEpoch.AddTicks((long)(run.StartNanoseconds / TimeSpan.NanosecondsPerTick)),
            Seconds = (last + 1 - run.FirstTick) * period,
            FirstTick = run.FirstTick,
            Ticks = last + 1 - run.FirstTick,
            StepS = run.Setup.Timing.Step,
            PeriodS = period,
            Segments = run.Setup.Segments,
            Oscillator = Naming.Word(run.Setup.Parameters.Oscillator),
            Seed = run.Setup.Seed,
            Lesions = [.. run.Lesions().Select(lesion => lesion.ToString())],
            TuningCount = changes,
            Tuning = tuning,
            CommandCount = told,
            Commands = commands,
            Ended = ended,
            Fault = fault,
            LostInputs = loop?.LostInputs ?? 0,
            LostFrames = loop?.LostFrames ?? 0,
            MissedDeadlines = loop?.MissedDeadlines ?? 0,
            Digest = chain.ToString("x16"),
            Gait = gait is null ? null : GaitReport.Of(gait),
            Provenance = run.Provenance,
        };
    }

    private static string? ScenarioName(RecordedRun run)
    {
        if (run.Attachment(RunDescription.ScenarioFile) is not { } scenario) return null;
        try
        {
            using JsonDocument document = JsonDocument.Parse(scenario.Data, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            return document.RootElement is { ValueKind: JsonValueKind.Object } root && root.TryGetProperty("name", out JsonElement name) && name.ValueKind == JsonValueKind.String
                ? name.GetString()
                : null;
        }
        catch (JsonException)
        {
            return null;    // it is shown among the files, and names nothing
        }
    }
}

/// <summary>A change of parameters.</summary>
/// <param name="Tick">From this tick on.</param>
/// <param name="Seconds">When that began, s.</param>
/// <param name="Values">New values, by name.</param>
public sealed record TuningOverview(long Tick, double Seconds, IReadOnlyDictionary<string, string> Values)
{
    internal static TuningOverview Of(ParameterChange change, double period)
    {
        Dictionary<string, string> values = [];
        foreach (Recording.Messages.Parameter parameter in change.Parameters) values[parameter.Name] = parameter.Value;
        return new TuningOverview((long)change.Tick, change.Tick * period, values);
    }
}

/// <summary>A command to the higher centers.</summary>
/// <param name="Tick">From this tick on.</param>
/// <param name="Seconds">When that began, s.</param>
/// <param name="Drive">How fast to walk, 0 to 1.</param>
/// <param name="Release">How far the trunk may bend, 0 to 1.</param>
/// <param name="Swim">The message to swim, 0 to 1.</param>
/// <param name="Turn">Bend, from right (−1) to left (1).</param>
/// <param name="Halt">Whether it is to stand still as it is.</param>
public sealed record CommandOverview(long Tick, double Seconds, double Drive, double Release, double Swim, double Turn, bool Halt)
{
    internal static CommandOverview Of(DescendingCommand command, double period) =>
        new((long)command.Tick, command.Tick * period, command.Drive, command.Release, command.Swim, command.Turn, command.Halt);
}

using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Locomotion.Sim.Recording;
using Locomotion.Telemetry.Comparing;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion diff</c>: in what two recorded runs differ, and from when on.</summary>
internal static class DiffCommand
{
    private static readonly Argument<string> A = RecordingSource.Argument("a");
    private static readonly Argument<string> B = RecordingSource.Argument("b");
    private static readonly Option<bool> Json = new("--json") { Description = "Print the result as JSON on standard output, and nothing else there." };

    public static Command Build()
    {
        Command command = new("diff", "Compare two recorded runs: how they were made, and every tick to the bit. Exit code 0 if every tick is the same, 1 if not.") { A, B, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        using Interrupt interrupt = new();
        using RecordingSource a = OpenedRecording.Open(parsed.GetValue(A)!), b = OpenedRecording.Open(parsed.GetValue(B)!);
        try
        {
            RunComparison comparison = WatchedWork.Run("comparing", progress => RunComparer.Compare(a.Run, b.Run, progress, interrupt.Token));
            if (parsed.GetValue(Json)) Console.Out.WriteLine(JsonSerializer.Serialize(comparison, DiffJson.Default.RunComparison));
            else ComparisonText.Write(Terminal.Out, comparison);
            return comparison.Same ? ExitCode.Done : ExitCode.CheckFailed;
        }
        catch (OperationCanceledException)
        {
            Terminal.Error.MarkupLine("[yellow]Stopped on request: not compared to the end.[/]");
            return interrupt.ExitCode;
        }
    }
}

[JsonSerializable(typeof(RunComparison))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
internal sealed partial class DiffJson : JsonSerializerContext;

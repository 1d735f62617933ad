using System.CommandLine;
using System.Text.Json;
using System.Text.Json.Serialization;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Recording;
using Locomotion.Telemetry.Inspecting;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion info</c>: what is in a recording.</summary>
internal static class InfoCommand
{
    private static readonly Argument<string> File = RecordingSource.Argument();
    private static readonly Option<bool> Json = new("--json") { Description = "Print it as JSON on standard output, and nothing else there." };

    public static Command Build()
    {
        Command command = new("info", "Show what is in a recording: what ran, how it ended, which program recorded it; also of a file that was cut, or of any MCAP file.") { File, Json };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        using Interrupt interrupt = new();
        string path = RecordingSource.PathOf(parsed.GetValue(File)!);
        using FileStream stream = RecordingSource.OpenFile(path);
        try
        {
            using MendedFile file = new(new WatchedStream(stream, _ => { }, interrupt.Token), path);
            FileOverview overview = FileOverview.Of(file, path, stream.Length);
            if (parsed.GetValue(Json)) Console.Out.WriteLine(JsonSerializer.Serialize(overview, InfoJson.Default.FileOverview));
            else OverviewTables.Write(Terminal.Out, overview);
            return ExitCode.Done;
        }
        catch (OperationCanceledException)
        {
            return interrupt.ExitCode;
        }
        catch (IOException fault)
        {
            throw new InvalidInputException("Recording", $"'{path}'", $"cannot be looked through ({fault.Message.TrimEnd('.')})", "check the disk, and the room for temporary files");
        }
    }
}

[JsonSerializable(typeof(FileOverview))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
internal sealed partial class InfoJson : JsonSerializerContext;

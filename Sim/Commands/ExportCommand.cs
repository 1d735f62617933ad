using System.CommandLine;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Exports;
using Locomotion.Sim.Recording;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion export</c>: a recording as tables for other programs.</summary>
internal static class ExportCommand
{
    private const string Digest = "digest";
    private static readonly string Names = string.Join(", ", RecordingTable.All.Select(table => table.Name));
    private static readonly Argument<string> File = RecordingSource.Argument();
    private static readonly Option<string> Out = new("--out") { Description = "Write the tables here.", HelpName = "folder", Required = true };
    private static readonly Option<string> Format = new("--format") { Description = "csv or parquet.", HelpName = "csv|parquet", DefaultValueFactory = _ => "csv" };
    private static readonly Option<string[]> Channels = new("--channel")
    {
        Description = $"Only this table: {Names}. May be given several times. Default: all but {Digest}.",
        HelpName = "channel",
    };

    public static Command Build()
    {
        Command command = new("export", "Write a recording as tables: a row a tick (inputs), a frame (state), a second (gait, loop), an event, a parameter.") { File, Out, Format, Channels };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        using Interrupt interrupt = new();
        string folder = StudyOutput.CheckedFolder(parsed.GetValue(Out)!), asked = parsed.GetValue(Format)!;
        if (!Naming.TryWord(asked, out ExportFormat format)) throw new InvalidInputException("Option --format", $"'{asked}'", "is not one of csv, parquet", "give one of them");
        RecordingTable[] tables = parsed.GetValue(Channels) is { Length: > 0 } names ? [.. names.Distinct().Select(Named)] : [.. RecordingTable.All.Where(table => table.Name != Digest)];
        using RecordingSource source = OpenedRecording.Open(parsed.GetValue(File)!);
        try
        {
            RecordingExport export = new(source.Run, () => source.ShareRead, format, interrupt.Token);
            IReadOnlyList<ExportedTable> written = WatchedWork.Run("exporting", progress => export.Write(tables, folder, progress));
            Tell(written);
            Terminal.Error.MarkupLineInterpolated($"The tables are in [bold]{folder}[/].");
            if (!written.Any(table => table.StopsAtGap)) return ExitCode.Done;
            Terminal.Error.MarkupLine("[yellow]Inputs were lost: the tables of inputs and digests end at the gap.[/]");
            return ExitCode.CheckFailed;
        }
        catch (OperationCanceledException)
        {
            Terminal.Error.MarkupLine("[yellow]Stopped on request: nothing was written.[/]");
            return interrupt.ExitCode;
        }
    }

    private static RecordingTable Named(string name) => RecordingTable.All.FirstOrDefault(table => table.Name == name)
        ?? throw new InvalidInputException("Option --channel", $"'{name}'", $"is not one of {Names}", $"did you mean '{Naming.Nearest(name, RecordingTable.All.Select(table => table.Name))}'?");

    private static void Tell(IReadOnlyList<ExportedTable> written)
    {
        Table table = new Table().RoundedBorder().AddColumn("table");
        foreach (string column in (string[])["rows", "columns", "bytes"]) table.AddColumn(new TableColumn(column).RightAligned());
        foreach (ExportedTable one in written) table.AddRow(Markup.Escape(Path.GetFileName(one.Path)), $"{one.Rows}", $"{one.Columns}", $"{new FileInfo(one.Path).Length}");
        Terminal.Out.Write(table);
    }
}

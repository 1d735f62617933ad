using System.CommandLine;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Exports;
using Locomotion.Sim.Reports;
using Locomotion.Sim.Sweeps;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion sweep results</c>: rows of a sweep's table, and pictures of them.</summary>
internal static class SweepResultsCommand
{
    private static readonly Argument<string> FileName = SweepOptions.File();
    private static readonly Option<string> Out = SweepOptions.Out();
    private static readonly Option<string?> Store = SweepOptions.Store();
    private static readonly Option<string?> Program = SweepOptions.Program();
    private static readonly Option<string> Where = new("--where") { Description = "Only these rows, as SQL has it: \"drive > 0.5 and behaviour = 'swims'\"; a column with a dot in [ ].", DefaultValueFactory = _ => "", HelpName = "condition" };
    private static readonly Option<string[]> Columns = new("--columns") { Description = "Only these columns. Several may follow.", AllowMultipleArgumentsPerToken = true, HelpName = "column" };
    private static readonly Option<int> Rows = new("--rows") { Description = "Show at most so many.", DefaultValueFactory = _ => 20 };
    private static readonly Option<bool> Csv = new("--csv") { Description = "Print all rows as comma-separated text instead." };
    private static readonly Option<string[]> Plot = new("--plot")
    {
        Description = "Draw a map (x y column) or curves with their spread (x column) as PNG and SVG.",
        AllowMultipleArgumentsPerToken = true,
        HelpName = "x [y] column",
    };
    private static readonly Option<string?> By = new("--by") { Description = "A panel of the map, or a curve, for each value of this column.", HelpName = "column" };

    public static Command Build()
    {
        Command command = new("results", "Show, select and draw the results of a sweep, finished or not.") { FileName, Out, Store, Program, Where, Columns, Rows, Csv, Plot, By };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        (SweepDesign design, SweepFolder folder) = SweepOptions.Opened(parsed.GetValue(FileName)!, parsed.GetValue(Out)!, parsed.GetValue(Store));
        SweepPicture? picture = Asked(parsed);
        using CaseStore store = SweepOptions.Read(folder);
        SweepTable table = new(design, store, parsed.GetValue(Program));
        if (picture is not null)
        {
            IReadOnlyList<string> files = WatchedWork.Run("drawing", _ => SweepPictures.Draw(picture, table, Path.Combine(folder.Own, "plots")));
            Terminal.Out.WriteLine($"Pictures: {string.Join(" and ", files)}.");
            return ExitCode.Done;
        }
        int[] chosen = Chosen(parsed.GetValue(Columns) ?? [], table.Columns);
        if (parsed.GetValue(Csv)) PrintCsv(parsed, table, chosen);
        else Show(parsed, table, chosen);
        return ExitCode.Done;
    }

    private static SweepPicture? Asked(ParseResult parsed)
    {
        string where = parsed.GetValue(Where)!;
        return parsed.GetValue(Plot) switch
        {
            null or [] => null,
            [var x, var y, var show] => new SweepPicture(x, y, show, parsed.GetValue(By), where),
            [var x, var show] => new SweepPicture(x, null, show, parsed.GetValue(By), where),
            var other => throw new InvalidInputException("Option --plot", string.Join(' ', other), "are not two or three columns", "write --plot x y column for a map, --plot x column for curves"),
        };
    }

    private static int[] Chosen(string[] names, IReadOnlyList<SweepColumn> columns)
    {
        List<string> known = [.. columns.Select(column => column.Name)];
        foreach (string name in names.Where(name => !known.Contains(name)))
            throw new InvalidInputException("Option --columns", $"'{name}'", "does not exist", $"did you mean '{Naming.Nearest(name, known)}'? There are {string.Join(", ", known)}");
        return names.Length > 0 ? [.. names.Select(name => known.IndexOf(name))] : [.. Enumerable.Range(0, columns.Count)];
    }

    private static void PrintCsv(ParseResult parsed, SweepTable table, int[] chosen)
    {
        SweepColumn[] columns = [.. chosen.Select(k => table.Columns[k])];
        using Stream stream = Console.OpenStandardOutput();
        using CsvTableWriter writer = new(stream, [.. columns.Select(column => new ExportColumn(column.Name, column.Kind))]);
        ResultFiles.Write(table.Rows(parsed.GetValue(Where)!).Select(row => (object?[])[.. chosen.Select(k => row[k])]), columns, writer);
    }

    private static void Show(ParseResult parsed, SweepTable table, int[] chosen)
    {
        Table shown = new Table().RoundedBorder();
        foreach (int k in chosen) shown.AddColumn(new TableColumn(Markup.Escape(table.Columns[k].Name)).NoWrap());
        int most = parsed.GetValue(Rows), count = 0;
        foreach (object?[] row in table.Rows(parsed.GetValue(Where)!))
        {
            if (count++ < most) shown.AddRow([.. chosen.Select(k => Markup.Escape(ReportTable.Text(row[k], new ReportColumn("", "", "0.####"))))]);
        }
        Terminal.Out.Write(shown);
        Terminal.Out.WriteLine($"{count} rows{(count > most ? $", {most} of them shown" : "")}.");
    }
}

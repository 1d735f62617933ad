using Locomotion.Sim.Experiments;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary>An experiment's findings and checks for people, on standard output.</summary>
internal static class CheckTable
{
    public static void Write(Experiment experiment, ExperimentReport report)
    {
        Table table = new Table().RoundedBorder().Title($"[bold]{Markup.Escape(experiment.Name)}[/]: {Markup.Escape(experiment.Title)}")
            .AddColumns("check", "measured", "expected", "holds");
        foreach (Check check in report.Checks)
            table.AddRow(Markup.Escape(check.What), Markup.Escape(check.MeasuredText), Markup.Escape(check.Expected), check.Holds ? "[green]yes[/]" : "[red]no[/]");
        Terminal.Out.Write(table);
        Terminal.Out.WriteLine(report.Findings);
        Terminal.Out.WriteLine($"digest {ExperimentDigest.Of(report.Tables)}");
        Terminal.Out.WriteLine();
    }
}

using System.CommandLine;
using Locomotion.Sim.Scenarios;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion scenario</c>: what comes with the program, and whether a file is right.</summary>
internal static class ScenarioCommand
{
    public static Command Build()
    {
        Command list = new("list", "List the built-in scenarios.");
        list.SetAction(_ => List());

        Argument<string> file = new("file") { Description = "A scenario file, or the name of a built-in scenario." };
        Command check = new("check", "Check a scenario file without running it.") { file };
        check.SetAction(parsed => Check(parsed.GetValue(file)!));

        Command show = new("show", "Print a built-in scenario, as a start for one's own.") { file };
        show.SetAction(parsed => Show(parsed.GetValue(file)!));

        Command schema = new("schema", "Print the JSON schema of scenario files.");
        schema.SetAction(_ => Print(ScenarioSchema.Text));
        return new Command("scenario", "List, show and check scenarios.") { list, check, show, schema };
    }

    private static int List()
    {
        Table table = new Table().RoundedBorder().AddColumns("scenario", "seconds, at most", "what happens");
        foreach (string name in BuiltInScenarios.Names)
        {
            Scenario scenario = BuiltInScenarios.Named(name);
            table.AddRow(Markup.Escape(name), $"{scenario.Seconds:0.#}", Markup.Escape(scenario.Description));
        }
        Terminal.Out.Write(table);
        return ExitCode.Done;
    }

    private static int Check(string nameOrFile)
    {
        Scenario scenario = ScenarioSource.Find(nameOrFile);
        Console.Out.WriteLine($"{nameOrFile}: '{scenario.Name}' is a scenario of {scenario.Timeline.Count} phases and at most {scenario.Seconds:0.###} s.");
        return ExitCode.Done;
    }

    private static int Show(string name) => Print(BuiltInScenarios.Text(name));

    private static int Print(string text)
    {
        Console.Out.Write(text);
        return ExitCode.Done;
    }
}

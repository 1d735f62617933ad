using System.CommandLine;
using System.Text;
using Locomotion.Sim.Sweeps;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion sweep plan</c>: what a design would run.</summary>
internal static class SweepPlanCommand
{
    private static readonly Argument<string> FileName = SweepOptions.File();
    private static readonly Option<bool> List = new("--list") { Description = "Print every case: number, key, and its value on each axis." };
    private static readonly Option<long?> Case = new("--case") { Description = "Print all that decides the case of this number, as JSON." };

    public static Command Build()
    {
        Command command = new("plan", "Show what a design would run, and check it.") { FileName, List, Case };
        command.SetAction(Run);
        return command;
    }

    private static int Run(ParseResult parsed)
    {
        SweepDesign design = SweepReader.Read(parsed.GetValue(FileName)!);
        if (parsed.GetValue(Case) is { } index)
        {
            if (index < 0 || index >= design.Count)
                throw new Controller.Parameters.InvalidInputException("Option --case", $"{index}", $"lies outside [0, {design.Count - 1}]", "choose a number inside");
            CaseCursor one = new(design, ProgramIdentity.Text);
            one.MoveTo(index);
            Console.Out.WriteLine(one.Json);
            return ExitCode.Done;
        }
        if (parsed.GetValue(List))
        {
            Print(design);
            return ExitCode.Done;
        }
        Console.Out.WriteLine($"{design.Name}: {design.Count} cases of {design.Scenario.Seconds:0.###} s, {design.Count * design.Scenario.Seconds / 3600:0.##} hours of simulated time.");
        foreach (AxisBlock block in design.Blocks)
            Console.Out.WriteLine($"  {string.Join(", ", block.Axes.Select((axis, k) => $"{axis.Name} {block.Value(0, k)} … {block.Value(block.Count - 1, k)}"))}: {block.Count}");
        return ExitCode.Done;
    }

    private static void Print(SweepDesign design)
    {
        using StreamWriter writer = new(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
        writer.Write("case,key,");
        writer.Write(string.Join(',', design.Axes.Select(axis => axis.Name)));
        writer.Write('\n');
        CaseCursor cursor = new(design, ProgramIdentity.Text);
        for (long k = 0; k < design.Count; k++)
        {
            cursor.MoveTo(k);
            writer.Write(k);
            writer.Write(',');
            writer.Write(CaseText.Word(cursor.Key));
            foreach (string value in cursor.Values)
            {
                writer.Write(',');
                writer.Write(value);
            }
            writer.Write('\n');
        }
    }
}

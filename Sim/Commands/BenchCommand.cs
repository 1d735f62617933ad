using System.CommandLine;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion bench</c>: what a step costs here, in seconds rather than minutes.</summary>
internal static class BenchCommand
{
    private static readonly int[] Segments = [8, 21, 100, 1000];
    private static readonly string[] Gaits = ["slow-walk", "fast-walk", "swim"];

    public static Command Build()
    {
        Command command = new("bench", "Time a whole step (nervous system and body) for several sizes, on land and in water.");
        command.SetAction(_ => Run());
        return command;
    }

    private static int Run()
    {
        Table table = new Table().RoundedBorder().AddColumn("segments");
        foreach (string gait in Gaits) table.AddColumn(new TableColumn($"{gait}, µs a step").RightAligned());
        table.AddColumn(new TableColumn("ns a segment, walking").RightAligned());
        Terminal.Error.Progress().AutoClear(true).Start(context =>
        {
            ProgressTask bar = context.AddTask("timing steps", maxValue: Segments.Length * Gaits.Length);
            foreach (int segments in Segments)
            {
                double[] times = new double[Gaits.Length];
                for (int g = 0; g < Gaits.Length; g++)
                {
                    times[g] = StepTiming.Measure(Sized(BuiltInScenarios.Named(Gaits[g]), segments), stepsPerBlock: Math.Max(20, 20_000 / segments));
                    bar.Increment(1);
                }
                table.AddRow([$"{segments}", .. times.Select(time => $"{time * 1e6:0.00}"), $"{times[0] * 1e9 / segments:0}"]);
            }
        });
        Terminal.Out.Write(table);
        return ExitCode.Done;
    }

    private static Scenario Sized(Scenario scenario, int segments) =>
        scenario with { Animal = scenario.Animal.With("shape.segments", $"{segments}") };
}

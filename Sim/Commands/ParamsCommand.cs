using System.CommandLine;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Animals;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion params</c>: every parameter, from the one place where each is described.</summary>
internal static class ParamsCommand
{
    public static Command Build()
    {
        Command list = new("list", "List every parameter with its default, range, unit and meaning.");
        list.SetAction(_ => List());
        return new Command("params", "The parameters of nervous system and body.") { list };
    }

    private static int List()
    {
        Table table = new Table().RoundedBorder().AddColumns("parameter", "animal", "robot", "range", "meaning", "source");
        foreach (Parameter parameter in Animal.Parameters)
        {
            table.AddRow(Markup.Escape(parameter.Name), Short(Preset.Centipede.Read(parameter)), Short(Preset.Robot.Read(parameter)),
                Markup.Escape(parameter.Range), Markup.Escape(parameter.Description.Doc), Markup.Escape(parameter.Description.Source));
        }
        Terminal.Out.Write(table);
        return ExitCode.Done;
    }

    private static string Short(string value) => double.TryParse(value, out double number) ? number.ToString("0.#####") : value;
}

using System.CommandLine;
using Locomotion.Controller.Neurons;
using Locomotion.Controller.Parameters;
using Locomotion.Body.Animals;
using Locomotion.Sim.Neurons;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion params</c>: every parameter, from the one place where each is described.</summary>
internal static class ParamsCommand
{
    public static Command Build()
    {
        Command list = new("list", "List every parameter with its default, range, unit and meaning.");
        list.SetAction(_ => List());
        Command neurons = new("neurons", "List the parameters of the neurons that `locomotion neurons` runs.");
        neurons.SetAction(_ => ListNeurons());
        return new Command("params", "The parameters of nervous system and body; of a running animal too, over MQTT.")
        {
            list, neurons, ParamsGetCommand.Build(), ParamsSetCommand.Build(), ParamsHistoryCommand.Build(), ParamsRollbackCommand.Build(), ParamsWatchCommand.Build(),
        };
    }

    private static int ListNeurons()
    {
        Table table = new Table().RoundedBorder().AddColumns("neuron", "parameter", "default", "range", "meaning", "source");
        Add(table, "simplified burster", new BursterParameters());
        Add(table, "rate", new RateParameters());
        Add(table, "biophysical", new BiophysicalParameters());
        Terminal.Out.Write(table);
        Terminal.Out.WriteLine($"Firing shapes, for --set shape=NAME: {string.Join(", ", FiringShapes.Names)}.");
        return ExitCode.Done;
    }

    private static void Add<T>(Table table, string neuron, T defaults) where T : ParameterGroup
    {
        foreach (Parameter parameter in ParameterTree.Of<T>().All)
        {
            table.AddRow(neuron, Markup.Escape(parameter.Name), Short(parameter.Read(defaults)), Markup.Escape(parameter.Range),
                Markup.Escape(parameter.Description.Doc), Markup.Escape(parameter.Source));
        }
    }

    private static int List()
    {
        Table table = new Table().RoundedBorder().AddColumns("parameter", "animal", "robot", "range", "meaning", "source");
        foreach (Parameter parameter in Animal.Parameters)
        {
            table.AddRow(Markup.Escape(parameter.Name), Short(Preset.Centipede.Read(parameter)), Short(Preset.Robot.Read(parameter)),
                Markup.Escape(parameter.Range), Markup.Escape(parameter.Description.Doc), Markup.Escape(parameter.Source));
        }
        Terminal.Out.Write(table);
        return ExitCode.Done;
    }

    private static string Short(string value) => double.TryParse(value, out double number) ? number.ToString("0.#####") : value;
}

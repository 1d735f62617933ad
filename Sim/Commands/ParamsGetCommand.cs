using System.CommandLine;
using System.Text.Json;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Clients;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion params get</c>: the values with which an animal moves now.</summary>
internal static class ParamsGetCommand
{
    private static readonly Argument<string[]> Names = new("name") { Description = "Parameters, or groups of them as legs; all without any.", Arity = ArgumentArity.ZeroOrMore };

    public static Command Build()
    {
        Command command = new Command("get", "Show the values with which a running animal moves now.") { Names, Conversation.Json }.With();
        command.SetAction(parsed => Conversation.Hold(parsed, (animal, stop) => GetAsync(parsed, animal, stop)));
        return command;
    }

    private static async Task<int> GetAsync(ParseResult parsed, AnimalClient animal, CancellationToken stop)
    {
        ParameterSet active = await new ParameterTuner(animal).ActiveAsync(stop);
        JsonElement described = (await animal.ReadAsync("describe", stop)).GetProperty("parameters");
        HashSet<string> wanted = Chosen(parsed.GetValue(Names) ?? [], active.Values.Keys);
        if (parsed.GetValue(Conversation.Json)) Console.Out.WriteLine(Line(animal, active, wanted));
        else Show(active, wanted, described);
        return ExitCode.Done;
    }

    /// <summary>The names asked for: a name, or all that begin with it and a dot.</summary>
    private static HashSet<string> Chosen(string[] asked, IEnumerable<string> all)
    {
        if (asked.Length == 0) return [.. all];
        HashSet<string> chosen = [];
        foreach (string name in asked)
        {
            string[] meant = [.. all.Where(known => known == name || known.StartsWith($"{name}.", StringComparison.Ordinal))];
            if (meant.Length == 0) throw new InvalidInputException("Parameter", $"'{name}'", "is none of this animal", $"did you mean '{Naming.Nearest(name, all)}'?");
            chosen.UnionWith(meant);
        }
        return chosen;
    }

    private static string Line(AnimalClient animal, ParameterSet active, HashSet<string> wanted) => JsonLine.Write(writer =>
    {
        writer.WriteString("animal", animal.Animal);
        writer.WriteNumber("version", active.Version);
        writer.WriteString("author", active.Author);
        writer.WriteNumber("t", active.Time);
        writer.WriteStartObject("values");
        foreach (JsonProperty value in active.Json.GetProperty("values").EnumerateObject().Where(value => wanted.Contains(value.Name))) value.WriteTo(writer);
        writer.WriteEndObject();
    });

    private static void Show(ParameterSet active, HashSet<string> wanted, JsonElement described)
    {
        Table table = new Table().RoundedBorder().AddColumns("parameter", "value", "default", "unit", "meaning");
        foreach (JsonElement parameter in described.EnumerateArray())
        {
            string name = parameter.GetProperty("name").GetString()!;
            if (!wanted.Contains(name)) continue;
            JsonElement standard = parameter.GetProperty("default");
            table.AddRow(Markup.Escape(name), Markup.Escape(active.Values[name]), Markup.Escape(standard.ValueKind == JsonValueKind.String ? standard.GetString()! : standard.GetRawText()),
                Markup.Escape(parameter.GetProperty("unit").GetString()!), Markup.Escape(parameter.GetProperty("doc").GetString()!));
        }
        Terminal.Out.Write(table);
        Terminal.Error.MarkupLineInterpolated($"Version {active.Version} by {active.Author}, since {active.Time:0.00} s.");
    }
}

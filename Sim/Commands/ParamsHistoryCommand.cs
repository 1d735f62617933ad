using System.CommandLine;
using System.Text.Json;
using Locomotion.Telemetry.Clients;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion params history</c>: the sets with which an animal has moved.</summary>
internal static class ParamsHistoryCommand
{
    public static Command Build()
    {
        Command command = new Command("history", "List the last sets of parameters of a running animal, and what each has changed.") { Conversation.Json }.With();
        command.SetAction(parsed => Conversation.Hold(parsed, async (animal, stop) =>
        {
            IReadOnlyList<ParameterSet> history = await new ParameterTuner(animal).HistoryAsync(stop);
            if (parsed.GetValue(Conversation.Json)) Print(history);
            else Show(history);
            return ExitCode.Done;
        }));
        return command;
    }

    private static string[] Changed(ParameterSet set) => set.Json.TryGetProperty("changed", out JsonElement names) ? [.. names.EnumerateArray().Select(name => name.GetString()!)] : [];

    private static void Print(IReadOnlyList<ParameterSet> history)
    {
        foreach (ParameterSet set in history) Console.Out.WriteLine(JsonLine.Write(writer => ParamsReport.Write(writer, set, Changed(set))));
    }

    private static void Show(IReadOnlyList<ParameterSet> history)
    {
        Table table = new Table().RoundedBorder();
        foreach (string column in (string[])["version", "parent", "since, s"]) table.AddColumn(new TableColumn(column).RightAligned());
        table.AddColumns("by", "changed to");
        foreach (ParameterSet set in history)
        {
            table.AddRow($"{set.Version}", $"{set.Parent}", $"{set.Time:0.00}", Markup.Escape(set.Author),
                Markup.Escape(string.Join(", ", Changed(set).Select(name => $"{name}={set.Values.GetValueOrDefault(name, "")}"))));
        }
        Terminal.Out.Write(table);
    }
}

using System.CommandLine;
using System.Text.Json;
using Locomotion.Telemetry.Clients;
using Spectre.Console;

namespace Locomotion.Sim.Commands;

/// <summary>Sets of an animal's parameters, for people and for scripts.</summary>
internal static class ParamsReport
{
    /// <summary>What is active now: some of its values.</summary>
    public static void Tell(ParseResult parsed, ParameterSet active, IReadOnlyCollection<string> names)
    {
        if (parsed.GetValue(Conversation.Json))
        {
            Console.Out.WriteLine(JsonLine.Write(writer =>
            {
                writer.WriteBoolean("ok", true);
                Write(writer, active, names);
            }));
            return;
        }
        Table table = new Table().RoundedBorder().AddColumns("parameter", "value");
        foreach (string name in names) table.AddRow(Markup.Escape(name), Markup.Escape(active.Values.GetValueOrDefault(name, "")));
        Terminal.Out.Write(table);
        Terminal.Error.MarkupLineInterpolated($"Version {active.Version} is active.");
    }

    /// <summary>A set's members, with some of its values.</summary>
    public static void Write(Utf8JsonWriter writer, ParameterSet set, IReadOnlyCollection<string> names)
    {
        writer.WriteNumber("version", set.Version);
        if (set.Parent is { } parent) writer.WriteNumber("parent", parent);
        else writer.WriteNull("parent");
        writer.WriteString("author", set.Author);
        writer.WriteNumber("t", set.Time);
        writer.WriteStartObject("values");
        foreach (JsonProperty value in set.Json.GetProperty("values").EnumerateObject().Where(value => names.Contains(value.Name))) value.WriteTo(writer);
        writer.WriteEndObject();
    }
}

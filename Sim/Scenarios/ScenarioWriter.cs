using System.Text;
using System.Text.Json;
using Locomotion.Body.Animals;
using Locomotion.Body.Ground;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Files;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Scenarios;

/// <summary>Scenarios to JSON that reads back as the same scenario.</summary>
public static class ScenarioWriter
{
    /// <summary>The scenario as JSON: the parameters in which its animal differs from the preset 'animal', and its habitat as points.</summary>
    /// <exception cref="InvalidInputException">A file may not hold it: its name has capitals, say, or a phase lasts two days.</exception>
    public static string Write(Scenario scenario)
    {
        RefuseEndless(scenario);
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, JsonText.Layout)) Write(json, scenario);
        string text = Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
        ScenarioReader.Parse(text, $"Scenario '{scenario.Name}'");      // what it refuses is not written
        return text;
    }

    /// <summary>Writes the scenario to a file: the whole of it, or nothing.</summary>
    /// <exception cref="InvalidInputException">The file cannot be written, or may not hold the scenario.</exception>
    public static void Write(Scenario scenario, string path) => WholeFile.Replace(path, Write(scenario), "Scenario file");

    /// <summary>JSON has no word for these.</summary>
    private static void RefuseEndless(Scenario scenario)
    {
        double[] numbers = [scenario.Start.X, scenario.Start.Y, scenario.Start.Heading, scenario.Habitat.WaterLevel, .. scenario.Timeline.Select(phase => phase.Seconds)];
        if (numbers.Any(number => !double.IsFinite(number)))
            throw new InvalidInputException($"Scenario '{scenario.Name}'", "start, water level or the length of a phase", "is not finite", "choose numbers");
    }

    private static void Write(Utf8JsonWriter json, Scenario scenario)
    {
        json.WriteStartObject();
        json.WriteString("name", scenario.Name);
        json.WriteString("description", scenario.Description);
        json.WriteNumber("seed", scenario.Seed);
        json.WriteNumber("step", scenario.Timing.Step);
        json.WriteNumber("plant_period", scenario.Timing.Period);
        Write(json, scenario.Start);
        Write(json, scenario.Habitat);
        Write(json, scenario.Animal);
        Write(json, "lesions", scenario.Lesions);
        Write(json, "tuning", scenario.Tuning);
        json.WriteStartArray("timeline");
        foreach (ScenarioPhase phase in scenario.Timeline) Write(json, phase);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write<T>(Utf8JsonWriter json, string key, IReadOnlyList<T> list) where T : notnull
    {
        if (list.Count == 0) return;
        json.WriteStartArray(key);
        foreach (T item in list) json.WriteStringValue(item.ToString());
        json.WriteEndArray();
    }

    private static void Write(Utf8JsonWriter json, StartPose start)
    {
        json.WriteStartObject("start");
        json.WriteNumber("x", start.X);
        json.WriteNumber("y", start.Y);
        json.WriteNumber("heading", start.Heading);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Habitat habitat)
    {
        json.WriteStartObject("habitat");
        json.WriteStartArray("ground");
        foreach ((double x, double height) in habitat.Profile) json.WriteRawValue($"[{Naming.Number(x)}, {Naming.Number(height)}]");
        json.WriteEndArray();
        json.WriteNumber("water_level", habitat.WaterLevel);
        if (habitat.Gaps.Any())
        {
            json.WriteStartArray("gaps");
            foreach ((double from, double to) in habitat.Gaps) json.WriteRawValue($"[{Naming.Number(from)}, {Naming.Number(to)}]");
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Animal animal)
    {
        json.WriteStartObject("set");
        foreach (Parameter parameter in Animal.Parameters)
        {
            string value = animal.Read(parameter);
            if (value == Preset.Centipede.Read(parameter)) continue;
            json.WritePropertyName(parameter.Name);
            if (parameter.Type.IsEnum) json.WriteStringValue(value);
            else json.WriteRawValue(value);
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ScenarioPhase phase)
    {
        json.WriteStartObject();
        json.WriteString("name", phase.Name);
        Write(json, phase.Command);
        json.WriteNumber("seconds", phase.Seconds);
        if (phase.Until != PhaseEnd.Time) json.WriteString("until", Naming.Word(phase.Until));
        json.WriteString("expect", Naming.Word(phase.Expect));
        json.WriteEndObject();
    }

    /// <summary>By the name of a gait if it is one, else number by number.</summary>
    private static void Write(Utf8JsonWriter json, DescendingCommand command)
    {
        if (Gait.All.FirstOrDefault(gait => gait.Command == command) is { } known)
        {
            json.WriteString("gait", known.Name);
            return;
        }
        json.WriteNumber("drive", command.Drive);
        json.WriteNumber("release", command.Release);
        json.WriteNumber("swim", command.Swim);
        json.WriteNumber("turn", command.Turn);
    }
}

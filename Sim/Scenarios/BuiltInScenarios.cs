using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Scenarios;

/// <summary>The scenarios that come with the program.</summary>
public static class BuiltInScenarios
{
    /// <summary>The one that runs when none is named.</summary>
    public const string Default = "amphibious";

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names { get; } = ["slow-walk", "fast-walk", "swim", Default, "auto"];

    /// <summary>The scenario of that name.</summary>
    /// <exception cref="InvalidInputException">There is none.</exception>
    public static Scenario Named(string name) => ScenarioReader.Parse(Text(name), $"{name}.jsonc");

    /// <summary>The file of the scenario of that name, with its comments.</summary>
    /// <exception cref="InvalidInputException">There is none.</exception>
    public static string Text(string name)
    {
        if (!Names.Contains(name))
            throw new InvalidInputException("Built-in scenario", $"'{name}'", "does not exist", $"use one of {string.Join(", ", Names)}");
        using Stream file = typeof(BuiltInScenarios).Assembly.GetManifestResourceStream($"scenarios/{name}.jsonc")
            ?? throw new InvalidOperationException($"The scenario '{name}' is missing from the program; see EmbeddedResource in Locomotion.Sim.csproj.");
        using StreamReader text = new(file);
        return text.ReadToEnd();
    }
}

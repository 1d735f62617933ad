using Locomotion.Controller.Files;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Scenarios;

/// <summary>A scenario from what a person typed.</summary>
public static class ScenarioSource
{
    /// <summary>The built-in scenario of that name, else the one in the file of that path.</summary>
    /// <exception cref="InvalidInputException">It is neither, or the file holds no valid scenario.</exception>
    public static Scenario Find(string nameOrPath)
    {
        if (BuiltInScenarios.Names.Contains(nameOrPath)) return BuiltInScenarios.Named(nameOrPath);
        if (Path.Exists(nameOrPath)) return ScenarioReader.Read(nameOrPath);
        string nearest = Naming.Nearest(JsonPlace.Shorten(Path.GetFileNameWithoutExtension(nameOrPath)), BuiltInScenarios.Names);
        throw new InvalidInputException("Scenario", $"'{nameOrPath}'", "is neither built in nor a file",
            $"did you mean '{nearest}'? Built in: {string.Join(", ", BuiltInScenarios.Names)}; of a file give the path");
    }
}

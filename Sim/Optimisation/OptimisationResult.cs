using Locomotion.Controller.Files;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Optimisation;

/// <summary>The best values an optimisation found, and how it found them. The same run has the same bytes: no date, no machine.</summary>
/// <param name="Values">The best values by name, in the order of the objective.</param>
/// <param name="Objective">Name of the objective.</param>
/// <param name="Description">What its cost is made of.</param>
/// <param name="Seed">What the random numbers followed from.</param>
/// <param name="Population">Candidates a generation.</param>
/// <param name="Generations">Generations in all.</param>
/// <param name="Evaluations">Costs that were computed, that of the start included.</param>
/// <param name="StartCost">Cost of the start; infinite if it was not finite.</param>
/// <param name="BestCost">Cost of the values; infinite if none was finite, and then the values are those of the start.</param>
public sealed record OptimisationResult(
    IReadOnlyList<KeyValuePair<string, double>> Values, string Objective, string Description,
    ulong Seed, int Population, int Generations, int Evaluations, double StartCost, double BestCost)
{
    /// <summary>As JSON: "set" holds the values by name, "provenance" the rest. Each number reads back as the same double.</summary>
    public string ToJson() => CheckpointWriter.Text(json =>
    {
        json.WriteStartObject("set");
        foreach ((string name, double value) in Values) json.WriteNumber(name, value);
        json.WriteEndObject();
        json.WriteStartObject("provenance");
        json.WriteString("objective", Objective);
        json.WriteString("description", Description);
        json.WriteNumber("seed", Seed);
        json.WriteNumber("population", Population);
        json.WriteNumber("generations", Generations);
        json.WriteNumber("evaluations", Evaluations);
        CheckpointWriter.Cost(json, "start_cost", StartCost);
        CheckpointWriter.Cost(json, "best_cost", BestCost);
        json.WriteEndObject();
    });

    /// <summary>Writes <see cref="ToJson"/> to a file: the whole of it, or nothing.</summary>
    /// <exception cref="InvalidInputException">The file cannot be written; what was there stays.</exception>
    public void Save(string path) => WholeFile.Replace(path, ToJson(), "Result file");
}

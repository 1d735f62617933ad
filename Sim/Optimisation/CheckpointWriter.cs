using System.Text;
using System.Text.Json;
using Locomotion.Controller.Files;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Optimisation;

/// <summary>Checkpoints to JSON that reads back to the bit.</summary>
public static class CheckpointWriter
{
    /// <summary>The checkpoint as text.</summary>
    public static string Write(OptimisationCheckpoint checkpoint) => Text(json =>
    {
        json.WriteString("objective", checkpoint.Objective);
        json.WriteString("description", checkpoint.Description);
        json.WriteNumber("seed", checkpoint.State.Seed);
        json.WriteNumber("population", checkpoint.State.Population);
        json.WriteNumber("first_sigma", checkpoint.FirstSigma);
        json.WriteStartArray("parameters");
        foreach (OptimisedParameter parameter in checkpoint.Parameters) Write(json, parameter);
        json.WriteEndArray();
        Cost(json, "start_cost", checkpoint.StartCost);
        Write(json, checkpoint.State);
    });

    /// <summary>An object as text, with what <paramref name="fields"/> writes into it.</summary>
    internal static string Text(Action<Utf8JsonWriter> fields)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes, JsonText.Layout))
        {
            json.WriteStartObject();
            fields(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray()) + "\n";
    }

    /// <summary>A cost, or null for one that is not finite: JSON has no word for it.</summary>
    internal static void Cost(Utf8JsonWriter json, string key, double cost)
    {
        if (double.IsFinite(cost)) json.WriteNumber(key, cost);
        else json.WriteNull(key);
    }

    private static void Write(Utf8JsonWriter json, OptimisedParameter parameter)
    {
        json.WriteStartObject();
        json.WriteString("name", parameter.Name);
        json.WriteNumber("min", parameter.Min);
        json.WriteNumber("max", parameter.Max);
        json.WriteNumber("start", parameter.Start);
        json.WriteString("unit", parameter.Unit);
        json.WriteString("scale", CheckpointReader.Scale(parameter));
        if (parameter.Decimals is { } decimals) json.WriteNumber("decimals", decimals);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, CmaEsState state)
    {
        int n = state.Mean.Length;
        json.WriteNumber("generation", state.Generation);
        json.WriteNumber("sigma", state.Sigma);
        Vector(json, "mean", state.Mean);
        json.WriteStartArray("covariance");      // its lower triangle
        for (int i = 0; i < n; i++) json.WriteRawValue(Row(state.Covariance.AsSpan(i * n, i + 1)));
        json.WriteEndArray();
        Vector(json, "step_path", state.StepPath);
        Vector(json, "covariance_path", state.CovariancePath);
        Cost(json, "best_cost", state.BestCost);
        Vector(json, "best", state.Best ?? []);
    }

    private static void Vector(Utf8JsonWriter json, string key, double[] values)
    {
        json.WritePropertyName(key);
        json.WriteRawValue(Row(values));
    }

    private static string Row(ReadOnlySpan<double> values) => $"[{string.Join(", ", values.ToArray().Select(Naming.Number))}]";
}

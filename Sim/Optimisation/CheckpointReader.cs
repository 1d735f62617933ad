using System.Text.Json;
using Locomotion.Controller.Files;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Optimisation;

/// <summary>Checkpoints from JSON: every number is checked before it is used, and a refusal says where it stands.</summary>
public static class CheckpointReader
{
    private static readonly string[] Keys =
    [
        "objective", "description", "seed", "population", "first_sigma", "parameters", "start_cost",
        "generation", "sigma", "mean", "covariance", "step_path", "covariance_path", "best_cost", "best",
    ];

    /// <summary>The checkpoint in <paramref name="bytes"/>, which messages call <paramref name="source"/>.</summary>
    /// <exception cref="InvalidInputException">It is none, or damaged.</exception>
    public static OptimisationCheckpoint Read(byte[] bytes, string source)
    {
        if (bytes.AsSpan().Trim(" \t\r\n"u8).IsEmpty)
            throw new InvalidInputException(source, "its text", "is empty", "remove the file to start anew");
        using JsonDocument document = JsonText.Document(bytes, source);
        JsonPlace root = new(source, "$", document.RootElement);
        JsonFields fields = root.Fields(Keys);
        List<OptimisedParameter> parameters = [.. Field(fields, "parameters").Items().Select(Parameter)];
        int n = parameters.Count;
        double bestCost = Cost(Field(fields, "best_cost"));
        CmaEsState state = new()
        {
            Seed = Field(fields, "seed").Whole(),
            Population = Count(Field(fields, "population"), CmaEsCoefficients.LeastPopulation),
            Generation = Count(Field(fields, "generation"), 0),
            Sigma = Field(fields, "sigma").Number(double.Epsilon, double.MaxValue, "of the range"),
            Mean = Vector(Field(fields, "mean"), n),
            Covariance = Covariance(Field(fields, "covariance"), n),
            StepPath = Vector(Field(fields, "step_path"), n),
            CovariancePath = Vector(Field(fields, "covariance_path"), n),
            BestCost = bestCost,
            Best = double.IsFinite(bestCost) ? Vector(Field(fields, "best"), n) : null,
        };
        return new OptimisationCheckpoint(
            Field(fields, "objective").Text(), Field(fields, "description").Text(), parameters,
            Field(fields, "first_sigma").Number(), Cost(Field(fields, "start_cost")), state);
    }

    /// <summary>How a file calls the scale of a parameter.</summary>
    internal static string Scale(OptimisedParameter parameter) => parameter.Logarithmic ? "logarithmic" : "linear";

    private static JsonPlace Field(JsonFields fields, string key) => fields.Required(key, "...");

    private static OptimisedParameter Parameter(JsonPlace place)
    {
        JsonFields fields = place.Fields("name", "min", "max", "start", "unit", "scale", "decimals");
        string name = Field(fields, "name").Text(), unit = Field(fields, "unit").Text();
        double min = Field(fields, "min").Number(), max = Field(fields, "max").Number(), start = Field(fields, "start").Number();
        bool logarithmic = Field(fields, "scale").Word(["linear", "logarithmic"]) == "logarithmic";
        int? decimals = fields["decimals"] is { } digits ? Count(digits, 0) : null;
        return place.Check(() => new OptimisedParameter(name, min, max, start, unit, logarithmic) { Decimals = decimals });
    }

    private static int Count(JsonPlace place, int least)
    {
        ulong count = place.Whole();
        return count >= (ulong)least && count <= int.MaxValue
            ? (int)count
            : throw place.Refuse($"lies outside [{least}, {int.MaxValue}]", "restore the file, or remove it to start anew");
    }

    private static double Cost(JsonPlace place) => place.Element.ValueKind == JsonValueKind.Null ? double.PositiveInfinity : place.Number();

    private static double[] Vector(JsonPlace place, int length)
    {
        double[] values = [.. place.Items().Select(item => item.Number())];
        return values.Length == length
            ? values
            : throw place.Refuse($"{values.Length} numbers", $"are not {length}", "restore the file, or remove it to start anew");
    }

    /// <summary>The whole matrix from its lower triangle.</summary>
    private static double[] Covariance(JsonPlace place, int n)
    {
        IReadOnlyList<JsonPlace> rows = place.Items();
        if (rows.Count != n) throw place.Refuse($"{rows.Count} rows", $"are not {n}", "restore the file, or remove it to start anew");
        var covariance = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            double[] row = Vector(rows[i], i + 1);
            for (int j = 0; j <= i; j++) covariance[i * n + j] = covariance[j * n + i] = row[j];
        }
        return n == 0 || new SymmetricEigen(covariance, n).Values[0] > 0
            ? covariance
            : throw place.Refuse("is no covariance: an eigenvalue is not positive", "restore the file, or remove it to start anew");
    }
}

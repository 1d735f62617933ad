using Locomotion.Controller.Files;
using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Optimisation;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Sweeps;

/// <summary>Candidates of an optimisation as work: the result of each is its cost.</summary>
public sealed class CandidatesWork : IWork
{
    /// <summary>The key under which a file names the objective.</summary>
    internal const string ObjectiveKey = "objective";

    private const string ValuesKey = "candidates";

    private readonly IObjective objective;
    private readonly IReadOnlyList<double[]> candidates;

    private CandidatesWork(IObjective objective, IReadOnlyList<double[]> candidates, string file)
    {
        this.objective = objective;
        this.candidates = candidates;
        File = file;
    }

    /// <inheritdoc/>
    public long Count => candidates.Count;

    /// <inheritdoc/>
    public string File { get; }

    /// <summary>Candidates that are written to <paramref name="file"/>, for other processes.</summary>
    /// <exception cref="InvalidInputException">It cannot be written.</exception>
    public static CandidatesWork Write(IObjective objective, IReadOnlyList<double[]> candidates, string file)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter json = new(bytes))
        {
            json.WriteStartObject();
            json.WriteString(ObjectiveKey, objective.Name);
            json.WriteStartArray(ValuesKey);
            foreach (double[] values in candidates)
            {
                json.WriteStartArray();
                foreach (double value in values) json.WriteNumberValue(value);
                json.WriteEndArray();
            }
            json.WriteEndArray();
            json.WriteEndObject();
        }
        WholeFile.Replace(file, bytes.ToArray(), "Candidates");
        return new CandidatesWork(objective, candidates, file);
    }

    /// <summary>The candidates in a file.</summary>
    /// <exception cref="InvalidInputException">Its objective is not known here.</exception>
    public static CandidatesWork Read(JsonElement root, string file)
    {
        BurstingCordObjective known = new();
        string name = root.GetProperty(ObjectiveKey).GetString() ?? "";
        if (name != known.Name) throw new InvalidInputException($"Candidates '{file}'", $"objective '{name}'", "is not known", $"known is {known.Name}");
        return new CandidatesWork(known, [.. root.GetProperty(ValuesKey).EnumerateArray().Select(values => values.EnumerateArray().Select(value => value.GetDouble()).ToArray())], file);
    }

    /// <inheritdoc/>
    public IWorker NewWorker() => new Worker(objective, candidates);

    /// <summary>The cost in a result.</summary>
    public static double Cost(byte[] content) => BitConverter.ToDouble(content);

    private sealed class Worker(IObjective objective, IReadOnlyList<double[]> candidates) : IWorker
    {
        public UInt128 Key(long piece)
        {
            string values = string.Join(',', candidates[(int)piece].Select(Naming.Number));
            return XxHash128.HashToUInt128(Encoding.UTF8.GetBytes($"{ProgramIdentity.Text}\n{objective.Name}\n{objective.Description}\n{values}"));
        }

        public WorkResult? Do(long piece, CancellationToken stop) =>
            stop.IsCancellationRequested ? null : new WorkResult(Outcome.Done, BitConverter.GetBytes(objective.Cost(candidates[(int)piece])));

        public byte[] Lost(string reason) => BitConverter.GetBytes(double.PositiveInfinity);
    }
}

using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Locomotion.Controller;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Recording;

/// <summary>What a controller is made of: with this and its inputs a run can be repeated. In a recording, the attachment controller.json.</summary>
/// <param name="Segments">Leg-bearing segments.</param>
/// <param name="Parameters">What can be tuned, as it was at the start.</param>
/// <param name="Timing">Step and plant period.</param>
/// <param name="Seed">Of the oscillators' first states.</param>
/// <param name="Lesions">What is taken from the animal, and when.</param>
public sealed record ControllerSetup(int Segments, ControllerParameters Parameters, LoopTiming Timing, ulong Seed, IReadOnlyList<Lesion> Lesions)
{
    private const string Remedy = "the recording is damaged or of a newer version; `locomotion info` shows which program wrote it";

    /// <summary>The controller itself, before its first step.</summary>
    /// <exception cref="InvalidInputException">A lesion does not fit the animal.</exception>
    public CentipedeController Build() => new(Segments, Parameters, Timing, Seed, Lesions);

    /// <summary>As JSON; every parameter is named, so that other defaults change nothing.</summary>
    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(new Form
    {
        Segments = Segments,
        Step = Timing.Step,
        PlantPeriod = Timing.Period,
        Seed = Seed,
        Lesions = [.. Lesions.Select(lesion => lesion.ToString())],
        Parameters = ControllerParameters.Tree.All.ToDictionary(parameter => parameter.Name, parameter => parameter.Read(Parameters)),
    }, SetupJson.Default.Form);

    /// <summary>Reads what <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="InvalidInputException">It is no such text, or a value in it is refused.</exception>
    public static ControllerSetup FromJson(ReadOnlySpan<byte> json)
    {
        Form form;
        try
        {
            form = JsonSerializer.Deserialize(json, SetupJson.Default.Form) ?? throw Refused("null", "is no controller");
        }
        catch (JsonException broken)
        {
            throw Refused($"'{Encoding.UTF8.GetString(json[..Math.Min(json.Length, 40)])}'", $"cannot be read ({broken.Message.Split('.')[0]})");
        }
        ControllerParameters parameters = new();
        foreach ((string name, string value) in form.Parameters) parameters = With(parameters, name, value);
        return new ControllerSetup(form.Segments, parameters, new LoopTiming(form.Step, form.PlantPeriod), form.Seed, [.. form.Lesions.Select(Lesion.Parse)]);
    }

    /// <summary>A copy of a parameter set in which one has another value, both as text.</summary>
    /// <exception cref="InvalidInputException">There is no such parameter here, or it cannot have that value.</exception>
    public static ControllerParameters With(ControllerParameters parameters, string name, string value) => ControllerParameters.Tree.Has(name)
        ? ControllerParameters.Tree[name].Write(parameters, value)
        : throw new InvalidInputException("Recorded parameter", $"'{name}'", "is not known to this program", "replay with the version that recorded: `locomotion info` shows it");

    private static InvalidInputException Refused(string value, string rule) => new("Recorded controller", value, rule, Remedy);

    internal sealed record Form
    {
        public required int Segments { get; init; }
        public required double Step { get; init; }
        public required double PlantPeriod { get; init; }
        public required ulong Seed { get; init; }
        public required IReadOnlyList<string> Lesions { get; init; }
        public required IReadOnlyDictionary<string, string> Parameters { get; init; }
    }
}

[JsonSerializable(typeof(ControllerSetup.Form))]
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, WriteIndented = true)]
internal sealed partial class SetupJson : JsonSerializerContext;

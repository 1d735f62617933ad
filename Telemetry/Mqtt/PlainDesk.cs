using System.Text.Json;
using Locomotion.Controller;
using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>The simplest desk: values are staged against the active version, then committed at once.</summary>
/// <param name="tune">Asks the loop for another set.</param>
/// <param name="voice">Where the desk says what holds.</param>
/// <param name="period">The loop's, s.</param>
public sealed class PlainDesk(Action<ControllerParameters> tune, IAnimalVoice voice, double period) : IParameterDesk
{
    private const int MostCandidates = 16;

    private readonly Dictionary<string, ControllerParameters> candidates = [];
    private readonly Dictionary<ControllerParameters, string> authors = new(ReferenceEqualityComparer.Instance);
    private ControllerParameters active = new();
    private long version;

    /// <inheritdoc/>
    public CommandReply Handle(JsonElement command) => command.GetProperty("op").GetString() switch
    {
        "stage" => Stage(command),
        "commit" => Commit(command),
        "discard" => candidates.Remove(Client(command)) ? Done("Forgotten.") : No(RefusalCode.NothingStaged, "There is no candidate."),
        _ => No(RefusalCode.UnknownOp, "This animal knows stage, commit and discard."),
    };

    /// <inheritdoc/>
    public void Applied(long tick, ControllerParameters set)
    {
        long? parent = version == 0 ? null : version;
        active = set;
        version++;
        authors.Remove(set, out string? author);
        author ??= "scenario";
        voice.Keep("params/active", JsonPayload.Write(writer =>
        {
            writer.WriteNumber("version", version);
            writer.WriteString("hash", ParameterJson.Hash(set));
            if (parent is { } known) writer.WriteNumber("parent", known);
            else writer.WriteNull("parent");
            writer.WriteString("author", author);
            writer.WriteNumber("tick", tick);
            writer.WriteNumber("t", tick * period);
            writer.WriteNull("confirm_until");
            writer.WriteStartObject("values");
            ParameterJson.WriteValues(writer, set);
            writer.WriteEndObject();
        }));
        if (parent is null) return;
        voice.Say("event/commit", JsonPayload.Write(writer =>
        {
            writer.WriteNumber("tick", tick);
            writer.WriteNumber("t", tick * period);
            writer.WriteNumber("version", version);
            writer.WriteString("author", author);
        }));
    }

    private CommandReply Stage(JsonElement command)
    {
        if (!command.TryGetProperty("base_version", out JsonElement based) || based.ValueKind != JsonValueKind.Number || !based.TryGetInt64(out long baseVersion))
            return No(RefusalCode.Malformed, "'base_version' is no whole number.");
        if (!command.TryGetProperty("values", out JsonElement values) || values.ValueKind != JsonValueKind.Object) return No(RefusalCode.Malformed, "'values' is no object.");
        if (baseVersion != version) return No(RefusalCode.Version, $"Version {version} is active.");
        ControllerParameters candidate = active;
        List<FieldRefusal> refusals = [];
        foreach (JsonProperty value in values.EnumerateObject())
        {
            try
            {
                candidate = ParameterJson.With(candidate, value.Name, value.Value);
                if (ControllerParameters.Tree[value.Name].Description.AtRest) refusals.Add(new(value.Name, RefusalCode.AtRest, "It may only change while the animal rests."));
            }
            catch (InvalidInputException invalid)
            {
                refusals.Add(new(value.Name, RefusalCode.Field, invalid.Message));
            }
        }
        if (refusals.Count > 0) return No(RefusalCode.Field, "Nothing is staged.") with { Refusals = refusals };
        if (candidates.Count == MostCandidates && !candidates.ContainsKey(Client(command))) candidates.Clear();
        candidates[Client(command)] = candidate;
        return Done("It waits for a commit.");
    }

    private CommandReply Commit(JsonElement command)
    {
        if (command.TryGetProperty("when", out JsonElement when) && !(when.ValueKind == JsonValueKind.String && when.ValueEquals("now"))) return No(RefusalCode.Malformed, "'when' is not \"now\".");
        string client = Client(command);
        if (!candidates.Remove(client, out ControllerParameters? candidate)) return No(RefusalCode.NothingStaged, "There is no candidate.");
        candidates.Clear();     // they were staged against another version
        candidate = candidate with { };
        authors[candidate] = client;
        tune(candidate);
        return new(RefusalCode.Accepted, "It holds from the next tick on.") { Version = version + 1 };
    }

    private static string Client(JsonElement command) => command.GetProperty("client").GetString()!;

    private CommandReply Done(string message) => new(RefusalCode.Ok, message) { Version = version };

    private CommandReply No(string code, string message) => new(code, message) { Version = version };
}

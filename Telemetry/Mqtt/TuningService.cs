using System.Text.Json;
using Locomotion.Controller;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>The desk for tuning on MQTT: takes params/cmd, says params/active, params/history, params/lease, and what happens to the set.</summary>
/// <param name="desk">Where it is decided.</param>
/// <param name="voice">Where the animal speaks.</param>
/// <param name="card">Who it is: sets of parameters are told with its session, and times as its loop counts them.</param>
public sealed class TuningService(TuningDesk desk, IAnimalVoice voice, AnimalCard card) : IParameterDesk
{
    private readonly HashSet<long> kept = [];           // versions whose history is said
    private readonly Dictionary<(string Client, string Id), ReplyPath> onTrial = [];     // where the outcome is wanted; one trial runs at a time
    private (long Number, long? ConfirmUntil)? told;    // of the active version
    private (string Client, DateTimeOffset Until)? holder;
    private bool begun;

    private double Period => card.Timing.Period;

    /// <inheritdoc/>
    public CommandReply Handle(JsonElement command, in ReplyPath path)
    {
        (TuningRequest? request, CommandReply? refusal) = TuningCommand.Read(command);
        if (request is null) return refusal! with { Version = desk.Active.Number };
        TuningReply reply = desk.Handle(request);
        if (request is TrialRequest && reply.Code == TuningCode.Accepted) onTrial[(reply.Client, reply.Id)] = path;
        Tell();
        return Answer(reply);
    }

    /// <inheritdoc/>
    public void Applied(long tick, ControllerParameters set) => Tell();

    /// <inheritdoc/>
    public void Pass(long tick) => Tell();

    private void Tell()
    {
        while (desk.TryTakeEvent(out TuningEvent? happened)) Tell(happened);
        while (desk.TryTakeReply(out TuningReply? late))
        {
            onTrial.Remove((late.Client, late.Id), out ReplyPath path);
            voice.Reply(path, $"params/reply/{late.Client}", Answer(late).ToJson("params", late.Id, late.Op, late.Tick));
        }
        TuningVersion active = desk.Active;
        if (told != (active.Number, active.ConfirmUntil)) TellVersions(active);
        if (!begun || desk.LeaseHolder != holder) TellLease();
        begun = true;
    }

    private void Tell(TuningEvent happened)
    {
        string kind = happened.Kind switch
        {
            TuningEventKind.Committed or TuningEventKind.Adopted => "commit",
            TuningEventKind.Reverted => "revert",
            TuningEventKind.RampDone => "ramp",
            _ => "drop",
        };
        voice.Say($"event/{kind}", JsonPayload.Write(writer =>
        {
            writer.WriteNumber("tick", happened.Tick);
            writer.WriteNumber("t", happened.Tick * Period);
            if (happened.Version is { } version) writer.WriteNumber("version", version.Number);
            writer.WriteString("author", happened.Version?.Author);
            writer.WriteString("message", happened.Message);
        }));
    }

    private void TellVersions(TuningVersion active)
    {
        told = (active.Number, active.ConfirmUntil);
        voice.Keep("params/active", JsonPayload.Write(writer => Write(writer, active)));
        IReadOnlyList<TuningVersion> history = desk.History;
        foreach (TuningVersion version in history)
        {
            if (!kept.Add(version.Number)) continue;
            voice.Keep($"params/history/{version.Number}", JsonPayload.Write(writer =>
            {
                Write(writer, version);
                writer.WriteStartArray("changed");
                foreach (string name in version.Changed) writer.WriteStringValue(name);
                writer.WriteEndArray();
            }));
        }
        foreach (long number in kept.Where(number => !history.Any(version => version.Number == number)).ToArray())
        {
            kept.Remove(number);
            voice.Keep($"params/history/{number}", []);
        }
    }

    private void TellLease()
    {
        holder = desk.LeaseHolder;
        voice.Keep("params/lease", JsonPayload.Write(writer =>
        {
            writer.WriteString("client", holder?.Client);
            if (holder is { } who) writer.WriteNumber("until", who.Until.ToUnixTimeMilliseconds());
            else writer.WriteNull("until");
        }));
    }

    private void Write(Utf8JsonWriter writer, TuningVersion version)
    {
        writer.WriteNumber("session", card.Session);
        writer.WriteNumber("version", version.Number);
        writer.WriteString("hash", $"{version.Hash:x16}");
        if (version.Parent > 0) writer.WriteNumber("parent", version.Parent);
        else writer.WriteNull("parent");
        writer.WriteString("author", version.Author);
        writer.WriteNumber("tick", version.Tick);
        writer.WriteNumber("t", version.Tick * Period);
        if (version.ConfirmUntil is { } until) writer.WriteNumber("confirm_until", until * Period);
        else writer.WriteNull("confirm_until");
        writer.WriteStartObject("values");
        ParameterJson.WriteValues(writer, version.Set);
        writer.WriteEndObject();
    }

    private static CommandReply Answer(TuningReply reply) => new(reply.CodeWord, reply.Message)
    {
        Version = reply.Version,
        Refusals = [.. reply.Refusals.Select(refusal => new FieldRefusal(refusal.Name, Naming.Word(refusal.Code), refusal.Message))],
        More = reply.History.Count == 0 ? null : writer => WriteHistory(writer, reply.History),
    };

    private static void WriteHistory(Utf8JsonWriter writer, IReadOnlyList<TuningVersion> history)
    {
        writer.WriteStartArray("history");
        foreach (TuningVersion version in history)
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", version.Number);
            writer.WriteNumber("parent", version.Parent);
            writer.WriteString("author", version.Author);
            writer.WriteNumber("tick", version.Tick);
            writer.WriteString("hash", $"{version.Hash:x16}");
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }
}

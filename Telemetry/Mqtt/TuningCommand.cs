using System.Text.Json;
using Locomotion.Controller;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>From the JSON of params/cmd to what the desk is asked.</summary>
internal static class TuningCommand
{
    private static readonly string[] Common = ["id", "client", "expires", "op"];

    /// <summary>The request, or what is wrong with the command.</summary>
    public static (TuningRequest? Request, CommandReply? Refusal) Read(JsonElement command)
    {
        string client = command.Text("client")!, id = command.Text("id")!;
        return command.Text("op") switch
        {
            "lease" => Checked(command, ["seconds"], () => command.Number("seconds") is > 0 and var seconds ? new LeaseRequest(client, id, seconds) : null, "'seconds' is no number above 0."),
            "release" => Checked(command, [], () => new ReleaseRequest(client, id)),
            "stage" => Checked(command, ["base_version", "values"], () => Stage(command, client, id), "'base_version' is no whole number, or 'values' no object."),
            "set" => Checked(command, ["values"], () => Values(command) is { } values ? new SetRequest(client, id, values) : null, "'values' is no object."),
            "discard" => Checked(command, [], () => new DiscardRequest(client, id)),
            "commit" => Checked(command, ["when", "ramp_cycles", "confirm_s"], () => Commit(command, client, id),
                "'when' is none of \"now\", {\"tick\"} and {\"phase\"}, or 'ramp_cycles' or 'confirm_s' is no number from 0."),
            "confirm" => Checked(command, ["version"], () => command.Whole("version") is { } version ? new ConfirmRequest(client, id, version) : null, "'version' is no whole number."),
            "revert" => Checked(command, [], () => new RevertRequest(client, id)),
            "rollback" => Checked(command, ["version"], () => command.Whole("version") is { } version ? new RollbackRequest(client, id, version) : null, "'version' is no whole number."),
            "trial" => Checked(command, ["cycles"], () => command.Whole("cycles") is > 0 and <= TuningDesk.MostTrialCycles and var cycles ? new TrialRequest(client, id, (int)cycles) : null,
                $"'cycles' is no whole number from 1 to {TuningDesk.MostTrialCycles}."),
            "history" => Checked(command, [], () => new HistoryRequest(client, id)),
            _ => (null, new(RefusalCode.UnknownOp, "'op' is none of lease, release, stage, set, discard, commit, confirm, revert, rollback, trial, history.")),
        };
    }

    private static (TuningRequest?, CommandReply?) Checked(JsonElement command, string[] own, Func<TuningRequest?> read, string flaw = "")
    {
        if (command.Stranger([.. Common, .. own]) is { } stranger) return (null, new(RefusalCode.Malformed, $"'{stranger}' is unknown."));
        return read() is { } request ? (request, null) : (null, new(RefusalCode.Malformed, flaw));
    }

    private static StageRequest? Stage(JsonElement command, string client, string id)
    {
        if (command.Whole("base_version") is not { } version) return null;
        return Values(command) is { } values ? new StageRequest(client, id, version, values) : null;
    }

    private static Assignment[]? Values(JsonElement command) => command.TryGetProperty("values", out JsonElement values) && values.ValueKind == JsonValueKind.Object
        ? [.. values.EnumerateObject().Select(value => new Assignment(value.Name, TextOf(value)))]
        : null;

    /// <summary>A text is a value of choices alone; as a number's it keeps its quotes, and so is refused.</summary>
    private static string TextOf(JsonProperty value) => value.Value.ValueKind switch
    {
        JsonValueKind.String when ControllerParameters.Tree.Has(value.Name) && ControllerParameters.Tree[value.Name].Type.IsEnum => value.Value.GetString()!,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => value.Value.GetRawText(),
    };

    private static CommitRequest? Commit(JsonElement command, string client, string id)
    {
        if (When(command) is not { } when) return null;
        double ramp = Optional(command, "ramp_cycles") ?? 0;
        double? confirm = Optional(command, "confirm_s");
        return ramp >= 0 && confirm is null or >= 0 ? new CommitRequest(client, id) { When = when, RampCycles = ramp, ConfirmSeconds = confirm } : null;
    }

    private static CommitTime? When(JsonElement command)
    {
        if (!command.TryGetProperty("when", out JsonElement when)) return CommitTime.Now;
        if (when.ValueKind == JsonValueKind.String) return when.ValueEquals("now") ? CommitTime.Now : null;
        if (when.ValueKind != JsonValueKind.Object || when.EnumerateObject().Count() != 1) return null;
        if (when.Whole("tick") is >= 0 and var tick) return CommitTime.AtTick(tick);
        return double.IsFinite(when.Number("phase")) ? CommitTime.AtPhase(when.Number("phase")) : null;
    }

    /// <summary>A number that may be left out or null; −1 for what is no number.</summary>
    private static double? Optional(JsonElement command, string name)
    {
        if (!command.TryGetProperty(name, out JsonElement value) || value.ValueKind == JsonValueKind.Null) return null;
        double number = command.Number(name);
        return double.IsFinite(number) ? number : -1;
    }
}

using System.Buffers;
using System.Text.Json;
using Locomotion.Controller.Descending;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>
/// Takes the commands that come for an animal. Whatever the payload is, nothing is thrown, and nothing changes but by a valid command that is
/// in time; every refusal is counted. Any thread.
/// </summary>
internal sealed class CommandInbox(OperatorSource operators, IParameterDesk desk, LesionService lesions, IReplySink replies, RefusalCounts refusals, Func<long> tick, TimeProvider clock)
{
    /// <summary>The longest that a drive command may hold, ms.</summary>
    public const int LongestTtl = 60_000;

    /// <summary>Refusals a second that are told why; a flood gets no flood of answers, which would cost the loop and crowd out other words.</summary>
    public const int ExplainedPerSecond = 100;

    private static readonly string[] DriveMembers = ["id", "client", "expires", "seq", "drive", "release", "swim", "turn", "ttl_ms"];
    private static readonly string[] SafetyMembers = ["id", "client", "expires", "op"];

    private readonly ClientLedger clients = new(clock);
    private readonly Lock gate = new();
    private Allowance explained = new(ExplainedPerSecond, clock.GetTimestamp());

    /// <summary>The topics on which commands come, below the animal's tree.</summary>
    public static IReadOnlyList<string> Topics { get; } = ["params/cmd", "drive/cmd", "safety/cmd", "lesion/cmd"];

    /// <summary>Takes a message.</summary>
    public void Take(in InboundMessage message)
    {
        if (!Topics.Contains(message.Topic)) return;
        lock (gate)
        {
            if (message.Retained) refusals.Add(RefusalCode.Retained);
            else if (message.Payload.Length > CommandText.LongestPayload) Refuse(message, null, new(RefusalCode.TooLarge, $"{message.Payload.Length} bytes are more than {CommandText.LongestPayload}."));
            else Read(message);
        }
    }

    private void Read(in InboundMessage message)
    {
        using JsonDocument? document = CommandText.Parse(message.Payload);
        if (document is null)
        {
            Refuse(message, null, Malformed("The payload is no JSON object in UTF-8 of at most 16 levels, each name once."));
            return;
        }
        JsonElement command = document.RootElement;
        if (Flaw(message.Topic, command) is { } flaw) Refuse(message, command, Malformed(flaw));
        else if (message.Topic == "drive/cmd") Drive(message, command);
        else Answer(message, command);
    }

    /// <summary>What is wrong with the members that all commands have; null if nothing is.</summary>
    private static string? Flaw(string topic, JsonElement command)
    {
        if (command.Text("client") is not { } client || !ClientName.IsValid(client)) return "'client' is not 1 to 32 of a to z, 0 to 9 and -.";
        if (command.TryGetProperty("expires", out _) && command.Whole("expires") is null) return "'expires' is no whole number of milliseconds since 1970.";
        bool named = command.TryGetProperty("id", out _);
        if (named || topic != "drive/cmd")
        {
            if (command.Text("id") is not { Length: > 0 and <= CommandText.LongestId }) return $"'id' is no text of 1 to {CommandText.LongestId} characters.";
        }
        return topic is "drive/cmd" or "lesion/cmd" || command.Text("op") is { Length: <= 64 } ? null : "'op' is no text.";
    }

    /// <summary>Who arms the machine; null for a simulation.</summary>
    public IMachineSafety? Machine { get; init; }

    private bool IsLate(JsonElement command) => command.Whole("expires") is { } expires && clock.GetUtcNow().ToUnixTimeMilliseconds() > expires;

    private void Drive(in InboundMessage message, JsonElement command)
    {
        string client = command.Text("client")!;
        double drive = command.Number("drive"), release = command.Number("release"), swim = command.Number("swim"), turn = command.Number("turn"), ttl = command.Number("ttl_ms");
        long? seq = command.Whole("seq");
        if (command.Stranger(DriveMembers) is { } stranger) Refuse(message, command, Malformed($"'{stranger}' is unknown."));
        else if (seq is null || !(ttl is > 0 and <= LongestTtl)) Refuse(message, command, Malformed($"'seq' is no whole number, or 'ttl_ms' lies outside (0, {LongestTtl}]."));
        else if (!(drive is >= 0 and <= 1 && release is >= 0 and <= 1 && swim is >= 0 and <= 1 && turn is >= -1 and <= 1)) Refuse(message, command, new(RefusalCode.Field, "'drive', 'release' and 'swim' lie in [0, 1], 'turn' in [-1, 1]; all must be given."));
        else if (!clients.MaySpeak(client, drive: true)) Refuse(message, command, TooFast(ClientLedger.DrivesPerSecond));
        else if (IsLate(command)) Refuse(message, command, Late);
        else if (operators.Holding) Refuse(message, command, new(RefusalCode.Phase, "The animal was told to stop: reset first."));
        else if (!clients.IsNewer(client, seq.Value, TimeSpan.FromMilliseconds(ttl))) refusals.Add(RefusalCode.Superseded);
        else
        {
            operators.Drive(new DriveOrder(new DescendingCommand(drive, release, swim, turn), client, seq.Value, ttl / 1000));
            refusals.Take();
        }
    }

    private void Answer(in InboundMessage message, JsonElement command)
    {
        bool stop = message.Topic == "safety/cmd" && command.Text("op") is "stop" or "hold";
        string client = command.Text("client")!, id = command.Text("id")!;
        if (stop)
        {
            operators.Hold();       // before anything else could be wrong with it, a repeated id too: a button may have but one
            Machine?.Ask(command.Text("op")!);
        }
        else if (!clients.MaySpeak(client, drive: false))
        {
            Refuse(message, command, TooFast(ClientLedger.CommandsPerSecond));
            return;
        }
        string family = Family(message), key = $"{family} {id}";
        if (clients.Answered(client, key) is { } said)
        {
            replies.Reply(message.Reply, $"{family}/reply/{client}", said);
            return;
        }
        CommandReply reply = IsLate(command) && !stop ? Late : family switch
        {
            "params" => desk.Handle(command, message.Reply),
            "lesion" => lesions.Handle(command),
            _ => Guard(command),
        };
        if (reply.Ok)
        {
            refusals.Take();
        }
        else
        {
            refusals.Add(reply.Code);
            if (!explained.TryTake(clock)) return;
        }
        byte[] payload = reply.ToJson(family, id, command.Text("op"), tick());
        if (reply.Code != RefusalCode.Rate) clients.Answer(client, key, payload);      // the desk counts too; what it had no time for may come again
        replies.Reply(message.Reply, $"{family}/reply/{client}", payload);
    }

    /// <summary>safety/cmd; that to stop has been done.</summary>
    private CommandReply Guard(JsonElement command)
    {
        if (Machine is { } machine) return Guard(machine, command);
        switch (command.Text("op"))
        {
            case "stop" or "hold":
                return new(RefusalCode.Ok, "It holds still.");
            case "reset" when command.Stranger(SafetyMembers) is { } stranger:
                return Malformed($"'{stranger}' is unknown.");
            case "reset":
                operators.Reset();
                return new(RefusalCode.Ok, "It goes on with its scenario.");
            case "arm" or "run" or "disarm":
                return new(RefusalCode.Phase, "A simulation is neither armed nor disarmed.");
            default:
                return new(RefusalCode.UnknownOp, $"'op' is none of {string.Join(", ", IMachineSafety.Operations)}.");
        }
    }

    /// <summary>safety/cmd to a machine: its supervisor decides; that to stop was passed on, whatever else the command holds.</summary>
    private CommandReply Guard(IMachineSafety machine, JsonElement command)
    {
        string operation = command.Text("op")!;
        if (!IMachineSafety.Operations.Contains(operation)) return new(RefusalCode.UnknownOp, $"'op' is none of {string.Join(", ", IMachineSafety.Operations)}.");
        if (operation is not ("stop" or "hold"))
        {
            if (command.Stranger(SafetyMembers) is { } stranger) return Malformed($"'{stranger}' is unknown.");
            if (operation is "run" or "reset") operators.Reset();
            machine.Ask(operation);
        }
        return new(RefusalCode.Accepted, "The supervisor was asked; state tells what came of it.");
    }

    /// <summary>Counts, and tells the client if it told who it is.</summary>
    private void Refuse(in InboundMessage message, JsonElement? command, CommandReply reply)
    {
        refusals.Add(reply.Code);
        if (message.Topic == "drive/cmd" || !explained.TryTake(clock)) return;
        string family = Family(message);
        string? client = command?.Text("client"), id = command?.Text("id") is { Length: <= CommandText.LongestId } told ? told : null;
        string? topic = client is not null && ClientName.IsValid(client) ? $"{family}/reply/{client}" : null;
        replies.Reply(message.Reply, topic, reply.ToJson(family, id, null, tick()));
    }

    /// <summary>What its topic begins with, and that of the answer.</summary>
    private static string Family(in InboundMessage message) => message.Topic[..message.Topic.IndexOf('/', StringComparison.Ordinal)];

    private static CommandReply Late => new(RefusalCode.Expired, "It came after it had expired, by this machine's clock.");

    private static CommandReply Malformed(string message) => new(RefusalCode.Malformed, message);

    private static CommandReply TooFast(int most) => new(RefusalCode.Rate, $"More than {most} a second.");
}

/// <summary>A message from the broker.</summary>
/// <param name="Topic">Below the animal's tree.</param>
/// <param name="Payload">Valid only while it is taken.</param>
/// <param name="Retained">Whether a broker kept it.</param>
/// <param name="Reply">Where the client wants the answer too.</param>
internal readonly record struct InboundMessage(string Topic, ReadOnlySequence<byte> Payload, bool Retained, ReplyPath Reply = default);

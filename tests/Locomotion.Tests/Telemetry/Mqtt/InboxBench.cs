using System.Buffers;
using System.Text;
using System.Text.Json;
using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Rhythms;
using Locomotion.Controller.State;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Tests.Telemetry.Mqtt;

/// <summary>An inbox with all that it needs, and no network.</summary>
internal sealed class InboxBench : IParameterDesk, IReplySink, IDescendingSource
{
    private readonly CommandInbox inbox;
    private readonly Senses senses = new(3);
    private readonly TuningDesk tuning;
    private readonly TuningService desk;
    private readonly byte[] intact;
    private long tick;

    public InboxBench(string body = AnimalCard.Simulation, IMachineSafety? machine = null)
    {
        Operators = new OperatorSource(this, LoopTiming.Default, new LadderTimes());
        tuning = new TuningDesk(new CentipedeController(3, new ControllerParameters(), LoopTiming.Default, seed: 1), Clock);
        AnimalCard card = new("a", body, "slow-walk", 3, Oscillator.Phase, LoopTiming.Default);
        desk = new TuningService(tuning, new NotingVoice(), card);
        desk.Applied(0, new ControllerParameters());
        intact = StateWriter.Save(Animal);
        Lesions = new LesionService(Animal, card, Voice);
        inbox = new CommandInbox(Operators, this, Lesions, this, Refusals, () => tick, Clock) { Machine = machine };
    }

    public OperatorSource Operators { get; }

    /// <summary>Of three segments.</summary>
    public CentipedeController Animal { get; } = new(3, new ControllerParameters(), LoopTiming.Default, seed: 1);

    public LesionService Lesions { get; }

    public NotingVoice Voice { get; } = new();

    /// <summary>Lesions that <see cref="Taken"/> has told.</summary>
    public long TakenInAll { get; private set; }

    public ManualClock Clock { get; } = new();

    public RefusalCounts Refusals { get; } = new();

    public long Refused => Refusals.Total;

    public List<byte[]> Replies { get; } = [];

    public long Handled { get; private set; }

    /// <summary>Versions of the parameters after the first.</summary>
    public long Tuned => tuning.Active.Number - 1;

    public void Take(string topic, string payload, bool retained = false) => Take(topic, Encoding.UTF8.GetBytes(payload), retained);

    public void Take(string topic, byte[] payload, bool retained = false) => inbox.Take(new InboundMessage(topic, new ReadOnlySequence<byte>(payload), retained));

    /// <summary>What was taken from the animal since the last call; it is whole again afterwards.</summary>
    public Lesion[] Taken()
    {
        Animal.TakeLesions();
        Lesion[] taken = [.. Animal.Lesions.Select(made => made.Lesion)];
        if (taken.Length > 0) StateReader.Restore(Animal, intact, "it");
        TakenInAll += taken.Length;
        return taken;
    }

    public CommandOrigin Origin()
    {
        Operators.TryNext(tick++, senses, out _);
        return Operators.Origin;
    }

    public double Drive()
    {
        Operators.TryNext(tick++, senses, out DescendingCommand command);
        return command.Drive;
    }

    public string Codes() => Encoding.UTF8.GetString(JsonPayload.Write(writer => Refusals.Write(writer, "refused")));

    public CommandReply Handle(JsonElement command, in ReplyPath path)
    {
        Handled++;
        return desk.Handle(command, path);
    }

    public void Applied(long tick, ControllerParameters set)
    {
    }

    public void Reply(in ReplyPath path, string? topic, byte[] payload) => Replies.Add(payload);

    public bool TryNext(long tick, Senses senses, out DescendingCommand command)
    {
        command = default;
        return true;
    }

    /// <summary>A drive command.</summary>
    public static string Drive(long seq, double drive = 0.5) =>
        $$"""{"client":"c","seq":{{seq}},"drive":{{drive}},"release":0,"swim":0,"turn":0,"ttl_ms":1000}""";
}

/// <summary>Notes what is said.</summary>
internal sealed class NotingVoice : IAnimalVoice
{
    public List<(string Topic, bool Kept, string Text)> Said { get; } = [];

    public void Say(string topic, byte[] payload) => Said.Add((topic, false, Encoding.UTF8.GetString(payload)));

    public void Reply(in ReplyPath path, string? topic, byte[] payload) => Said.Add((topic!, false, Encoding.UTF8.GetString(payload)));

    public void Keep(string topic, byte[] payload) => Said.Add((topic, true, Encoding.UTF8.GetString(payload)));
}

internal sealed class ManualClock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = DateTimeOffset.UnixEpoch.AddYears(50);

    public override DateTimeOffset GetUtcNow() => Now;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Now.Ticks;
}

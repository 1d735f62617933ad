using System.Diagnostics;
using System.Text.Json;
using Locomotion.Controller;
using Locomotion.Controller.Loop;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>
/// An animal on MQTT: what it does goes out, what operators want comes in, as docs/mqtt.md says. The loop only copies numbers into rings; a
/// thread of its own speaks to the broker, and while that is away the animal goes on without.
/// </summary>
public sealed class AnimalBridge : IStepObserver, IDisposable
{
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1);

    private readonly AnimalCard card;
    private readonly BridgeOptions options;
    private readonly LoopTap tap;
    private readonly Outbox outbox;
    private readonly BrokerLink link;
    private readonly RefusalCounts refusals = new();
    private readonly IParameterDesk desk;
    private readonly LesionService lesions;
    private readonly CommandInbox inbox;
    private readonly Lock deskGate = new();
    private readonly FramePublisher frames;
    private readonly StatisticsPublisher statistics;
    private readonly AnimalLog log;
    private readonly HomeAssistantAnnouncer homeAssistant;
    private readonly IMachineSafety? machine;
    private readonly Thread thread;
    private string phase = "init", fault = "", reason = "";
    private bool greeted;
    private volatile bool ending;

    /// <summary>Starts the bridge of an animal that is about to run. All memory that the loop needs is taken here.</summary>
    /// <param name="card">Who it is.</param>
    /// <param name="broker">Where to.</param>
    /// <param name="options">How.</param>
    /// <param name="animal">What it watches and steers.</param>
    /// <param name="makeDesk">Makes the desk for parameters, which speaks with the given voice.</param>
    public AnimalBridge(AnimalCard card, BrokerAddress broker, BridgeOptions options, BridgedAnimal animal, Func<IAnimalVoice, IParameterDesk> makeDesk)
    {
        (this.card, this.options) = (card, options);
        AnimalTopics topics = new(card.Id);
        CentipedeController controller = animal.Controller;
        tap = new LoopTap(controller, animal.Operators, animal.Plant, animal.Pose, animal.Times, options.FrameRate * options.SamplesPerFrame);
        outbox = new Outbox(topics);
        log = new AnimalLog(outbox, TimeProvider.System);
        desk = new GuardedDesk(makeDesk(outbox), deskGate);
        lesions = new LesionService(controller, card, outbox);
        inbox = new CommandInbox(animal.Operators, desk, lesions, outbox, refusals, () => tap.Done, TimeProvider.System) { Machine = animal.Machine };
        machine = animal.Machine;
        homeAssistant = new HomeAssistantAnnouncer(card, topics, options.HomeAssistant);
        link = new BrokerLink(broker, topics, card.Session, options, message => inbox.Take(message), () => outbox.Filled.Set(), homeAssistant.Hear);
        IReadOnlyList<FrameGroup> groups = FrameGroup.Of(tap.Layout);
        frames = new FramePublisher(groups, topics, card, tap, options.SamplesPerFrame);
        statistics = new StatisticsPublisher(topics, card, tap, refusals);
        outbox.Keep("about", card.ToJson());
        outbox.Keep("describe", ParameterJson.Describe(groups));
        foreach (string alert in (string[])["late", "fault", "recording"]) Clear(alert);       // an earlier session may have left it
        TellPhase(0);
        desk.Applied(0, controller.Parameters);
        thread = new Thread(Run) { Name = $"bridge {card.Id}", IsBackground = true };
        thread.Start();
    }

    /// <summary>The voice of the animal, for whoever else has something to say. Any thread.</summary>
    public IAnimalVoice Voice => outbox;

    /// <summary>Whether the broker can be spoken to now. Any thread.</summary>
    public bool IsUp { get; private set; }

    /// <summary>Why not; null if it can. Any thread.</summary>
    public string? Failure => IsUp ? null : link.Failure;

    /// <summary>Whether the alert stands that too many ticks begin late. Any thread.</summary>
    public bool IsLate { get; private set; }

    /// <summary>Samples lost since the start, since this side was too slow. Any thread.</summary>
    public long LostSamples => tap.Lost;

    /// <summary>Bytes that the bridge's own thread has allocated so far. Any thread.</summary>
    public long Allocated { get; private set; }

    /// <inheritdoc/>
    public void Observe(long tick, CentipedeController controller) => tap.Observe(tick, controller);

    /// <summary>Raises an alert, which stands until it is cleared. Any thread.</summary>
    public void Raise(string name, string message) => outbox.Keep($"alert/{name}", JsonPayload.Write(writer =>
    {
        writer.WriteNumber("since", Math.Max(0, tap.Done) * card.Timing.Period);
        writer.WriteString("message", message);
    }));

    /// <summary>Clears an alert. Any thread.</summary>
    public void Clear(string name) => outbox.Keep($"alert/{name}", []);

    /// <summary>Says last words and ends. Call when the loop has ended.</summary>
    /// <param name="broken">What ended the run, if it was a fault.</param>
    public void Finish(string? broken = null)
    {
        if (ending) return;
        fault = broken ?? "";
        ending = true;
        outbox.Filled.Set();
        thread.Join();
    }

    /// <summary>Ends, if it has not ended yet.</summary>
    public void Dispose()
    {
        Finish();
        link.Dispose();
        frames.Dispose();
        statistics.Dispose();
        outbox.Dispose();
    }

    private void Run()
    {
        long beat = (long)(options.Beat.TotalSeconds * Stopwatch.Frequency), due = Stopwatch.GetTimestamp() + beat;
        while (!ending)
        {
            IsUp = Reach();
            Speak();
            long now = Stopwatch.GetTimestamp();
            if (now >= due)
            {
                Beat();
                due = Math.Max(due + beat, now);
            }
            int rest = (int)Math.Max(1, (due - Stopwatch.GetTimestamp()) * 1000 / Stopwatch.Frequency);
            outbox.Filled.WaitOne(rest);
        }
        End();
    }

    private bool Reach()
    {
        if (link.Tend()) Greet();
        return link.IsUp;
    }

    /// <summary>What holds, to a broker that may have forgotten it.</summary>
    private void Greet()
    {
        outbox.Repeat();
        homeAssistant.Ask();
        if (greeted) log.Write("warning", $"The bridge is connected again; the connection was lost ({link.Loss?.TrimEnd('.')}).");
        else log.Write("info", "The bridge is connected.");
        greeted = true;
    }

    private void Speak()
    {
        while (link.HasRoom && outbox.TryTake(out OutMessage message))
        {
            Action? heard = message.Retain && message.Payload.Length == 0 ? Forget(message.Topic) : null;
            link.Publish(message.Topic, message.Payload, message.Sure, message.Retain, message.Correlation, heard);
        }
    }

    private Action Forget(string topic) => () => outbox.Forget(topic);

    private void Beat()
    {
        TellNews();
        desk.Pass(tap.Done);
        lesions.Pass();
        homeAssistant.Tell(link);
        frames.Publish(link, statistics, outbox);
        statistics.Publish(link, frames.Unsent);
        WatchLoop();
        Allocated = GC.GetAllocatedBytesForCurrentThread();
    }

    private void TellNews()
    {
        if (machine is not null && tap.Done >= 0) TellMachine(machine);
        else if (machine is null && phase == "init" && tap.Done >= 0) TellPhase(0, "running");
        while (tap.News.Waiting > 0)
        {
            ReadOnlySpan<double> record = tap.News.Peek(0);
            (LoopNews news, long tick, double value) = ((LoopNews)record[0], (long)record[1], record[2]);
            tap.News.Release(1);
            if (news == LoopNews.Phase)
            {
                if (machine is null) TellPhase(tick, value > 0 ? "hold" : "running");
            }
            else if (news == LoopNews.Parameters) desk.Applied(tick, tap.Tuned);
            else outbox.Say("event/drive", Event(tick, writer => writer.WriteString("source", FramePublisher.Word((CommandOrigin)value))));
        }
    }

    /// <summary>The supervisor's word counts, and its reason, also for staying what it is, is for people.</summary>
    private void TellMachine(IMachineSafety machine)
    {
        (string next, string why) = (machine.Phase, machine.Reason);
        bool changed = next != phase;
        if (changed) TellPhase(tap.Done, next);
        if (why != reason && why.Length > 0) log.Write(next == "fault" ? "error" : "info", $"{next}: {why}.");
        reason = why;
        if (!changed) return;
        if (next == "fault") Raise("fault", why);
        else if (outbox.Keeps("alert/fault")) Clear("fault");
    }

    private void TellPhase(long tick, string? next = null)
    {
        string before = phase;
        phase = next ?? phase;
        outbox.Keep("state", StateText.Write(phase, card.Session, tick, card.Timing.Period));
        if (next is null) return;
        outbox.Say("event/phase", Event(tick, writer =>
        {
            writer.WriteString("from", before);
            writer.WriteString("to", phase);
        }));
    }

    /// <summary>An alert while more than a twentieth of the ticks begin late.</summary>
    private void WatchLoop()
    {
        if (statistics.TakeVerdict() is not { } late) return;
        bool raised = outbox.Keeps("alert/late");
        if (late > 0.05 && !raised) Raise("late", $"{100 * late:0} % of the ticks of a second began late; more than 5 % are too many.");
        else if (late < 0.02 && raised) Clear("late");
        IsLate = outbox.Keeps("alert/late");
    }

    private byte[] Event(long tick, Action<Utf8JsonWriter> more) => JsonPayload.Write(writer =>
    {
        writer.WriteNumber("tick", tick);
        writer.WriteNumber("t", tick * card.Timing.Period);
        more(writer);
    });

    private void End()
    {
        Beat();
        long tick = Math.Max(0, tap.Done);
        if (fault.Length > 0)
        {
            SpinWait.SpinUntil(Reach, Farewell);        // a fault in the first ticks comes before the connection does
            TellPhase(tick, "fault");
            Raise("fault", fault);
            outbox.Say("event/fault", Event(tick, writer => writer.WriteString("message", fault)));
            log.Write("error", fault);
        }
        else
        {
            TellPhase(tick, "disconnected");
        }
        SpinWait.SpinUntil(() =>
        {
            Speak();
            return outbox.IsEmpty;
        }, Farewell);
        link.Close();
        IsUp = false;
    }

    /// <summary>A desk that one thread at a time calls.</summary>
    private sealed class GuardedDesk(IParameterDesk inner, Lock gate) : IParameterDesk
    {
        public CommandReply Handle(JsonElement command, in ReplyPath path)
        {
            lock (gate) return inner.Handle(command, path);
        }

        public void Applied(long tick, ControllerParameters set)
        {
            lock (gate) inner.Applied(tick, set);
        }

        public void Pass(long tick)
        {
            lock (gate) inner.Pass(tick);
        }
    }
}

/// <summary>What a bridge watches and steers.</summary>
/// <param name="Controller">The nervous system.</param>
/// <param name="Operators">Takes operators' commands.</param>
/// <param name="Plant">Asked for missed deadlines.</param>
/// <param name="Pose">Where the body is; null if nobody knows.</param>
/// <param name="Times">How long ticks take; null to take the time from each to the next.</param>
public sealed record BridgedAnimal(CentipedeController Controller, OperatorSource Operators, IPlant Plant, BodyPose? Pose, ITickTimes? Times)
{
    /// <summary>Who arms it; null if it is a simulation, which is never armed.</summary>
    public IMachineSafety? Machine { get; init; }
}

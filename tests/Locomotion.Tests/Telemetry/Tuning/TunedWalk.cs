using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Tests.Telemetry.LiveTuning;

/// <summary>A walk that a desk tunes, tick by tick.</summary>
internal sealed class TunedWalk : IDisposable
{
    private readonly Action<long, CentipedeController>? watch;
    private int ids;

    public TunedWalk(string[]? set = null, ITrialRunner? trials = null, Stream? record = null, Action<long, CentipedeController>? watch = null)
    {
        Scenario scenario = BuiltInScenarios.Named("fast-walk").Ending(600);
        foreach (string assignment in set ?? []) scenario = scenario with { Animal = scenario.Animal.With(assignment.Split('=')[0], assignment.Split('=')[1]) };
        Simulation = new Simulation(scenario);
        Desk = new TuningDesk(Simulation.Controller, Clock, trials);
        Recorder = record is null ? null : SimulationRecorder.Begin(Simulation, record, RecordingOptions.Patient);
        this.watch = watch;
    }

    public Simulation Simulation { get; }

    public CentipedeController Controller => Simulation.Controller;

    public TuningDesk Desk { get; }

    public HandClock Clock { get; } = new();

    public RunRecorder? Recorder { get; }

    /// <summary>Ticks run so far: the next one's number.</summary>
    public long Ticks { get; private set; }

    public DescendingCommand Command { get; set; } = Gait.FastWalk.Command;

    public void Run(int ticks)
    {
        for (int k = 0; k < ticks; k++) Tick();
    }

    public void Tick()
    {
        ControlLoop.Tick(Controller, Simulation.Plant, Command);
        Simulation.Digest.Observe();
        Recorder?.Observe(Ticks, Controller);
        Desk.LoopSide.Observe(Ticks, Controller);
        watch?.Invoke(Ticks, Controller);
        Ticks++;
    }

    public TuningReply Ask(Func<string, TuningRequest> request)
    {
        Clock.Move(0.1);
        return Desk.Handle(request($"{ids++}"));
    }

    public TuningReply Lease(string client = "ann") => Ask(id => new LeaseRequest(client, id, 60));

    public TuningReply Stage(params string[] values) => Ask(id => new StageRequest("ann", id, Desk.Active.Number, [.. values.Select(Parsed)]));

    public TuningReply Commit(CommitTime when = default, double ramp = 0, double? confirm = null) =>
        Ask(id => new CommitRequest("ann", id) { When = when, RampCycles = ramp, ConfirmSeconds = confirm });

    /// <summary>Takes the lease, stages and commits at once.</summary>
    public TuningReply Change(params string[] values)
    {
        Assert.True(Lease().Ok);
        TuningReply staged = Stage(values);
        Assert.True(staged.Ok, staged.Message);
        return Commit();
    }

    public List<TuningEvent> Events()
    {
        List<TuningEvent> all = [];
        while (Desk.TryTakeEvent(out TuningEvent? happened)) all.Add(happened);
        return all;
    }

    public void Dispose() => Recorder?.Dispose();

    private static Assignment Parsed(string text) => new(text.Split('=')[0], text.Split('=')[1]);
}

/// <summary>A clock that moves when it is told.</summary>
internal sealed class HandClock : TimeProvider
{
    private long ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Move(double seconds) => ticks += (long)(seconds * TimeSpan.TicksPerSecond);

    public override long GetTimestamp() => ticks;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(ticks);
}

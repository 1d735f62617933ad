using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Running;

/// <summary>Commands what the scenario's timeline says, and tunes the controller when it says so.</summary>
public sealed class ScenarioPlayer : IDescendingSource
{
    private readonly Scenario scenario;
    private readonly TuningPlan tuning;
    private readonly long[] starts;     // tick at which each phase began
    private long phaseEnd;

    /// <summary>A player at the timeline's begin.</summary>
    public ScenarioPlayer(Scenario scenario) : this(scenario, [0]) { }

    /// <summary>A player that has begun some phases already.</summary>
    /// <param name="scenario">Whose timeline it plays.</param>
    /// <param name="begun">Tick at which each of them began; at least one, and no more than the timeline has.</param>
    internal ScenarioPlayer(Scenario scenario, ReadOnlySpan<long> begun)
    {
        this.scenario = scenario;
        tuning = new TuningPlan(scenario);
        starts = new long[scenario.Timeline.Count];
        begun.CopyTo(starts);
        Phase = begun.Length - 1;
        phaseEnd = begun[^1] + scenario.Timing.Ticks(scenario.Timeline[Phase].Seconds);
    }

    /// <summary>Whom it tunes.</summary>
    internal CentipedeController? Controller
    {
        get;
        set
        {
            field = value;
            if (value is not null) tuning.Prepare(value);
        }
    }

    /// <summary>The phase that runs now.</summary>
    public int Phase { get; private set; }

    /// <summary>Phases begun so far.</summary>
    public int Begun => Phase + 1;

    /// <summary>Tick at which each of them began.</summary>
    internal ReadOnlySpan<long> Starts => starts.AsSpan(0, Begun);

    /// <summary>Tick at which <paramref name="phase"/> began.</summary>
    public long Start(int phase) => starts[phase];

    /// <inheritdoc/>
    public bool TryNext(long tick, Senses senses, out DescendingCommand command)
    {
        if (Controller is { } tuned) tuning.Apply(tick, tuned);
        ScenarioPhase now = scenario.Timeline[Phase];
        command = now.Command;
        bool over = tick >= phaseEnd || (tick > starts[Phase] && now.Until.Reached(senses));
        if (!over) return true;
        if (Phase == scenario.Timeline.Count - 1) return false;
        now = scenario.Timeline[++Phase];
        starts[Phase] = tick;
        phaseEnd = tick + scenario.Timing.Ticks(now.Seconds);
        command = now.Command;
        return true;
    }
}

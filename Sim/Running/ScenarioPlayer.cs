using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Running;

/// <summary>Commands what the scenario's timeline says, and tunes the controller when it says so.</summary>
public sealed class ScenarioPlayer(Scenario scenario, CentipedeController controller) : IDescendingSource
{
    private readonly TuningPlan tuning = new(scenario);
    private readonly long[] starts = new long[scenario.Timeline.Count];   // tick at which each phase began
    private long phaseEnd = scenario.Timing.Ticks(scenario.Timeline[0].Seconds);

    /// <summary>The phase that runs now.</summary>
    public int Phase { get; private set; }

    /// <summary>Phases begun so far.</summary>
    public int Begun => Phase + 1;

    /// <summary>Tick at which <paramref name="phase"/> began.</summary>
    public long Start(int phase) => starts[phase];

    /// <inheritdoc/>
    public bool TryNext(long tick, Senses senses, out DescendingCommand command)
    {
        tuning.Apply(tick, controller);
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

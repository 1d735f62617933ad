using Locomotion.Controller;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Running;

/// <summary>Which parameter sets a scenario asks for, at which tick. All of them are made before the run.</summary>
internal sealed class TuningPlan
{
    private readonly (long Tick, ControllerParameters Set)[] sets;      // in the order of their times
    private PreparedParameters[] prepared = [];                         // the same for the animal that is tuned
    private int next = -1;

    public TuningPlan(Scenario scenario)
    {
        ControllerParameters set = scenario.Animal.Controller;
        List<(long, ControllerParameters)> due = [];
        foreach (IGrouping<long, Tuning> together in scenario.Tuning.OrderBy(tuning => tuning.At).GroupBy(tuning => scenario.Timing.Ticks(tuning.At)))
        {
            foreach (Tuning tuning in together) set = tuning.Change(set);
            due.Add((together.Key, set));
        }
        sets = [.. due];
    }

    /// <summary>The set in force in the last tick before <paramref name="tick"/>, as far as the scenario decides.</summary>
    public static ControllerParameters Before(long tick, Scenario scenario)
    {
        TuningPlan plan = new(scenario);
        int due = plan.sets.Count(set => set.Tick < tick);
        return due > 0 ? plan.sets[due - 1].Set : scenario.Animal.Controller;
    }

    /// <summary>Works out beforehand what follows from each set for the animal that will be tuned.</summary>
    /// <exception cref="Locomotion.Controller.Parameters.InvalidInputException">A set does not go together.</exception>
    public void Prepare(CentipedeController controller) => prepared = [.. sets.Select(set => controller.Prepare(set.Set))];

    /// <summary>Tunes the controller, before tick <paramref name="tick"/> begins, to what is then due; what was due before the first such tick has been done already.</summary>
    public void Apply(long tick, CentipedeController controller)
    {
        if (next < 0)
        {
            next = 0;
            while (next < sets.Length && sets[next].Tick < tick) next++;
        }
        while (next < sets.Length && sets[next].Tick <= tick) controller.TunePrepared(prepared[next++]);
    }
}

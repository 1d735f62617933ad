using Locomotion.Controller.Descending;
using Locomotion.Controller.Rhythms;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Experiments;

/// <summary>A change of gait, commanded a while after a random state.</summary>
/// <param name="Oscillator">What makes the rhythm.</param>
/// <param name="From">The gait before.</param>
/// <param name="To">The gait after.</param>
/// <param name="Seed">Of the first state.</param>
internal sealed record GaitChange(Oscillator Oscillator, Gait From, Gait To, ulong Seed)
{
    /// <summary>How long the gait before lasts, s.</summary>
    public const double Before = 2;

    // most settle soon; only those that have not are given the whole time
    private static readonly double[] patience = [5, 30];

    /// <summary>Cycles from the command until the new gait had settled; null if it did not.</summary>
    public double? CyclesToSettle(CancellationToken stop)
    {
        bool swims = To.Command.Swim > 0, inWater = swims || From.Command.Swim > 0;
        foreach (double after in patience)
        {
            Scenario scenario = Scene.Of(Scene.Animal(Oscillator), Scene.Habitat(inWater), Seed, Scene.Phase(From.Command, Before), Scene.Phase(To.Command, after));
            (RunSummary summary, Trajectory run) = Scene.Run(scenario, stop);
            if (summary.Transitions[1].SettledS is not { } settled) continue;
            double frequency = GaitMeter.Frequency(run, run.AllSegments, run.SampleAt(Before), run.Count, trunk: swims);
            return (settled - Before) * frequency;
        }
        return null;
    }
}

using Locomotion.Body.Ground;
using Locomotion.Body.Sensing;
using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.Rhythms;
using Locomotion.Body.Animals;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Optimisation;

/// <summary>
/// How far a cord of bursters is from walking and swimming as the cord of phase oscillators does, on the simulated body. A cost of 0
/// would be: at every drive the stepping frequency, leg wave and antiphase that are set there, swings of one length, settled at once;
/// feet that do not slip; trunk bending that helps; and swimming likewise. The search starts from values found by hand and by earlier
/// searches of it.
/// </summary>
public sealed class BurstingCordObjective : IObjective
{
    private const double Seconds = 8;
    private const int SeedsPerDrive = 2;

    /// <summary>How far a foot sweeps, body lengths: 2 sin(0.7 rad) of a leg of 12 mm on a body of 120 mm. A body goes this over the duty factor in a cycle.</summary>
    private const double Stride = 0.129;
    private static readonly ParameterTree Tree = ParameterTree.Of<ControllerParameters>();
    private static readonly double[] Drives = [0, 0.15, 0.4, 0.7, 0.85, 1];

    /// <inheritdoc/>
    public string Name => "bursting-cord";

    /// <inheritdoc/>
    public string Description => "Animal preset, each run from a random state: on land at drives 0, 0.15, 0.4, 0.7, 0.85 and 1 with a still trunk, twice each; at drive 1 with a "
        + "released one; there without a head; in open water at drive 0.15, and thrice at 1; swimming. Squared shortfalls in stepping frequency (against the phase oscillators'), leg lag (0.104 cycle), "
        + "coherence, left-right phase, time to settle, equal swings, shortening of stance, speed (against a foot's sweep over the duty factor), what trunk bending adds to it, one bend in each step, and waves of the swimming trunk.";

    /// <inheritdoc/>
    public IReadOnlyList<OptimisedParameter> Parameters { get; } =
    [
        new("bursting.flexor.active-time", 0.06, 0.1, 0.0755, "s") { Decimals = 4 },
        new("bursting.extensor.active-time", 0.3, 0.7, 0.581, "s") { Decimals = 3 },
        new("bursting.extensor.active-scale-positive", 0.03, 0.07, 0.0417, "1") { Decimals = 4 },
        new("bursting.extensor.active-adaptation-positive", 0.03, 0.12, 0.0637, "1") { Decimals = 4 },
        new("bursting.extensor.bias", -0.5, 0.2, -0.283, "1") { Decimals = 3 },
        new("bursting.extensor-shape.start", 0.2, 1, 0.335, "1") { Decimals = 3 },
        new("bursting.legs.drive", 0.5, 1.3, 0.758, "1") { Decimals = 3 },
        new("bursting.legs.flexor-gating", 0, 1, 0.484, "1") { Decimals = 3 },
        new("bursting.legs.extensor-gating", 0, 1, 0.366, "1") { Decimals = 3 },
        new("bursting.legs.flexor-ahead", 0.1, 1.2, 0.557, "1") { Decimals = 3 },
        new("bursting.legs.extensor-ahead", -1.2, 0, -0.874, "1") { Decimals = 3 },
        new("bursting.legs.flexor-across", -1.2, 0, -0.47, "1") { Decimals = 3 },
        new("bursting.legs.extensor-across", 0, 1.5, 0.824, "1") { Decimals = 3 },
        new("bursting.joints.swim", 0.6, 0.95, 0.79, "1") { Decimals = 3 },
        new("bursting.joints.same-ahead", -0.4, 0, -0.108, "1") { Decimals = 3 },
        new("bursting.joints.other-ahead", 0, 1, 0.541, "1") { Decimals = 3 },
        new("bursting.joints.flexor", 0.8, 1.1, 0.898, "1") { Decimals = 3 },
        new("bursting.muscles.stance-speed", 3, 12, 8.51, "1/s") { Decimals = 2 },
        new("bursting.muscles.bend-time", 0.01, 0.06, 0.0151, "s") { Decimals = 4 },
    ];

    /// <inheritdoc/>
    public double Cost(ReadOnlySpan<double> values) => Measure(values).Cost;

    /// <summary>The parts of the cost, for those who want to know.</summary>
    public BurstingCordCost Measure(ReadOnlySpan<double> values)
    {
        Animal animal;
        try
        {
            animal = Preset.Centipede with { Controller = With(values), Body = Preset.Centipede.Body with { Sensors = SensorParameters.Exact } };
            var walks = new PhaseSummary[Drives.Length * SeedsPerDrive];
            double walking = 0;
            for (int k = 0; k < walks.Length; k++)
            {
                double drive = Drives[k / SeedsPerDrive];
                (walks[k], double? settled) = Run(animal, Habitat.Land, new(drive, 0, 0), seed: (ulong)(k + 1));
                walking += Walk(walks[k], settled, drive) / SeedsPerDrive;
            }
            foreach ((double drive, ulong seed) in new[] { (0.15, 21UL), (1.0, 22UL), (1.0, 23UL), (1.0, 24UL) })
            {
                (PhaseSummary paddles, double? settled) = Run(animal, Habitat.Water, new(drive, 1, 0), seed);
                walking += Walk(paddles, settled, drive, inWater: true) / SeedsPerDrive;
            }
            double longest = walks.Max(walk => walk.SwingS ?? 1), shortest = walks.Min(walk => walk.SwingS ?? 0.001);
            double stance = Over((walks[^1].StanceS ?? 1) / (walks[SeedsPerDrive].StanceS ?? 1) - 0.47, 0, 0.02);
            double swings = stance + Math.Min(Over(longest / shortest - 1, 0.1, 0.05), 100);
            (PhaseSummary released, _) = Run(animal, Habitat.Land, new(1, 1, 0), seed: 11);
            double bending = Over(1.25 * (walks[^1].SpeedBlPerCycle ?? 0) - (released.SpeedBlPerCycle ?? 0), 0, 0.03)
                + (released.TrunkWaveNumber is { } waves ? Over(Math.Abs(waves - 1.8), 0.4, 0.3) : 9);
            bending += HeadlessBending(animal);
            (PhaseSummary swims, double? swam) = Run(animal, Habitat.Water, Gait.Swim.Command, seed: 12);
            return new(walking, swings, bending, Swim(swims, swam));
        }
        catch (InvalidInputException)
        {
            return new(double.PositiveInfinity, 0, 0, 0);   // durations that do not go together
        }
    }

    private ControllerParameters With(ReadOnlySpan<double> values) => Parameters.Zip(values.ToArray())
        .Aggregate(new ControllerParameters { Oscillator = Oscillator.Bursting }, (p, set) => Tree[set.First.Name].Write(p, Naming.Number(set.Second)));

    private static double Walk(PhaseSummary walk, double? settled, double drive, bool inWater = false)
    {
        if (walk.FrequencyHz is not { } frequency) return 100;
        ControllerParameters phase = Preset.Centipede.Controller;
        double u = Math.Min(drive + (inWater ? 0 : 0.1), 1), wanted = phase.Legs.BaseFrequency + phase.Legs.FrequencyGain * u;
        return Over(Math.Abs(frequency / wanted - 1), 0.25, 0.15)
            + Over(Math.Abs((walk.LegWaveLagCycles ?? 0.5) - 0.104), 0.01, 0.004)
            + Over(1 - (walk.LegWaveCoherence ?? 0), 0.005, 0.02)
            + Over(Math.Abs((walk.LeftRightPhase ?? 0) - 0.5), 0.005, 0.01)
            + 4 * (settled ?? 2 * Seconds) / Seconds
            + (inWater ? 0 : Over(Stride / (frequency * (walk.StanceS ?? 1)) - (walk.SpeedBlPerCycle ?? 0), 0, 0.02));
    }

    /// <summary>Without a head, load alone excites the segments: the trunk is to bend once in each slow step.</summary>
    private static double HeadlessBending(Animal animal)
    {
        Trajectory seen = Scene.Run(Trial(animal, Habitat.Land, default, seed: 31) with { Lesions = [new(LesionKind.Head)] }, CancellationToken.None).Trajectory;
        int from = seen.Count / 2;
        double legs = GaitMeter.Frequency(seen, seen.AllSegments, from, seen.Count, trunk: false), trunk = GaitMeter.Frequency(seen, seen.AllSegments, from, seen.Count, trunk: true);
        return Over(Math.Abs(trunk / Math.Max(legs, 0.1) - 1), 0.01, 0.05);
    }

    private static double Swim(PhaseSummary swim, double? settled)
    {
        ControllerParameters phase = Preset.Centipede.Controller;
        return Over(Math.Abs((swim.FrequencyHz ?? 0) / phase.Trunk.SwimFrequency - 1), 0.02, 0.05)
            + Over(Math.Abs((swim.TrunkWaveNumber ?? 0) - phase.Trunk.SwimWaves), 0.03, 0.1)
            + Over(0.45 - (swim.SpeedBlPerCycle ?? 0), 0, 0.03)
            + 2 * (settled ?? 2 * Seconds) / Seconds;
    }

    /// <summary>0 up to <paramref name="free"/>, 1 one <paramref name="scale"/> beyond, growing as a square and later straight.</summary>
    private static double Over(double shortfall, double free, double scale)
    {
        double x = Math.Max(0, shortfall - free) / scale;
        return x < 2 ? x * x : 4 * x - 4;
    }

    private static (PhaseSummary, double? SettledAfter) Run(Animal animal, Habitat habitat, DescendingCommand command, ulong seed)
    {
        RunSummary summary = Scene.Run(Trial(animal, habitat, command, seed), CancellationToken.None).Summary;
        return (summary.Phases[0], summary.Transitions[0].SettledS);
    }

    private static Scenario Trial(Animal animal, Habitat habitat, DescendingCommand command, ulong seed) => Scene.Of(animal, habitat, seed, Scene.Phase(command, Seconds));
}

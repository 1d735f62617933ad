using Locomotion.Controller.Circuits;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Running;
using Locomotion.Telemetry.Gaits;

namespace Locomotion.Sim.Neurons;

/// <summary>The mouse's rhythm at one command, over several seeds; times are of the hind left limb, ms.</summary>
/// <param name="Command">What "freq" and "sync" of both sides are set to.</param>
/// <param name="Measured">Seeds in which enough cycles were found; 0 at rest.</param>
/// <param name="Period">From swing to swing.</param>
/// <param name="Flexion">Duration of a swing.</param>
/// <param name="Extension">Duration of a stance.</param>
/// <param name="Phases">Between limbs, the mean over seeds and cycles.</param>
/// <param name="Gaits">In how many seeds each gait was found, the most frequent first.</param>
public sealed record MouseRow(double Command, int Measured, Spread Period, Spread Flexion, Spread Extension, LimbPhases Phases,
    IReadOnlyList<(QuadrupedGait Gait, int Seeds)> Gaits);

/// <summary>The mouse circuit against its command: from rest through walking to faster gaits.</summary>
/// <remarks>
/// Source: protocol of Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454: 4 s, a limb swings while its flexor's rate is
/// above 0.1, two cycles are skipped and five measured.
/// </remarks>
public static class MouseStudy
{
    /// <summary>Flexor rate above which a limb swings.</summary>
    public const double SwingRate = 0.1;

    private const double Dt = 1e-3;
    private const int FirstCycle = 2, LastCycle = 6, Milliseconds = 4000, StepMilliseconds = 1000;

    /// <summary>The recorded neurons: the flexor of each limb.</summary>
    public static IReadOnlyList<string> Flexors { get; } = [.. Mouse.Limbs.Select(limb => $"{limb}.flexor")];

    /// <summary>0 to 1.</summary>
    public static IReadOnlyList<double> Commands { get; } = Grid.Of(0, 1, 0.1);

    /// <summary>A run at one command.</summary>
    public static CircuitTrace Trace(double command, ulong seed, Settings? settings = null) => Trace(_ => command, Milliseconds, seed, settings);

    /// <summary>A run of 6 s in which the command rises from 0 to 1 by 0.2 each second.</summary>
    public static CircuitTrace RisingTrace(ulong seed, Settings? settings = null) =>
        Trace(k => Math.Min(k / StepMilliseconds, 5) * 0.2, 6 * StepMilliseconds, seed, settings);

    /// <summary>Runs every command with the seeds <paramref name="first"/> and following.</summary>
    public static IReadOnlyList<MouseRow> Run(int seeds, ulong first = 0, Settings? settings = null, Action? done = null) =>
        Commands.SelectInParallel(command =>
        {
            MouseRow row = Row(command, [.. Enumerable.Range(0, seeds).Select(k => Trace(command, first + (ulong)k, settings))]);
            done?.Invoke();
            return row;
        });

    /// <summary>1 while a limb swings, else 0.</summary>
    public static double[] Swings(CircuitTrace trace, string flexor) => [.. trace[flexor].Select(rate => rate > SwingRate ? 1.0 : 0)];

    private static CircuitTrace Trace(Func<int, double> command, int milliseconds, ulong seed, Settings? settings)
    {
        CircuitDesign design = Mouse.Design();
        settings?.Apply(design);
        Neuron[] commands = [.. Mouse.Commands.Select(name => design[name][0])];
        return CircuitTrace.Run(design, design.Compile(Dt, seed), Flexors, milliseconds + 1, (circuit, k) =>
        {
            foreach (Neuron neuron in commands) circuit.Command(neuron, command(k));
        });
    }

    private static MouseRow Row(double command, IReadOnlyList<CircuitTrace> traces)
    {
        List<double> period = [], flexion = [], extension = [];
        PhaseOrder hind = new(), fore = new(), sameSide = new(), diagonal = new();
        List<QuadrupedGait> gaits = [];
        foreach (CircuitTrace trace in traces)
        {
            double[] hindLeft = Swings(trace, "HL.flexor");
            BurstCycle[] cycles = [.. Enumerable.Range(FirstCycle, LastCycle - FirstCycle + 1)
                .Select(k => Waveform.Cycle(hindLeft, k)).OfType<BurstCycle>()];
            if (cycles.Length <= LastCycle - FirstCycle)
            {
                gaits.Add(cycles.Length == 0 ? QuadrupedGait.Rest : QuadrupedGait.Other);
                continue;
            }
            period.Add(cycles.Average(cycle => cycle.Period));
            flexion.Add(cycles.Average(cycle => cycle.Active));
            extension.Add(cycles.Average(cycle => cycle.Quiet));
            IReadOnlyList<int> left = Waveform.Rises(hindLeft), right = Waveform.Rises(Swings(trace, "HR.flexor"));
            IReadOnlyList<int> foreLeft = Waveform.Rises(Swings(trace, "FL.flexor")), foreRight = Waveform.Rises(Swings(trace, "FR.flexor"));
            PhaseOrder ownHind = Between(left, right), ownFore = Between(foreLeft, foreRight);
            PhaseOrder ownSide = Between(left, foreLeft), ownDiagonal = Between(left, foreRight);
            gaits.Add(GaitClassification.Of(new(ownHind.Phase, ownFore.Phase, ownSide.Phase, ownDiagonal.Phase)));
            hind.Add(Math.Tau * ownHind.Phase);
            fore.Add(Math.Tau * ownFore.Phase);
            sameSide.Add(Math.Tau * ownSide.Phase);
            diagonal.Add(Math.Tau * ownDiagonal.Phase);
        }
        return new(command, period.Count, Spread.Of(period), Spread.Of(flexion), Spread.Of(extension),
            new(hind.Phase, fore.Phase, sameSide.Phase, diagonal.Phase),
            [.. gaits.GroupBy(gait => gait).Select(same => (same.Key, same.Count())).OrderByDescending(pair => pair.Item2)]);
    }

    /// <summary>Phase of the second limb's rises in the first limb's cycles, from the third on.</summary>
    private static PhaseOrder Between(IReadOnlyList<int> first, IReadOnlyList<int> second)
    {
        PhaseOrder order = new();
        for (int k = FirstCycle; k + 1 < first.Count; k++)
        {
            foreach (int rise in second.Where(rise => rise >= first[k] && rise < first[k + 1]))
                order.Add(Math.Tau * (rise - first[k]) / (first[k + 1] - first[k]));
        }
        return order;
    }
}

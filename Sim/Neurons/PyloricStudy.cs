using Locomotion.Controller.Circuits;
using Locomotion.Sim.Running;

namespace Locomotion.Sim.Neurons;

/// <summary>When a pyloric neuron fires, at one temperature, over several seeds.</summary>
/// <param name="Neuron">PD, LP or PY.</param>
/// <param name="Frequency">Mean of 1 / period, Hz.</param>
/// <param name="Duty">Its burst over PD's period.</param>
/// <param name="PhaseOn">From PD's rise to its own, over PD's period.</param>
/// <param name="PhaseOff">From PD's rise to its own fall, over PD's period; above 1 if that is in PD's next cycle.</param>
public sealed record PyloricTiming(string Neuron, Spread Frequency, Spread Duty, Spread PhaseOn, Spread PhaseOff);

/// <summary>The rhythm at one temperature.</summary>
/// <param name="Celsius">Temperature, °C.</param>
/// <param name="Timings">In the order of <see cref="Pyloric.Neurons"/>.</param>
public sealed record PyloricRow(double Celsius, IReadOnlyList<PyloricTiming> Timings);

/// <summary>The pyloric rhythm against temperature: it quickens, its phases stay.</summary>
/// <remarks>Source: protocol of Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454: the first three cycles, no transient discarded.</remarks>
public static class PyloricStudy
{
    private const double Seconds = 5;
    private const int Cycles = 3;

    /// <summary>10 to 25 °C.</summary>
    public static IReadOnlyList<double> Temperatures { get; } = Grid.Of(10, 25, 1);

    /// <summary>A run of 5 s at one temperature.</summary>
    public static CircuitTrace Trace(double celsius, ulong seed, Settings? settings = null, double dt = 0.005, bool synapses = true)
    {
        CircuitDesign design = Pyloric.Design(synapses);
        settings?.Apply(design);
        design.Slow(Pyloric.TimeScale(celsius));
        return CircuitTrace.Run(design, design.Compile(dt, seed), Pyloric.Neurons, (int)Math.Round(Seconds / dt) + 1);
    }

    /// <summary>Runs every temperature with the seeds <paramref name="first"/> and following.</summary>
    public static IReadOnlyList<PyloricRow> Run(int seeds, ulong first = 0, Settings? settings = null, Action? done = null) =>
        Temperatures.SelectInParallel(celsius =>
        {
            CircuitTrace[] traces = [.. Enumerable.Range(0, seeds).Select(k => Trace(celsius, first + (ulong)k, settings))];
            done?.Invoke();
            return new PyloricRow(celsius, [.. Pyloric.Neurons.Select(neuron => Timing(neuron, traces))]);
        });

    /// <summary>By which factor PD's frequency rises over 10 °C.</summary>
    public static double Q10(IReadOnlyList<PyloricRow> rows, double from, double to)
    {
        double At(double celsius) => rows.First(row => row.Celsius == celsius).Timings[0].Frequency.Mean;
        return Math.Pow(At(to) / At(from), 10 / (to - from));
    }

    private static PyloricTiming Timing(string neuron, CircuitTrace[] traces)
    {
        List<double> frequency = [], duty = [], on = [], off = [];
        foreach (CircuitTrace trace in traces)
        {
            (BurstCycle Pacemaker, BurstCycle Own)[] cycles = [.. Enumerable.Range(0, Cycles)
                .Select(k => (Waveform.Cycle(trace["PD"], k), Waveform.Cycle(trace[neuron], k)))
                .Where(pair => pair.Item1 is not null && pair.Item2 is not null)
                .Select(pair => (pair.Item1!.Value, pair.Item2!.Value))];
            if (cycles.Length < Cycles) continue;
            frequency.Add(cycles.Average(cycle => 1 / (cycle.Own.Period * trace.Dt)));
            duty.Add(cycles.Average(cycle => (double)cycle.Own.Active / cycle.Pacemaker.Period));
            on.Add(cycles.Average(cycle => (double)(cycle.Own.Rise - cycle.Pacemaker.Rise) / cycle.Pacemaker.Period));
            off.Add(cycles.Average(cycle => (double)(cycle.Own.Fall - cycle.Pacemaker.Rise) / cycle.Pacemaker.Period));
        }
        return new(neuron, Spread.Of(frequency), Spread.Of(duty), Spread.Of(on), Spread.Of(off));
    }
}

using System.Numerics;
using Locomotion.Sim.Running;

namespace Locomotion.Sim.Neurons;

/// <summary>How well a neuron follows periodic pulses.</summary>
/// <param name="WidthMilliseconds">Duration of a pulse, ms.</param>
/// <param name="Strength">Its height.</param>
/// <param name="PeriodRatio">Period of the pulses over the neuron's own.</param>
/// <param name="Order">Mean of e^(2πi phase) over all pulses and first phases, the phase being that of the highest peak between pulses.</param>
public sealed record Entrainment(int WidthMilliseconds, double Strength, double PeriodRatio, Complex Order)
{
    /// <summary>Phase coherence: 1 if every burst comes at the same phase of the pulses, about 0 if they come at any.</summary>
    public double Coherence => Order.Magnitude;
}

/// <summary>Periodic forcing: ten pulses from each of ten first phases, for each strength and period: the Arnold tongue.</summary>
/// <remarks>Source: protocol of Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454. No transient is discarded.</remarks>
public static class PeriodicStudy
{
    private const int PulseCount = 10, FirstPhases = 10;

    /// <summary>Published periods, shares of the neuron's own.</summary>
    public static IReadOnlyList<double> PeriodRatios { get; } = Grid.Of(0.75, 1.25, 0.05);

    /// <summary>Runs it; null if the undisturbed neuron does not burst.</summary>
    /// <param name="unit">The neuron.</param>
    /// <param name="widths">Pulse durations, ms.</param>
    /// <param name="strengths">Pulse heights.</param>
    /// <param name="done">Called after each combination, from several threads.</param>
    public static IReadOnlyList<Entrainment>? Run(SingleUnit unit, IReadOnlyList<int> widths, IReadOnlyList<double> strengths, Action? done = null)
    {
        if (Waveform.Cycle(unit.Run(0).Rate) is not { } baseline) return null;
        var forcings = from width in widths from strength in strengths from ratio in PeriodRatios select (width, strength, ratio);
        return forcings.SelectInParallel(forcing =>
        {
            Complex order = Order(unit, baseline, forcing.width, forcing.strength, forcing.ratio);
            done?.Invoke();
            return new Entrainment(forcing.width, forcing.strength, forcing.ratio, order);
        });
    }

    private static Complex Order(SingleUnit unit, BurstCycle baseline, int width, double strength, double ratio)
    {
        double period = ratio * baseline.Period;
        int longest = (int)Math.Ceiling(baseline.NextRise + PulseCount * PeriodRatios[^1] * baseline.Period);
        List<double> phases = [];
        for (int k = 0; k < FirstPhases; k++)
        {
            double start = baseline.Rise + (double)k / FirstPhases * baseline.Period, end = start + width + period * (PulseCount - 1);
            UnitTrace trace = unit.Run(
                t => t >= start && t < end && (t - start) % period < width ? strength : 0, Math.Max(SingleUnit.Duration, longest));
            phases.AddRange(Phases(trace.Rate, start, period));
        }
        Complex sum = Complex.Zero;
        foreach (double phase in phases) sum += Complex.FromPolarCoordinates(1, Math.Tau * phase);
        return phases.Count > 0 ? sum / phases.Count : Complex.Zero;
    }

    /// <summary>Phase of the highest peak in each of the windows between pulses; a window without a peak has none.</summary>
    private static IEnumerable<double> Phases(double[] rate, double start, double period)
    {
        IReadOnlyList<int> peaks = Waveform.Peaks(rate);
        for (int k = 0; k < PulseCount; k++)
        {
            double from = start + k * period, to = from + period;
            if (to > rate.Length - 1) yield break;
            int[] inside = [.. peaks.Where(peak => peak >= from && peak < to)];
            if (inside.Length > 0) yield return (inside.MaxBy(peak => rate[peak]) - from) / period;
        }
    }
}

using Locomotion.Sim.Running;

namespace Locomotion.Sim.Neurons;

/// <summary>What one pulse did to the cycle in which it came.</summary>
/// <param name="WidthMilliseconds">Duration of the pulse, ms.</param>
/// <param name="Strength">Its height.</param>
/// <param name="StartMilliseconds">When it began, ms.</param>
/// <param name="Phase">The same as a share of the undisturbed cycle, from the burst's rise.</param>
/// <param name="Shift">By which share of its length the cycle became longer; null if no cycle could be measured.</param>
public sealed record PulseResponse(int WidthMilliseconds, double Strength, int StartMilliseconds, double Phase, double? Shift);

/// <summary>The phase response curve.</summary>
/// <param name="Baseline">The undisturbed cycle, ms.</param>
/// <param name="Responses">For each width and strength, in order of the pulse's start.</param>
public sealed record PhaseResponseCurve(BurstCycle Baseline, IReadOnlyList<PulseResponse> Responses);

/// <summary>The phase response: a pulse at every 25 ms of one cycle, and how it shifts the next burst.</summary>
/// <remarks>Source: protocol of Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454.</remarks>
public static class PulseStudy
{
    private const int Every = 25;   // ms

    /// <summary>Published widths, ms.</summary>
    public static IReadOnlyList<int> Widths(SingleUnit unit) => unit.Model == UnitModel.Simplified ? [100] : [50, 100, 150];

    /// <summary>Runs it; null if the undisturbed neuron does not burst.</summary>
    public static PhaseResponseCurve? Run(SingleUnit unit, IReadOnlyList<int> widths, IReadOnlyList<double> strengths)
    {
        if (Waveform.Cycle(unit.Run(0).Rate) is not { } baseline) return null;
        var pulses = from width in widths
                     from strength in strengths
                     from start in Enumerable.Range(0, (baseline.Period + Every - 1) / Every).Select(k => baseline.Rise + k * Every)
                     select (width, strength, start);
        return new(baseline, pulses.SelectInParallel(pulse => Respond(unit, baseline, pulse.width, pulse.strength, pulse.start)));
    }

    private static PulseResponse Respond(SingleUnit unit, BurstCycle baseline, int width, double strength, int start)
    {
        UnitTrace trace = unit.Run(t => t >= start && t < start + width ? strength : 0);
        double period = baseline.Period;
        double? shift = Waveform.Cycle(trace.Rate) is { } cycle ? (cycle.Period - period) / period : null;
        return new(width, strength, start, (start - baseline.Rise) / period, shift);
    }
}

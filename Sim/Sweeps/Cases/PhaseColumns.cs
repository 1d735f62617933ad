using Locomotion.Controller.Parameters;
using Locomotion.Sim.Metrics;

namespace Locomotion.Sim.Sweeps;

/// <summary>Columns that tell of a phase, named as in <c>run --json</c>; and "behaviour".</summary>
public static class PhaseColumns
{
    /// <summary>When the phase began, ended and settled, s.</summary>
    public const string Start = "start_s", End = "end_s", Settled = "settled_s";

    /// <summary>Columns of words.</summary>
    public const string Direction = "trunk_wave_direction", Behaviour = "behaviour";

    private static readonly (string Name, Func<GaitMetrics, double?> Of)[] metrics =
    [
        ("speed_bl_per_s", gait => gait.SpeedBlPerS), ("speed_bl_per_cycle", gait => gait.SpeedBlPerCycle), ("frequency_hz", gait => gait.FrequencyHz),
        ("leg_wave_lag_cycles", gait => gait.LegWaveLagCycles), ("leg_wave_coherence", gait => gait.LegWaveCoherence), ("left_right_phase", gait => gait.LeftRightPhase),
        ("duty_factor", gait => gait.DutyFactor), ("swing_s", gait => gait.SwingS), ("stance_s", gait => gait.StanceS), ("trunk_amplitude_rad", gait => gait.TrunkAmplitudeRad),
        ("trunk_wave_number", gait => gait.TrunkWaveNumber), ("folded_fraction", gait => gait.FoldedFraction), ("power_w", gait => gait.PowerW),
        ("cost_of_transport", gait => gait.CostOfTransport),
    ];

    /// <summary>Columns of numbers.</summary>
    public static IReadOnlyList<string> Numbers { get; } = [Start, End, Settled, .. metrics.Select(metric => metric.Name)];

    /// <summary>All columns.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Numbers, Direction, Behaviour];

    /// <summary>The numbers of a phase, in the order of <see cref="Numbers"/>.</summary>
    public static double[] Of(double start, double end, double? settled, GaitMetrics gait) =>
        [start, end, settled ?? double.NaN, .. metrics.Select(metric => metric.Of(gait) ?? double.NaN)];

    /// <summary>A cell of a phase: a number, a word, or null.</summary>
    public static object? Cell(PhaseFigures phase, string column)
    {
        if (column == Direction) return phase.TrunkWaveDirection;
        if (column == Behaviour) return phase.Behaviour is { } behaviour ? Naming.Word(behaviour) : null;
        int k = Numbers.ToList().IndexOf(column);
        return double.IsNaN(phase.Numbers[k]) ? null : phase.Numbers[k];
    }
}

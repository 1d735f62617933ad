using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Neurons;

/// <summary>
/// What sets a simplified bursting neuron's rhythm. Immutable; every value is in range, and <see cref="BursterCoefficients"/> refuses
/// durations that do not go together. The defaults are those of the published circuit library.
/// </summary>
/// <remarks>Source of all: Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454.</remarks>
public sealed record BursterParameters : ParameterGroup
{
    private const string Paper = "Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454";

    /// <summary>T_active.</summary>
    [Parameter(1e-4, 1000, "s", "Duration of a burst at input 0.", Source = Paper)]
    public double ActiveTime { get; init => field = Checked(value); } = 0.5;

    /// <summary>T_quiet.</summary>
    [Parameter(1e-4, 1000, "s", "Duration of the pause between bursts at input 0.", Source = Paper)]
    public double QuietTime { get; init => field = Checked(value); } = 1;

    /// <summary>T_adaptation: four time constants of a.</summary>
    [Parameter(1e-4, 1e4, "s", "Time in which adaptation would run nearly its whole way.", Source = Paper)]
    public double AdaptationTime { get; init => field = Checked(value); } = 2;

    /// <summary>k_active_pos.</summary>
    [Parameter(1e-3, 1000, "1", "What input 1 multiplies the burst by.", Source = Paper)]
    public double ActiveScalePositive { get; init => field = Checked(value); } = 0.5;

    /// <summary>k_active_neg.</summary>
    [Parameter(1e-3, 1000, "1", "What input -1 multiplies the burst by.", Source = Paper)]
    public double ActiveScaleNegative { get; init => field = Checked(value); } = 0.7;

    /// <summary>k_quiet_pos.</summary>
    [Parameter(1e-3, 1000, "1", "What input 1 multiplies the pause by.", Source = Paper)]
    public double QuietScalePositive { get; init => field = Checked(value); } = 0.1;

    /// <summary>k_quiet_neg.</summary>
    [Parameter(1e-3, 1000, "1", "What input -1 multiplies the pause by.", Source = Paper)]
    public double QuietScaleNegative { get; init => field = Checked(value); } = 1.3;

    /// <summary>k_ad_active_pos.</summary>
    [Parameter(1e-3, 1000, "1", "What input 1 multiplies the time constant of adaptation by, in a burst.", Source = Paper)]
    public double ActiveAdaptationPositive { get; init => field = Checked(value); } = 1;

    /// <summary>k_ad_active_neg.</summary>
    [Parameter(1e-3, 1000, "1", "What input -1 multiplies the time constant of adaptation by, in a burst.", Source = Paper)]
    public double ActiveAdaptationNegative { get; init => field = Checked(value); } = 1;

    /// <summary>k_ad_quiet_pos.</summary>
    [Parameter(1e-3, 1000, "1", "What input 1 multiplies the time constant of adaptation by, in a pause.", Source = Paper)]
    public double QuietAdaptationPositive { get; init => field = Checked(value); } = 1;

    /// <summary>k_ad_quiet_neg.</summary>
    [Parameter(1e-3, 1000, "1", "What input -1 multiplies the time constant of adaptation by, in a pause.", Source = Paper)]
    public double QuietAdaptationNegative { get; init => field = Checked(value); } = 1;

    /// <summary>x_active_stable.</summary>
    [Parameter(0, 1000, "1", "Input above which a burst does not end: tonic firing.", Source = Paper)]
    public double TonicAbove { get; init => field = Checked(value); } = 1;

    /// <summary>x_quiet_stable.</summary>
    [Parameter(-1000, 0, "1", "Input below which a pause does not end: silence.", Source = Paper)]
    public double SilentBelow { get; init => field = Checked(value); }

    /// <summary>t_active_stable.</summary>
    [Parameter(0, 1000, "s", "How far past the end of a burst adaptation is still taken back to it.", Source = Paper)]
    public double ActiveMargin { get; init => field = Checked(value); }

    /// <summary>t_quiet_stable.</summary>
    [Parameter(0, 1000, "s", "How far past the end of a pause adaptation is still taken back to it.", Source = Paper)]
    public double QuietMargin { get; init => field = Checked(value); }

    /// <summary>d_active.</summary>
    [Parameter(0, 0.999, "1", "Share of a burst that passes between adaptation's arrival and the switch.", Source = Paper)]
    public double ActiveDelay { get; init => field = Checked(value); }

    /// <summary>d_quiet.</summary>
    [Parameter(0, 0.999, "1", "Share of a pause that passes between adaptation's arrival and the switch.", Source = Paper)]
    public double QuietDelay { get; init => field = Checked(value); }

    /// <summary>Deviation of a factor of mean 1, clipped at 0, drawn anew each step.</summary>
    [Parameter(0, 10, "1", "Noise: deviation of the factor on both rates of change.", Source = Paper)]
    public double Noise { get; init => field = Checked(value); }

    /// <summary>B.</summary>
    [Parameter(-1000, 1000, "1", "Intrinsic input, added to whatever else arrives.", Source = Paper)]
    public double Bias { get; init => field = Checked(value); }

    /// <summary>The same neuron with every duration multiplied by <paramref name="scale"/>, as temperature does.</summary>
    public BursterParameters Slowed(double scale) => this with
    {
        ActiveTime = ActiveTime * scale,
        QuietTime = QuietTime * scale,
        AdaptationTime = AdaptationTime * scale,
        ActiveMargin = ActiveMargin * scale,
        QuietMargin = QuietMargin * scale,
    };
}

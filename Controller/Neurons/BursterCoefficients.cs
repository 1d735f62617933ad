using Locomotion.Controller.Maths;
using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Neurons;

/// <summary>What a burster's step needs, worked out once from its parameters and the step.</summary>
public sealed class BursterCoefficients
{
    /// <summary>Longest duration, in time constants of adaptation: beyond it a double cannot tell a bound from its limit.</summary>
    private const double MostTimeConstants = 30, FewestTimeConstants = 1e-6;

    /// <summary>Shortest time in which the voltage may cross from an elbow to 0, s.</summary>
    private const double ShortestCrossing = 1e-3;

    private readonly double rate;       // k = 4 / T_adaptation, 1/s
    private readonly Polarity positive, negative;

    /// <summary>The coefficients of <paramref name="p"/> for steps of <paramref name="dt"/> seconds.</summary>
    /// <exception cref="InvalidInputException">A duration is too long or too short for the adaptation time, or the step is not positive.</exception>
    public BursterCoefficients(BursterParameters p, BursterScheme scheme, double dt)
    {
        if (!(dt > 0 && dt <= 1)) throw new InvalidInputException("Step", $"{Naming.Number(dt)} s", "lies outside (0, 1] s", "choose a value inside; 0.001 is usual");
        Parameters = p;
        Scheme = scheme;
        Dt = dt;
        rate = 4 / p.AdaptationTime;
        double a = rate * p.ActiveTime, q = rate * p.QuietTime;
        Zero = BurstBounds.Of(Exponent(a, "active-time", "at input 0"), Exponent(q, "quiet-time", "at input 0"));
        positive = Toward(1, p.ActiveScalePositive, p.QuietScalePositive, p.ActiveAdaptationPositive, p.QuietAdaptationPositive);
        negative = Toward(-1, p.ActiveScaleNegative, p.QuietScaleNegative, p.ActiveAdaptationNegative, p.QuietAdaptationNegative);
        ActiveStretch = 1 / (1 - p.ActiveDelay);
        QuietStretch = 1 / (1 - p.QuietDelay);

        Polarity Toward(double x, double active, double quiet, double activeAdaptation, double quietAdaptation) => new(
            BurstBounds.Of(Exponent(a * active / activeAdaptation, "active-time", $"at input {x}"), Exponent(q * quiet / quietAdaptation, "quiet-time", $"at input {x}")),
            activeAdaptation, quietAdaptation);
    }

    /// <summary>What it was worked out from.</summary>
    public BursterParameters Parameters { get; }

    /// <summary>Which of the published schemes is followed.</summary>
    public BursterScheme Scheme { get; }

    /// <summary>The step, s.</summary>
    public double Dt { get; }

    /// <summary>Bounds at input 0.</summary>
    public BurstBounds Zero { get; }

    /// <summary>Bounds at input 1 and above.</summary>
    public BurstBounds Positive => positive.Bounds;

    /// <summary>Bounds at input −1 and below.</summary>
    public BurstBounds Negative => negative.Bounds;

    /// <summary>1 / (1 − d_active): how much faster adaptation runs to leave time for the delay.</summary>
    internal double ActiveStretch { get; }

    /// <summary>1 / (1 − d_quiet).</summary>
    internal double QuietStretch { get; }

    /// <summary>Bounds at input <paramref name="x"/>: straight from those at 0 to those at ±1.</summary>
    public BurstBounds BoundsAt(double x)
    {
        double z = Math.Min(Math.Abs(x), 1), w = 1 - z;
        ref readonly Polarity side = ref Side(x);
        return new(Zero.Active * w + side.Bounds.Active * z, Zero.Quiet * w + side.Bounds.Quiet * z);
    }

    /// <summary>k_a: rate of adaptation in a burst at input <paramref name="x"/>, without the delay's share, 1/s.</summary>
    public double ActiveRateAt(double x)
    {
        double z = Math.Min(Math.Abs(x), 1);
        return rate / (1 - z + Side(x).ActiveAdaptation * z);
    }

    /// <summary>k_q: the same in a pause, 1/s.</summary>
    public double QuietRateAt(double x)
    {
        double z = Math.Min(Math.Abs(x), 1);
        return rate / (1 - z + Side(x).QuietAdaptation * z);
    }

    /// <summary>Duration of a burst at constant input <paramref name="x"/>, s: ln(b_q / b_a) / k_a.</summary>
    public double ActiveTimeAt(double x)
    {
        BurstBounds b = BoundsAt(x);
        return DMath.Log(b.Quiet / b.Active) / ActiveRateAt(x);
    }

    /// <summary>Duration of a pause at constant input <paramref name="x"/>, s: ln((1 − b_a) / (1 − b_q)) / k_q.</summary>
    public double QuietTimeAt(double x)
    {
        BurstBounds b = BoundsAt(x);
        return DMath.Log((1 - b.Active) / (1 - b.Quiet)) / QuietRateAt(x);
    }

    /// <summary>Adaptation after a step in a burst at the rate r, 1/s.</summary>
    internal double Fallen(double a, double r) => Scheme == BursterScheme.Circuit ? a / (1 + Dt * r) : a - Dt * r * a;

    /// <summary>Adaptation after a step in a pause at the rate r, 1/s.</summary>
    internal double Risen(double a, double r) => Scheme == BursterScheme.Circuit ? (a + Dt * r) / (1 + Dt * r) : a + Dt * r * (1 - a);

    /// <summary>Speed of v at the end of a burst, 1/s: the delay D_a to 0, or a millisecond.</summary>
    internal double ActiveVoltageRate(double x) =>
        1 / Math.Max(Parameters.ActiveDelay == 0 ? 0 : Parameters.ActiveDelay * ActiveTimeAt(x), ShortestCrossing);

    /// <summary>Speed of v at the end of a pause, 1/s.</summary>
    internal double QuietVoltageRate(double x) =>
        1 / Math.Max(Parameters.QuietDelay == 0 ? 0 : Parameters.QuietDelay * QuietTimeAt(x), ShortestCrossing);

    private ref readonly Polarity Side(double x)
    {
        if (x >= 0) return ref positive;
        return ref negative;
    }

    private static double Exponent(double timeConstants, string duration, string where) =>
        timeConstants is >= FewestTimeConstants and <= MostTimeConstants
            ? timeConstants
            : throw new InvalidInputException($"Parameter '{duration}' {where}", $"{timeConstants / 4:g4} times the adaptation time",
                $"lies outside [{FewestTimeConstants / 4}, {MostTimeConstants / 4}]", "change adaptation-time, or the scales at that input");

    /// <summary>Bounds and scales of adaptation for inputs of one sign.</summary>
    private readonly record struct Polarity(BurstBounds Bounds, double ActiveAdaptation, double QuietAdaptation);
}

using System.Runtime.CompilerServices;
using Locomotion.Controller.Maths;
using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Neurons;

/// <summary>What a burster's step needs, worked out once from its parameters and the step.</summary>
public sealed class BursterCoefficients
{
    /// <summary>Longest duration, in time constants of adaptation: beyond it a double cannot tell a bound from its limit.</summary>
    private const double MostTimeConstants = 30, FewestTimeConstants = 1e-6;

    /// <summary>Least distance of the bounds from each other and from 1.</summary>
    private const double LeastRoom = 1e-12;

    /// <summary>Shortest time in which the voltage may cross from an elbow to 0, s.</summary>
    internal const double ShortestCrossing = 1e-3;

    private readonly BurstCourse[] courses; // burst at x ≥ 0, burst at x < 0, pause at x ≥ 0, pause at x < 0

    /// <summary>The coefficients of <paramref name="p"/> for steps of <paramref name="dt"/> seconds.</summary>
    /// <exception cref="InvalidInputException">A duration is too long or too short for the adaptation time, or the step is not positive.</exception>
    public BursterCoefficients(BursterParameters p, BursterScheme scheme, double dt)
    {
        if (!(dt > 0 && dt <= 1)) throw new InvalidInputException("Step", $"{Naming.Number(dt)} s", "lies outside (0, 1] s", "choose a value inside; 0.001 is usual");
        Parameters = p;
        Scheme = scheme;
        Dt = dt;
        Rate = 4 / p.AdaptationTime;
        double a = Rate * p.ActiveTime, q = Rate * p.QuietTime;
        Zero = Bounds(a, q, 0);
        Positive = Bounds(a * p.ActiveScalePositive / p.ActiveAdaptationPositive, q * p.QuietScalePositive / p.QuietAdaptationPositive, 1);
        Negative = Bounds(a * p.ActiveScaleNegative / p.ActiveAdaptationNegative, q * p.QuietScaleNegative / p.QuietAdaptationNegative, -1);
        ActiveDelay = p.ActiveDelay / Rate;
        QuietDelay = p.QuietDelay / Rate;
        double fall = Rate * dt / (1 - p.ActiveDelay), rise = Rate * dt / (1 - p.QuietDelay);   // what the delay leaves less time for
        courses =
        [
            new(Zero.Active, Positive.Active, p.ActiveAdaptationPositive, fall, Target: 0),
            new(Zero.Active, Negative.Active, p.ActiveAdaptationNegative, fall, Target: 0),
            new(Zero.Quiet, Positive.Quiet, p.QuietAdaptationPositive, rise, Target: 1),
            new(Zero.Quiet, Negative.Quiet, p.QuietAdaptationNegative, rise, Target: 1),
        ];
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
    public BurstBounds Positive { get; }

    /// <summary>Bounds at input −1 and below.</summary>
    public BurstBounds Negative { get; }

    /// <summary>k = 4 / T_adaptation, 1/s.</summary>
    internal double Rate { get; }

    /// <summary>d_active / k, s.</summary>
    internal double ActiveDelay { get; }

    /// <summary>d_quiet / k, s.</summary>
    internal double QuietDelay { get; }

    /// <summary>Bounds at input <paramref name="x"/>: straight from those at 0 to those at ±1.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public BurstBounds BoundsAt(double x)
    {
        double z = Math.Min(Math.Abs(x), 1);
        return new(Course(quiet: false, x).BoundAt(z), Course(quiet: true, x).BoundAt(z));
    }

    /// <summary>k_a: rate of adaptation in a burst at input <paramref name="x"/>, without the delay's share, 1/s.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ActiveRateAt(double x) => Rate / Course(quiet: false, x).SlownessAt(Math.Min(Math.Abs(x), 1));

    /// <summary>k_q: the same in a pause, 1/s.</summary>
    public double QuietRateAt(double x) => Rate / Course(quiet: true, x).SlownessAt(Math.Min(Math.Abs(x), 1));

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

    /// <summary>Adaptation's course in a burst or a pause at input <paramref name="x"/>.</summary>
    internal ref readonly BurstCourse Course(bool quiet, double x) => ref courses[(quiet ? 2 : 0) + (x >= 0 ? 0 : 1)];

    /// <summary>Time in which v falls to 0 at the end of a burst, s: the delay d ln(b_q / b_a) τ / k, or a millisecond.</summary>
    internal double FallTime(BurstBounds b, double tau) => Math.Max(DMath.Log(b.Quiet / b.Active) * tau * ActiveDelay, ShortestCrossing);

    /// <summary>Time in which v rises to 0 at the end of a pause, s: the delay d ln((1 − b_a) / (1 − b_q)) τ / k, or a millisecond.</summary>
    internal double RiseTime(BurstBounds b, double tau) => Math.Max(DMath.Log((1 - b.Active) / (1 - b.Quiet)) * tau * QuietDelay, ShortestCrossing);

    private static BurstBounds Bounds(double active, double quiet, double x)
    {
        BurstBounds bounds = BurstBounds.Of(Exponent(active, "active-time", x), Exponent(quiet, "quiet-time", x));
        // adaptation would never reach a bound that it cannot be told from 1
        return 1 - bounds.Quiet >= LeastRoom && bounds.Quiet - bounds.Active >= LeastRoom
            ? bounds
            : throw new InvalidInputException($"Parameters 'active-time' and 'quiet-time' at input {x}", $"{active / 4:g4} and {quiet / 4:g4} times the adaptation time",
                "are too short and too long beside each other", "lengthen active-time, or shorten quiet-time or the adaptation time");
    }

    private static double Exponent(double timeConstants, string duration, double x) =>
        timeConstants is >= FewestTimeConstants and <= MostTimeConstants
            ? timeConstants
            : throw new InvalidInputException($"Parameter '{duration}' at input {x}", $"{timeConstants / 4:g4} times the adaptation time",
                $"lies outside [{FewestTimeConstants / 4}, {MostTimeConstants / 4}]", "change adaptation-time, or the scales at that input");
}

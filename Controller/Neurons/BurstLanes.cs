using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using Locomotion.Controller.Maths;

namespace Locomotion.Controller.Neurons;

/// <summary>
/// The step of <see cref="Burster.Step"/> for four neurons side by side. The lanes do not meet, so each neuron has the bits that it would
/// have alone.
/// </summary>
internal sealed class BurstLanes(BursterCoefficients p)
{
    /// <summary>Neurons side by side.</summary>
    public const int Count = 4;

    // each course at x ≥ 0 and at x < 0
    private readonly BurstCourse burst = p.Course(quiet: false, 1), burstNegative = p.Course(quiet: false, -1);
    private readonly BurstCourse pause = p.Course(quiet: true, 1), pauseNegative = p.Course(quiet: true, -1);
    private readonly BursterParameters parameters = p.Parameters;
    private readonly bool backward = p.Scheme == BursterScheme.Circuit;
    private readonly double dt = p.Dt, rate = p.Rate;

    /// <summary>
    /// Moves <paramref name="a"/> if all four neurons stay at their elbow, on their way to a bound or held at it, which is nearly every
    /// step: then that is all. False, and nothing done, otherwise.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Cruise(Vector256<double> v, ref Vector256<double> a, Vector256<double> x, Vector256<double> noise)
    {
        Vector256<double> z = Vector256.Min(Vector256.Abs(x), Vector256<double>.One);
        Vector256<double> quiet = Vector256.LessThan(v, Vector256<double>.Zero), positive = Vector256.GreaterThanOrEqual(x, Vector256<double>.Zero);
        Vector256<double> full = Of(quiet, Of(positive, pause.FullBound, pauseNegative.FullBound), Of(positive, burst.FullBound, burstNegative.FullBound));
        Vector256<double> bound = Of(quiet, pause.ZeroBound, burst.ZeroBound) * (Vector256<double>.One - z) + full * z;
        Vector256<double> next = Next(a, quiet, Slowness(quiet, positive, z), noise);
        Vector256<double> held = Vector256.Equals(a, bound) & Stable(quiet, x);
        Vector256<double> cruises = Vector256.Equals(Vector256.Abs(v), Vector256<double>.One) & (held | (Within(quiet, a, bound) & Within(quiet, next, bound)));
        if (cruises.ExtractMostSignificantBits() != (1 << Count) - 1) return false;
        a = Of(held, a, next);
        return true;
    }

    /// <summary>The whole step, in the words of <see cref="Burster.Step"/>.</summary>
    public void Step(ref Vector256<double> v, ref Vector256<double> a, Vector256<double> x, Vector256<double> noiseA, Vector256<double> noiseV)
    {
        Vector256<double> one = Vector256<double>.One, zero = Vector256<double>.Zero;
        Vector256<double> z = Vector256.Min(Vector256.Abs(x), one), w = one - z;
        Vector256<double> quiet = Vector256.LessThan(v, zero), state = quiet | Vector256.GreaterThan(v, zero);
        Vector256<double> positive = Vector256.GreaterThanOrEqual(x, zero), tau = Slowness(quiet, positive, z);
        Vector256<double> activeBound = Of(burst.ZeroBound) * w + Of(positive, burst.FullBound, burstNegative.FullBound) * z;
        Vector256<double> quietBound = Of(pause.ZeroBound) * w + Of(positive, pause.FullBound, pauseNegative.FullBound) * z;
        Vector256<double> bound = Of(quiet, quietBound, activeBound);

        // 1. a that lies just past its bound, since the bound has moved, is taken back to it
        Vector256<double> margin = Of(quiet, parameters.QuietMargin, parameters.ActiveMargin);
        Vector256<double> past = state & Vector256.GreaterThan(margin, zero) & Past(quiet, a, bound);
        if (past != zero)
        {
            Vector256<double> e = Lanes.Exp(Vector256.Max(-margin * (Of(rate) / tau), Of(-700)));
            Vector256<double> near = Of(quiet, Vector256.LessThanOrEqual(a, one + (quietBound - one) * e), Vector256.GreaterThanOrEqual(a, activeBound * e));
            a = Of(past & near, bound, a);
        }

        // 2. adaptation moves, 3. but not past its bound
        Vector256<double> next = Next(a, quiet, tau, noiseA);
        a = Of(state & Within(quiet, a, bound), Of(quiet, Vector256.Min(next, bound), Vector256.Max(next, bound)), a);

        // 4. voltage: outwards within the bound, or where the state is stable; else to 0
        Vector256<double> stays = Within(quiet, a, bound) | (Vector256.Equals(a, bound) & Stable(quiet, x));
        Vector256<double> ratio = Of(quiet, one - activeBound, quietBound) / Of(quiet, one - quietBound, activeBound);
        Vector256<double> delay = Lanes.Log(ratio) * tau * Of(quiet, p.QuietDelay, p.ActiveDelay);
        Vector256<double> dv = Of(dt) * noiseV / Vector256.Max(delay, Of(BursterCoefficients.ShortestCrossing));
        Vector256<double> moved = v + Of(stays ^ quiet, dv, -dv);
        v = Of(state, Vector256.Min(Vector256.Max(moved, -one), one), v);

        // 5. the flip
        Vector256<double> falls = Vector256.LessThanOrEqual(a, activeBound) & Vector256.LessThanOrEqual(v, zero);
        Vector256<double> rises = Vector256.GreaterThanOrEqual(a, quietBound) & Vector256.GreaterThanOrEqual(v, zero);
        v = Of(falls, -one, Of(rises, one, v));
    }

    /// <summary>Where the input holds a burst or a pause at its bound: tonic, or silent.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Stable(Vector256<double> quiet, Vector256<double> x) =>
        Of(quiet, Vector256.LessThan(x, Of(parameters.SilentBelow)), Vector256.GreaterThan(x, Of(parameters.TonicAbove)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Slowness(Vector256<double> quiet, Vector256<double> positive, Vector256<double> z) => Vector256<double>.One - z
        + Of(quiet, Of(positive, pause.FullSlowness, pauseNegative.FullSlowness), Of(positive, burst.FullSlowness, burstNegative.FullSlowness)) * z;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private Vector256<double> Next(Vector256<double> a, Vector256<double> quiet, Vector256<double> tau, Vector256<double> noise)
    {
        Vector256<double> target = quiet & Vector256<double>.One, pace = Of(quiet, pause.Pace, burst.Pace) * noise;
        return backward ? (a * tau + target * pace) / (tau + pace) : a + (target - a) * pace / tau;
    }

    /// <summary>Where a is on the near side of the bound it moves to.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Within(Vector256<double> quiet, Vector256<double> a, Vector256<double> bound) =>
        Of(quiet, Vector256.LessThan(a, bound), Vector256.GreaterThan(a, bound));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Past(Vector256<double> quiet, Vector256<double> a, Vector256<double> bound) =>
        Of(quiet, Vector256.GreaterThan(a, bound), Vector256.LessThan(a, bound));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Of(double number) => Vector256.Create(number);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Of(Vector256<double> mask, double yes, double no) => Vector256.ConditionalSelect(mask, Of(yes), Of(no));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Of(Vector256<double> mask, Vector256<double> yes, Vector256<double> no) => Vector256.ConditionalSelect(mask, yes, no);
}

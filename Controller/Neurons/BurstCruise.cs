using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Locomotion.Controller.Neurons;

/// <summary>
/// The step of <see cref="Burster.Step"/> for neurons at their elbow that stay there, which is nearly every step: then only a moves.
/// Four neurons side by side; the lanes do not meet, so each has the bits that it would have alone.
/// </summary>
internal sealed class BurstCruise(BursterCoefficients p)
{
    /// <summary>Neurons side by side.</summary>
    public const int Lanes = 4;

    // [0]: at x ≥ 0, [1]: at x < 0
    private readonly Lane[] burst = [new(p.Course(quiet: false, 1)), new(p.Course(quiet: false, -1))];
    private readonly Lane[] pause = [new(p.Course(quiet: true, 1)), new(p.Course(quiet: true, -1))];
    private readonly bool backward = p.Scheme == BursterScheme.Circuit;

    /// <summary>Moves <paramref name="a"/> where that is the whole step; says for each lane whether it was.</summary>
    /// <param name="v">Voltages.</param>
    /// <param name="a">Adaptations.</param>
    /// <param name="x">Inputs, the bias included.</param>
    /// <param name="noise">Factors on da/dt.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public Vector256<double> Step(Vector256<double> v, ref Vector256<double> a, Vector256<double> x, Vector256<double> noise)
    {
        Vector256<double> one = Vector256<double>.One, z = Vector256.Min(Vector256.Abs(x), one), w = one - z;
        Vector256<double> quiet = Vector256.LessThan(v, Vector256<double>.Zero), positive = Vector256.GreaterThanOrEqual(x, Vector256<double>.Zero);
        ref readonly Lane bp = ref burst[0], bn = ref burst[1], pp = ref pause[0], pn = ref pause[1];
        Vector256<double> full = Of(quiet, Of(positive, pp.FullBound, pn.FullBound), Of(positive, bp.FullBound, bn.FullBound));
        Vector256<double> slow = Of(quiet, Of(positive, pp.FullSlowness, pn.FullSlowness), Of(positive, bp.FullSlowness, bn.FullSlowness));
        Vector256<double> target = Vector256.BitwiseAnd(quiet, one), pace = Of(quiet, pp.Pace, bp.Pace) * noise;

        // the words of BurstCourse
        Vector256<double> bound = Of(quiet, pp.ZeroBound, bp.ZeroBound) * w + full * z, tau = w + slow * z;
        Vector256<double> next = backward ? (a * tau + target * pace) / (tau + pace) : a + (target - a) * pace / tau;

        // within the bound before and after, and at the elbow
        Vector256<double> within = Of(quiet,
            Vector256.LessThan(a, bound) & Vector256.LessThan(next, bound), Vector256.GreaterThan(a, bound) & Vector256.GreaterThan(next, bound));
        Vector256<double> whole = within & Vector256.Equals(Vector256.Abs(v), one);
        a = Of(whole, next, a);
        return whole;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Of(Vector256<double> mask, Vector256<double> yes, Vector256<double> no) => Vector256.ConditionalSelect(mask, yes, no);

    /// <summary>A <see cref="BurstCourse"/>, each number four times.</summary>
    private readonly struct Lane(BurstCourse course)
    {
        public readonly Vector256<double> ZeroBound = Vector256.Create(course.ZeroBound), FullBound = Vector256.Create(course.FullBound),
            FullSlowness = Vector256.Create(course.FullSlowness), Pace = Vector256.Create(course.Pace);
    }
}

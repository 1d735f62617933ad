using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Locomotion.Controller.Maths;

/// <summary>Elementary functions with the same bits on every machine and an error below 1 ULP.</summary>
/// <remarks>
/// They are made of + − · /, comparisons and moves of bits, which IEEE 754 defines exactly; no product is fused with a sum.
/// A NaN is always <see cref="double.NaN"/>: processors differ in the bits of the NaNs they make.
/// </remarks>
public static class DMath
{
    /// <summary>The largest angle that <see cref="Sin"/>, <see cref="Cos"/> and SinCos take: 2^20 rad.</summary>
    public const double MaxAngle = 1 << 20;

    // ln 2 in two parts: n times the first is exact for |n| < 2^11
    private const double Ln2High = 0.6931471805598903, Ln2Low = 5.497923018708371e-14;

    /// <summary>sin x, x in rad, |x| ≤ <see cref="MaxAngle"/>; beyond that it throws. Exactly odd.</summary>
    /// <remarks>Method: see <see cref="SineCosine.Of"/>. Largest error seen: 0.78 ULP (DMathTests).</remarks>
    public static double Sin(double x)
    {
        if (!(Math.Abs(x) <= MaxAngle)) return RefuseAngle(x);
        SineCosine.Of(Vector256.Create(x), out Vector256<double> sin, out _);
        return sin.ToScalar();
    }

    /// <summary>cos x, x in rad, |x| ≤ <see cref="MaxAngle"/>; beyond that it throws. Exactly even.</summary>
    /// <remarks>Method: see <see cref="SineCosine.Of"/>. Largest error seen: 0.78 ULP (DMathTests).</remarks>
    public static double Cos(double x)
    {
        if (!(Math.Abs(x) <= MaxAngle)) return RefuseAngle(x);
        SineCosine.Of(Vector256.Create(x), out _, out Vector256<double> cos);
        return cos.ToScalar();
    }

    /// <summary>The bits of <see cref="Sin"/> and <see cref="Cos"/> at the cost of one.</summary>
    public static void SinCos(double x, out double sin, out double cos)
    {
        if (!(Math.Abs(x) <= MaxAngle))
        {
            sin = cos = RefuseAngle(x);
            return;
        }
        SineCosine.Of(Vector256.Create(x), out Vector256<double> s, out Vector256<double> c);
        sin = s.ToScalar();
        cos = c.ToScalar();
    }

    /// <summary>The bits of <see cref="Sin"/> and <see cref="Cos"/> of many angles, taken four at a time. The spans must not overlap.</summary>
    public static void SinCos(ReadOnlySpan<double> x, Span<double> sin, Span<double> cos)
    {
        if (sin.Length != x.Length || cos.Length != x.Length) RefuseLengths(x.Length, sin.Length, cos.Length);
        if (x.Length < 4) OneByOne(x, sin, cos);
        else
        {
            for (int i = 0; i < x.Length; i += 4)
            {
                int k = Math.Min(i, x.Length - 4);      // at the end four again, some of them once more
                FourAtOnce(x.Slice(k, 4), sin.Slice(k, 4), cos.Slice(k, 4));
            }
        }
    }

    /// <summary>e^x.</summary>
    /// <remarks>
    /// x = n ln 2 + r − e;  e^x = 2^n (1 + r + r² P(r) − e).
    /// <para>
    /// Method: P of degree 10, least squares at Chebyshev nodes, each coefficient rounded in turn and the later ones fitted again;
    /// error below 2^-63.8. Largest error seen: 0.70 ULP, and 0.80 where the result is subnormal (DMathTests).
    /// </para>
    /// </remarks>
    public static double Exp(double x)
    {
        if (double.IsNaN(x)) return double.NaN;
        x = x > 710 ? 710 : x < -746 ? -746 : x;            // already infinite and 0
        double n = Math.Round(x * 1.4426950408889634);      // x / ln 2
        double a = x - n * Ln2High;                         // exact
        double b = n * Ln2Low;
        double r = a - b, e = b - (a - r), z = r * r;
        double p = 0.5 + r * 0.16666666666666685
            + z * (0.041666666666666685 + r * 0.008333333333315955
            + z * (0.001388888888887332 + r * 0.00019841269898657164
            + z * (2.4801587349060642e-05 + r * 2.7557232875741503e-06
            + z * (2.755725199219796e-07 + r * 2.511265409633927e-08 + z * 2.0921702425952697e-09))));
        double w = 1 + r;
        double y = w + (1 - w + r + (z * p - e));           // (1 − w) + r is what rounding took from w
        int k = (int)n, half = k >> 1;
        return y * PowerOfTwo(half) * PowerOfTwo(k - half); // two factors: 2^n alone may overflow or be subnormal
    }

    /// <summary>Natural logarithm of x: −∞ at ±0, NaN below.</summary>
    /// <remarks>
    /// x = 2^k (1 + f), √½ ≤ 1 + f ≤ √2, s = f / (2 + f);  ln x = k ln 2 + f − f²/2 + s (f²/2 + s² P(s²)).
    /// <para>
    /// Method: 2 artanh s = 2 s + s³ P(s²), P of degree 7: minimax by Remez exchange, rounded as for the sine; relative error below 2^-66.
    /// Largest error seen: 0.89 ULP (DMathTests).
    /// </para>
    /// </remarks>
    public static double Log(double x)
    {
        if (!(x > 0)) return x == 0 ? double.NegativeInfinity : double.NaN;
        if (double.IsPositiveInfinity(x)) return x;
        bool subnormal = x < 2.2250738585072014e-308;
        long bits = BitConverter.DoubleToInt64Bits(subnormal ? x * 18014398509481984 : x);      // 2^54
        long exponent = (bits - 0x3fe6a09e667f3bcd) >> 52;                                      // the bits of √½
        double f = BitConverter.Int64BitsToDouble(bits - (exponent << 52)) - 1;                 // exact
        double k = subnormal ? exponent - 54 : exponent;
        double s = f / (2 + f), z = s * s, half = f * f * 0.5;
        double p = 0.6666666666666666 + z * (0.4000000000000489 + z * (0.285714285694236 + z * (0.222222226050329
            + z * (0.18181778506073623 + z * (0.15386982565972637 + z * (0.13252282411924257 + z * 0.13233620730837375))))));
        double a = k * Ln2High;                             // exact
        double h = a + f;
        return h + (a - h + f + (k * Ln2Low + (s * (half + z * p) - half)));
    }

    /// <summary>Angle of the point (x, y) from the positive x axis, rad, in [−π, π]. Zeros and infinities as in C99, annex F.</summary>
    /// <remarks>
    /// arctan q = arctan c + arctan t,  t = (q − c) / (1 + q c),  c the multiple of 1/8 next to q = min(|x|, |y|) / max(|x|, |y|).
    /// <para>
    /// Method: arctan c from a table, t with the remainder of its division, and Taylor's series to t^15, error below 2^-67.
    /// Largest error seen: 0.51 ULP (DMathTests).
    /// </para>
    /// </remarks>
    public static double Atan2(double y, double x) => double.IsNaN(x) || double.IsNaN(y)
        ? double.NaN
        : Math.CopySign(Arctangent.Above(Math.Abs(y), x), y);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void FourAtOnce(ReadOnlySpan<double> x, Span<double> sin, Span<double> cos)
    {
        Vector256<double> four = Vector256.Create(x);
        if (Vector256.LessThanOrEqualAll(Vector256.Abs(four), Vector256.Create(MaxAngle)))
        {
            SineCosine.Of(four, out Vector256<double> s, out Vector256<double> c);
            s.CopyTo(sin);
            c.CopyTo(cos);
        }
        else OneByOne(x, sin, cos);
    }

    private static void OneByOne(ReadOnlySpan<double> x, Span<double> sin, Span<double> cos)
    {
        for (int i = 0; i < x.Length; i++) SinCos(x[i], out sin[i], out cos[i]);
    }

    private static double PowerOfTwo(int k) => BitConverter.Int64BitsToDouble((long)(k + 1023) << 52);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double RefuseAngle(double x) => double.IsNaN(x)
        ? double.NaN
        : throw new ArgumentOutOfRangeException(nameof(x), x, "An angle must lie in [-2^20, 2^20] rad: wrap the phase first.");

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RefuseLengths(int x, int sin, int cos) =>
        throw new ArgumentException($"{x} angles need {x} places for sines and cosines; there are {sin} and {cos}.", nameof(x));
}

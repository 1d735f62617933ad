using System.Runtime.CompilerServices;

namespace Locomotion.Controller.Maths;

/// <summary>Elementary functions with the same bits on every machine, and at most 1 ULP of error.</summary>
/// <remarks>
/// Only + − * /, comparisons and moves of bits, which IEEE 754 defines exactly; nothing is fused and System.Math computes nothing.
/// Every NaN returned is <see cref="double.NaN"/>, since processors differ in the bits of theirs.
/// </remarks>
public static class DMath
{
    private const double MaxAngle = 1 << 20;

    /// <summary>sin x, x in rad, |x| ≤ 2^20.</summary>
    public static double Sin(double x)
    {
        if (!(Math.Abs(x) <= MaxAngle)) return RefuseAngle(x);
        long n = HalfPi.Reduce(x, out double r, out double e);
        return Pick(n, SinNearZero(r, e), CosNearZero(r, e));
    }

    /// <summary>cos x, x in rad, |x| ≤ 2^20.</summary>
    public static double Cos(double x)
    {
        if (!(Math.Abs(x) <= MaxAngle)) return RefuseAngle(x);
        long n = HalfPi.Reduce(x, out double r, out double e);
        return Pick(n + 1, SinNearZero(r, e), CosNearZero(r, e));
    }

    /// <summary>sin x and cos x at once, x in rad, |x| ≤ 2^20; the bits are those of <see cref="Sin"/> and <see cref="Cos"/>.</summary>
    public static void SinCos(double x, out double sin, out double cos)
    {
        if (!(Math.Abs(x) <= MaxAngle))
        {
            sin = cos = RefuseAngle(x);
            return;
        }
        long n = HalfPi.Reduce(x, out double r, out double e);
        double s = SinNearZero(r, e), c = CosNearZero(r, e);
        sin = Pick(n, s, c);
        cos = Pick(n + 1, s, c);
    }

    /// <summary>e^x.</summary>
    public static double Exp(double x)
    {
        if (double.IsNaN(x)) return double.NaN;
        x = x > 710 ? 710 : x < -746 ? -746 : x;        // infinite or 0 from here on
        double shifted = x * 1.4426950408889634 + Rounder;
        double n = shifted - Rounder;
        double a = x - n * Ln2High;                     // exact
        double b = n * Ln2Low;
        double r = a - b;
        double e = b - (a - r);
        double z = r * r;
        double p = 0.5 + r * 0.16666666666666685
            + z * (0.041666666666666685 + r * 0.008333333333315955
            + z * (0.001388888888887332 + r * 0.00019841269898657164
            + z * (2.4801587349060642e-05 + r * 2.7557232875741503e-06
            + z * (2.755725199219796e-07 + r * 2.511265409633927e-08 + z * 2.0921702425952697e-09))));
        double w = 1 + r;
        double y = w + ((1 - w) + r + (z * p - e));
        long k = (int)n, half = k >> 1;
        return y * PowerOfTwo(half) * PowerOfTwo(k - half);
    }

    /// <summary>Natural logarithm of x.</summary>
    public static double Log(double x)
    {
        if (!(x > 0)) return x == 0 ? double.NegativeInfinity : double.NaN;
        if (x == double.PositiveInfinity) return x;
        long k = 0;
        if (x < 2.2250738585072014e-308)
        {
            x *= 18014398509481984;     // 2^54
            k = -54;
        }
        long bits = BitConverter.DoubleToInt64Bits(x);
        long shift = (bits - 0x3fe6a09e667f3bcd) >> 52;
        k += shift;
        double f = BitConverter.Int64BitsToDouble(bits - (shift << 52)) - 1;
        double s = f / (2 + f);
        double z = s * s;
        double p = z * (0.6666666666666666 + z * (0.4000000000000489 + z * (0.285714285694236 + z * (0.222222226050329
            + z * (0.18181778506073623 + z * (0.15386982565972637 + z * (0.13252282411924257 + z * 0.13233620730837375)))))));
        double half = 0.5 * f * f;
        double a = k * Ln2High;
        double h = a + f;
        return h + ((a - h) + f + (k * Ln2Low + (s * (half + p) - half)));
    }

    /// <summary>Angle of the point (x, y) from the positive x axis, rad, in [−π, π].</summary>
    public static double Atan2(double y, double x) => Math.CopySign(AngleAbove(Math.Abs(y), x), y);

    private static double AngleAbove(double y, double x)
    {
        if (double.IsNaN(x) || double.IsNaN(y)) return double.NaN;
        double ax = Math.Abs(x);
        bool steep = y > ax, behind = double.IsNegative(x);
        double small = steep ? ax : y, large = steep ? y : ax;
        // the angle is base ± atan(small / large)
        double baseHigh = steep ? 1.5707963267948966 : behind ? 3.141592653589793 : 0;
        double baseLow = steep ? 6.123233995736766e-17 : behind ? 1.2246467991473532e-16 : 0;
        double sign = steep != behind ? -1 : 1;
        if (small == large && (small == 0 || small == double.PositiveInfinity))
        {
            small = small == 0 ? 0 : 1;
            large = 1;
        }
        if (small == 0 || small < large * 8.673617379884035e-19)    // 2^-60
            return baseHigh == 0 ? small / large : baseHigh + baseLow;
        if (large > TwoTo500) { small *= TwoToMinus600; large *= TwoToMinus600; }
        if (large < TwoToMinus400) { small *= TwoTo600; large *= TwoTo600; }
        // t = tan(angle − arctan(i/8)) = u / v with u = small − i/8 large, v = large + i/8 small, as a value and its small correction
        int i = (int)(8 * small / large + 0.5);
        double tangent = i * 0.125;
        double product = ErrorFree.Product(tangent, large, out double productError);
        double u = ErrorFree.Sum(small, -product, out double uError);
        uError -= productError;
        product = ErrorFree.Product(tangent, small, out productError);
        double v = ErrorFree.Sum(large, product, out double vError);
        vError += productError;
        double t = u / v;
        product = ErrorFree.Product(t, v, out productError);
        double tError = ((u - product) - productError + uError - t * vError) / v;
        double z = t * t;
        double correction = tError - t * z * (1.0 / 3 - z * (1.0 / 5 - z * (1.0 / 7 - z * (1.0 / 9 - z * (1.0 / 11 - z * (1.0 / 13 - z * (1.0 / 15)))))));
        double angle = ErrorFree.Sum(baseHigh, sign * ArctanHigh[i], out double angleError);
        angle = ErrorFree.Sum(angle, sign * t, out double tRounding);
        return angle + (tRounding + (angleError + (baseLow + sign * (ArctanLow[i] + correction))));
    }

    // arctan(i/8), i = 0 to 8, as a double and the rest
    private static ReadOnlySpan<double> ArctanHigh =>
    [
        0, 0.12435499454676144, 0.24497866312686414, 0.35877067027057225, 0.4636476090008061, 0.5585993153435624, 0.6435011087932844,
        0.7188299996216245, 0.7853981633974483,
    ];
    private static ReadOnlySpan<double> ArctanLow =>
    [
        0, -3.1253241424539383E-18, 1.0698755618734451E-17, -2.4623815582638635E-17, 2.2698777452961687E-17, -5.4556305485916264E-18,
        1.5834785051444286E-17, -2.1478388444456983E-17, 3.061616997868383E-17,
    ];
    private const double TwoTo500 = 3.273390607896142E+150, TwoTo600 = 4.149515568880993E+180;
    private const double TwoToMinus400 = 3.872591914849318E-121, TwoToMinus600 = 2.409919865102884E-181;

    private const double Rounder = 6755399441055744;
    private const double Ln2High = 0.6931471805598903;
    private const double Ln2Low = 5.497923018708371e-14;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double PowerOfTwo(long k) => BitConverter.Int64BitsToDouble((k + 1023) << 52);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double SinNearZero(double r, double e)
    {
        double z = r * r;
        return r - (e + r * z * (0.16666666666666632 - z * (0.008333333333322493 - z * (0.00019841269829861476
            - z * (2.755731370837745e-06 - z * (2.5050760459084707e-08 - z * 1.589692164207054e-10))))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double CosNearZero(double r, double e)
    {
        double z = r * r;
        double half = 0.5 * z;
        double w = 1 - half;
        return w + (((1 - w) - half) + (r * e + z * z * (0.0416666666666666 - z * (0.0013888888888874485 - z * (2.480158728968174e-05
            - z * (2.755731440450213e-07 - z * (2.087572979084802e-09 - z * 1.1359961605955223e-11)))))));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Pick(long n, double sin, double cos)
    {
        long s = BitConverter.DoubleToInt64Bits(sin), c = BitConverter.DoubleToInt64Bits(cos);
        long picked = s ^ ((s ^ c) & -(n & 1));
        return BitConverter.Int64BitsToDouble(picked ^ ((n & 2) << 62));
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static double RefuseAngle(double x) => double.IsNaN(x)
        ? double.NaN
        : throw new ArgumentOutOfRangeException(nameof(x), x, "An angle must lie in [-2^20, 2^20] rad; wrap the phase first.");
}

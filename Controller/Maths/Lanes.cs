using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Locomotion.Controller.Maths;

/// <summary>Exponential and logarithm of four numbers side by side, with the bits of <see cref="DMath"/>; method and error stand there.</summary>
public static class Lanes
{
    private const double Ln2High = 0.6931471805598903, Ln2Low = 5.497923018708371e-14;
    // 1.5 · 2^52: the bits of its sum with a whole number end in that number
    private const double Rounder = 6755399441055744;

    /// <summary>e^x, −700 ≤ x ≤ 700; other numbers give nonsense.</summary>
    public static Vector256<double> Exp(Vector256<double> x)
    {
        Vector256<double> n = Vector256.Round(x * 1.4426950408889634), a = x - n * Ln2High, b = n * Ln2Low;
        Vector256<double> r = a - b, e = b - (a - r), z = r * r;
        Vector256<double> p = Of(0.5) + r * 0.16666666666666685
            + z * (Of(0.041666666666666685) + r * 0.008333333333315955
            + z * (Of(0.001388888888887332) + r * 0.00019841269898657164
            + z * (Of(2.4801587349060642e-05) + r * 2.7557232875741503e-06
            + z * (Of(2.755725199219796e-07) + r * 2.511265409633927e-08 + z * 2.0921702425952697e-09))));
        Vector256<double> one = Vector256<double>.One, w = one + r, y = w + (one - w + r + (z * p - e));
        Vector256<double> half = Vector256.Floor(n * 0.5);
        return y * PowerOfTwo(half) * PowerOfTwo(n - half);
    }

    /// <summary>Natural logarithm of normal positive numbers; other numbers give nonsense.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Log(Vector256<double> x)
    {
        Vector256<long> bits = x.AsInt64(), bias = Vector256.Create(1023L);
        Vector256<long> exponent = ((bits - Vector256.Create(0x3fe6a09e667f3bcd) + (bias << 52)) >>> 52) - bias;
        Vector256<double> one = Vector256<double>.One, f = (bits - (exponent << 52)).AsDouble() - one;
        Vector256<double> k = (exponent + Of(Rounder).AsInt64()).AsDouble() - Of(Rounder);
        Vector256<double> s = f / (Of(2) + f), z = s * s, half = f * f * 0.5;
        Vector256<double> p = Of(0.6666666666666666) + z * (Of(0.4000000000000489) + z * (Of(0.285714285694236) + z * (Of(0.222222226050329)
            + z * (Of(0.18181778506073623) + z * (Of(0.15386982565972637) + z * (Of(0.13252282411924257) + z * 0.13233620730837375))))));
        Vector256<double> a = k * Ln2High, h = a + f;
        return h + (a - h + f + (k * Ln2Low + (s * (half + z * p) - half)));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> PowerOfTwo(Vector256<double> k) =>
        (((k + Of(Rounder)).AsInt64() - Of(Rounder).AsInt64() + Vector256.Create(1023L)) << 52).AsDouble();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<double> Of(double number) => Vector256.Create(number);
}

using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Locomotion.Controller.Maths;

/// <summary>Sine and cosine of four angles side by side. The lanes do not meet, so one angle gives the same bits in each.</summary>
internal static class SineCosine
{
    /// <summary>sin x and cos x, x in rad, |x| ≤ 2^20.</summary>
    /// <remarks>
    /// x = n π/2 + r − e;  sin(r − e) = r − e cos r − r³ S(r²),  cos(r − e) = 1 − r²/2 + r⁴ C(r²) + e r,  then n turns and swaps them.
    /// <para>
    /// Method: <see cref="HalfPi.Reduce"/>, then S and C of degree 5: minimax by Remez exchange, each coefficient rounded in turn and the
    /// later ones fitted again; relative error of sin below 2^-58.0, absolute of cos below 2^-64.1. No branch.
    /// </para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Of(Vector256<double> x, out Vector256<double> sin, out Vector256<double> cos)
    {
        Vector256<long> n = HalfPi.Reduce(x, out Vector256<double> r, out Vector256<double> e);
        Vector256<double> z = r * r, half = z * 0.5, one = Vector256<double>.One;
        Vector256<double> w = one - half;

        Vector256<double> p = Vector256.Create(2.5050760459084707e-08) - z * 1.589692164207054e-10;
        p = Vector256.Create(2.755731370837745e-06) - z * p;
        p = Vector256.Create(0.00019841269829861476) - z * p;
        p = Vector256.Create(0.008333333333322493) - z * p;
        p = Vector256.Create(0.16666666666666632) - z * p;
        Vector256<double> s = r - (e * w + r * z * p);

        Vector256<double> q = Vector256.Create(2.087572979084802e-09) - z * 1.1359961605955223e-11;
        q = Vector256.Create(2.755731440450213e-07) - z * q;
        q = Vector256.Create(2.480158728968174e-05) - z * q;
        q = Vector256.Create(0.0013888888888874485) - z * q;
        q = Vector256.Create(0.0416666666666666) - z * q;
        Vector256<double> c = w + (one - w - half + (e * r + z * z * q));   // (1 − w) − half is what rounding took from w

        // n odd swaps the two; bit 1 of n is the sign of the sine, of n + 1 that of the cosine
        Vector256<long> bit0 = Vector256<long>.One, bit1 = Vector256.Create(2L);
        Vector256<double> odd = (-(n & bit0)).AsDouble();
        sin = Vector256.ConditionalSelect(odd, c, s) ^ ((n & bit1) << 62).AsDouble();
        cos = Vector256.ConditionalSelect(odd, s, c) ^ (((n + bit0) & bit1) << 62).AsDouble();
    }
}

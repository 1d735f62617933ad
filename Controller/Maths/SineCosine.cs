using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Locomotion.Controller.Maths;

/// <summary>Sine and cosine of two angles side by side. The lanes do not meet, so one angle gives the same bits in either.</summary>
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
    public static void Of(Vector128<double> x, out Vector128<double> sin, out Vector128<double> cos)
    {
        Vector128<long> n = HalfPi.Reduce(x, out Vector128<double> r, out Vector128<double> e);
        Vector128<double> z = r * r, half = z * 0.5, one = Vector128<double>.One;
        Vector128<double> w = one - half;

        Vector128<double> p = Vector128.Create(2.5050760459084707e-08) - z * 1.589692164207054e-10;
        p = Vector128.Create(2.755731370837745e-06) - z * p;
        p = Vector128.Create(0.00019841269829861476) - z * p;
        p = Vector128.Create(0.008333333333322493) - z * p;
        p = Vector128.Create(0.16666666666666632) - z * p;
        Vector128<double> s = r - (e * w + r * z * p);

        Vector128<double> q = Vector128.Create(2.087572979084802e-09) - z * 1.1359961605955223e-11;
        q = Vector128.Create(2.755731440450213e-07) - z * q;
        q = Vector128.Create(2.480158728968174e-05) - z * q;
        q = Vector128.Create(0.0013888888888874485) - z * q;
        q = Vector128.Create(0.0416666666666666) - z * q;
        Vector128<double> c = w + (one - w - half + (e * r + z * z * q));   // (1 − w) − half is what rounding took from w

        // n odd swaps the two; bit 1 of n is the sign of the sine, of n + 1 that of the cosine
        Vector128<long> bit0 = Vector128<long>.One, bit1 = Vector128.Create(2L);
        Vector128<double> odd = (-(n & bit0)).AsDouble();
        sin = Vector128.ConditionalSelect(odd, c, s) ^ ((n & bit1) << 62).AsDouble();
        cos = Vector128.ConditionalSelect(odd, s, c) ^ (((n + bit0) & bit1) << 62).AsDouble();
    }
}

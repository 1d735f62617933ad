using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace Locomotion.Controller.Maths;

/// <summary>Argument reduction for sine and cosine: the multiples of π/2 are taken off.</summary>
internal static class HalfPi
{
    private const double Inverse = 0.6366197723675814;      // 2/π
    // π/2 in four parts: three of 33 bits, so that n times a part is exact for |n| ≤ 2^20, and then what is left
    private const double Part1 = 1.5707963267341256;
    private const double Part2 = 6.077100506303966e-11;
    private const double Part3 = 2.0222662487111665e-21;
    private const double Part4 = 8.4784276603689e-32;
    // 1.5 · 2^52: a sum with it is rounded to an integer, which stands in the sum's low bits
    private const double Rounder = 6755399441055744;

    /// <summary>Splits x = n π/2 + r − e, with r near [−π/4, π/4] and |e| ≤ ulp(r)/2, for |x| ≤ 2^20.</summary>
    /// <returns>n in the two's complement low bits; what stands above them has no meaning.</returns>
    /// <remarks>
    /// Method: Cody and Waite, Software Manual for the Elementary Functions, 1980, in four parts, keeping the rounding error of each
    /// difference. Odd in x, and e = +0 where x = ±0.
    /// <para>Error: below 2^-80 |r|; the r nearest to 0 is 2^-60.5, at n = ±29 (DMathTests).</para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Reduce(Vector256<double> x, out Vector256<double> r, out Vector256<double> e)
    {
        Vector256<double> shifted = x * Inverse + Vector256.Create(Rounder);
        Vector256<double> n = shifted - Vector256.Create(Rounder);
        Vector256<double> a = x - n * Part1;                // exact
        Vector256<double> b = n * Part2;                    // exact
        Vector256<double> h = a - b;
        Vector256<double> c = n * Part3 - (a - h - b);      // (a − h) − b is what rounding took from h
        r = h - c;
        e = c - (h - r) + n * Part4;
        return shifted.AsInt64();
    }
}

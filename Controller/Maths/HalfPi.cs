using System.Runtime.CompilerServices;

namespace Locomotion.Controller.Maths;

/// <summary>Argument reduction for sine and cosine.</summary>
internal static class HalfPi
{
    private const double Inverse = 0.6366197723675814;          // 2/π
    // π/2 in four parts: 33 bits each, so that n times a part is exact for |n| ≤ 2^20, and then what is left
    private const double Part1 = 1.5707963267341256;
    private const double Part2 = 6.077100506303966E-11;
    private const double Part3 = 2.0222662487111665E-21;
    private const double Part4 = 8.4784276603689E-32;

    // 1.5 · 2^52: adding it rounds to an integer, which then stands in the low bits of the sum
    private const double Rounder = 6755399441055744;

    /// <summary>Splits x = n π/2 + r − e with |r| ≤ π/4 (1 + 2^-18) and |e| ≤ ulp(r)/2; returns n, of which only the low bits are meant.</summary>
    /// <remarks>
    /// Method: Cody and Waite 1980 in four parts; every subtraction before the last is exact or keeps its rounding error.
    /// <para>Error: below 2^-130 for |x| ≤ 2^20, where the smallest |r| at n ≠ 0 is near 2^-56. Odd in x, and e = +0 where x = ±0.</para>
    /// </remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Reduce(double x, out double r, out double e)
    {
        double shifted = x * Inverse + Rounder;
        double n = shifted - Rounder;
        double a = x - n * Part1;               // exact
        double b = n * Part2;                   // exact
        double h = a - b;
        double c = n * Part3 - ((a - h) - b);   // (a − h) − b is the rounding error of h
        r = h - c;
        e = c - (h - r) + n * Part4;
        return BitConverter.DoubleToInt64Bits(shifted);
    }
}

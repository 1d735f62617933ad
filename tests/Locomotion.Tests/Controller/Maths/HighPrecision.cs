using System.Numerics;

namespace Locomotion.Tests.Controller.Maths;

/// <summary>Mantissa · 2^Exponent, and elementary functions of doubles to about 300 bits. Slow, and written to be checked by eye.</summary>
internal readonly record struct HighPrecision(BigInteger Mantissa, int Exponent)
{
    private const int Bits = 320;           // fractional bits; arguments near 0 get as many more as they have leading zeros
    private const int WideBits = 1536;
    private static readonly BigInteger WidePi = 16 * ArctangentOfInverse(5) - 4 * ArctangentOfInverse(239);     // Machin 1706
    private static readonly BigInteger WideLn2 = 2 * InverseSeries(3, sign: 1);                                 // 2 artanh 1/3

    public static HighPrecision Exactly(double x)
    {
        long bits = BitConverter.DoubleToInt64Bits(x), fraction = bits & ((1L << 52) - 1);
        int exponent = (int)(bits >> 52) & 0x7ff;
        long mantissa = exponent == 0 ? fraction : fraction | (1L << 52);
        return new(bits < 0 ? -mantissa : mantissa, Math.Max(exponent, 1) - 1075);
    }

    /// <summary>n π/2.</summary>
    public static HighPrecision QuarterTurns(int n) => new(n * Pi(Bits), -Bits - 1);

    public static (HighPrecision Sin, HighPrecision Cos) SinCos(double x)
    {
        int bits = BitsFor(x);
        BigInteger quarter = Pi(bits) >> 1, angle = Exactly(x).Fixed(bits);
        BigInteger n = BigInteger.Divide(2 * angle + angle.Sign * quarter, 2 * quarter);    // to nearest
        BigInteger r = angle - n * quarter;
        BigInteger s = Taylor(r, bits, firstPower: 1, step: 2), c = Taylor(r, bits, firstPower: 0, step: 2);
        (s, c) = (int)(n & 3) switch { 0 => (s, c), 1 => (c, -s), 2 => (-s, -c), _ => (-c, s) };
        return (new(s, -bits), new(c, -bits));
    }

    public static HighPrecision Exp(double x)
    {
        BigInteger ln2 = WideLn2 >> (WideBits - Bits), whole = Exactly(x).Fixed(Bits);
        BigInteger n = BigInteger.Divide(whole, ln2);
        return new(Taylor(whole - n * ln2, Bits, firstPower: 0, step: 1), (int)n - Bits);
    }

    /// <summary>ln x = g + 2 (x − e^g) / (x + e^g) + O(δ³), where g is the runtime's value, wrong by δ.</summary>
    public static HighPrecision Log(double x)
    {
        double g = Math.Log(x);
        HighPrecision power = Exp(g), exact = Exactly(x);
        int unit = Math.Min(power.Exponent, exact.Exponent);
        BigInteger e = power.Fixed(-unit), b = exact.Fixed(-unit);
        return new(Exactly(g).Fixed(Bits) + ((b - e << (Bits + 1)) / (b + e)), -Bits);
    }

    /// <summary>
    /// θ = g + δ, tan δ = (y cos g − x sin g) / (x cos g + y sin g), where g is the runtime's value: δ − δ³/3 is good to δ⁵.
    /// </summary>
    public static HighPrecision Atan2(double y, double x)
    {
        double g = Math.Atan2(y, x);
        int bits = BitsFor(g);
        (HighPrecision sin, HighPrecision cos) = SinCos(g);
        BigInteger s = sin.Fixed(bits), c = cos.Fixed(bits);
        int unit = Math.Min(Exactly(y).Exponent, Exactly(x).Exponent);
        BigInteger a = Exactly(x).Fixed(-unit), b = Exactly(y).Fixed(-unit);
        BigInteger tangent = (b * c - a * s << bits) / (a * c + b * s);
        return new(Exactly(g).Fixed(bits) + tangent - (tangent * tangent * tangent >> (2 * bits)) / 3, -bits);
    }

    /// <summary>|y − this| in units of the last place that doubles of this size have.</summary>
    public double UlpsFrom(double y)
    {
        int leading = (int)BigInteger.Abs(Mantissa).GetBitLength() - 1 + Exponent;
        int ulp = Math.Max(leading - 52, -1074);
        int unit = Math.Min(Exponent, -1074);
        BigInteger difference = BigInteger.Abs(Exactly(y).Fixed(-unit) - Fixed(-unit));
        int excess = Math.Max((int)difference.GetBitLength() - 64, 0);
        return Math.ScaleB((double)(difference >> excess), excess + unit - ulp);
    }

    /// <summary>The double nearest to this, which must be positive and not subnormal.</summary>
    public double Nearest()
    {
        int excess = (int)Mantissa.GetBitLength() - 53;
        BigInteger rounded = Mantissa + (BigInteger.One << (excess - 1)) >> excess;
        return Math.ScaleB((double)rounded, Exponent + excess);
    }

    private static int BitsFor(double x) => Bits + (x == 0 ? 1074 : Math.Max(0, -Math.ILogB(x)));

    private static BigInteger Pi(int bits) => WidePi >> (WideBits - bits);

    /// <summary>This in units of 2^-bits, rounded down.</summary>
    private BigInteger Fixed(int bits) => Exponent + bits >= 0 ? Mantissa << (Exponent + bits) : Mantissa >> -(Exponent + bits);

    /// <summary>Sum of r^k / k! over k = firstPower, firstPower + step, …; the signs alternate where the step is 2.</summary>
    private static BigInteger Taylor(BigInteger r, int bits, int firstPower, int step)
    {
        BigInteger term = firstPower == 0 ? BigInteger.One << bits : r, sum = term;
        BigInteger factor = step == 1 ? r : -(r * r >> bits);
        for (int k = firstPower + step; !term.IsZero; k += step)
        {
            term = (term * factor >> bits) / (step == 1 ? k : k * (k - 1));
            sum += term;
        }
        return sum;
    }

    private static BigInteger ArctangentOfInverse(int n) => InverseSeries(n, sign: -1);

    /// <summary>n^-1 + sign n^-3 / 3 + n^-5 / 5 + …: artanh 1/n for sign 1, arctan 1/n for sign −1.</summary>
    private static BigInteger InverseSeries(int n, int sign)
    {
        BigInteger power = (BigInteger.One << WideBits) / n, sum = power;
        for (int k = 3; !power.IsZero; k += 2)
        {
            power = sign * power / (n * n);
            sum += power / k;
        }
        return sum;
    }
}

using System.IO.Hashing;
using System.Runtime.InteropServices;
using Locomotion.Controller.Maths;
using static Locomotion.Tests.Controller.Maths.SeededDoubles;

#pragma warning disable xUnit1025 // the analyzer takes rows for duplicates that differ in the sign of a zero

namespace Locomotion.Tests.Controller.Maths;

/// <summary>What holds exactly: edges, symmetries, refusals, and the bits themselves.</summary>
public class DMathTests
{
    private const double NaN = double.NaN, Infinity = double.PositiveInfinity;

    [Theory]
    [InlineData(0, 0, 1), InlineData(-0.0, -0.0, 1), InlineData(double.Epsilon, double.Epsilon, 1), InlineData(1e-300, 1e-300, 1)]
    [InlineData(-2.2250738585072014e-308, -2.2250738585072014e-308, 1)]
    public void Sine_and_cosine_at_the_edges(double x, double sin, double cos)
    {
        SameBits(sin, DMath.Sin(x));
        SameBits(cos, DMath.Cos(x));
    }

    [Theory]
    [InlineData(0, 1), InlineData(-0.0, 1), InlineData(double.Epsilon, 1), InlineData(-double.Epsilon, 1), InlineData(1e-17, 1)]
    [InlineData(Infinity, Infinity), InlineData(-Infinity, 0), InlineData(double.MaxValue, Infinity), InlineData(-double.MaxValue, 0)]
    [InlineData(709.78271289338409, Infinity), InlineData(-745.13321910194111, double.Epsilon), InlineData(-745.13321910194122, 0)]
    public void Exponential_at_the_edges(double x, double exp) => SameBits(exp, DMath.Exp(x));

    [Fact]
    public void Exponential_is_finite_up_to_the_logarithm_of_the_largest_double()
    {
        double x = 709.78271289338397;
        Assert.True(double.IsFinite(DMath.Exp(x)));
        Assert.InRange(HighPrecision.Exp(x).UlpsFrom(DMath.Exp(x)), 0, 0.7);
    }

    [Theory]
    [InlineData(1, 0), InlineData(0, -Infinity), InlineData(-0.0, -Infinity), InlineData(Infinity, Infinity)]
    [InlineData(-1, NaN), InlineData(-double.Epsilon, NaN), InlineData(-Infinity, NaN)]
    [InlineData(double.Epsilon, -744.4400719213812), InlineData(double.MaxValue, 709.782712893384), InlineData(2, 0.6931471805599453)]
    public void Logarithm_at_the_edges(double x, double log) => SameBits(log, DMath.Log(x));

    // C99, annex F.9.1.4, then quotients that overflow, vanish or are exact
    [Theory]
    [InlineData(0, 0, 0), InlineData(-0.0, 0, -0.0), InlineData(0, -0.0, Math.PI), InlineData(-0.0, -0.0, -Math.PI)]
    [InlineData(0, 3, 0), InlineData(-0.0, 3, -0.0), InlineData(0, -3, Math.PI), InlineData(-0.0, -3, -Math.PI)]
    [InlineData(3, 0, Math.PI / 2), InlineData(3, -0.0, Math.PI / 2), InlineData(-3, 0, -Math.PI / 2), InlineData(-3, -0.0, -Math.PI / 2)]
    [InlineData(3, Infinity, 0), InlineData(-3, Infinity, -0.0), InlineData(3, -Infinity, Math.PI), InlineData(-3, -Infinity, -Math.PI)]
    [InlineData(0, Infinity, 0), InlineData(-0.0, -Infinity, -Math.PI), InlineData(Infinity, 0, Math.PI / 2)]
    [InlineData(Infinity, 3, Math.PI / 2), InlineData(Infinity, -3, Math.PI / 2), InlineData(-Infinity, 3, -Math.PI / 2)]
    [InlineData(Infinity, Infinity, Math.PI / 4), InlineData(-Infinity, Infinity, -Math.PI / 4)]
    [InlineData(Infinity, -Infinity, 2.356194490192345), InlineData(-Infinity, -Infinity, -2.356194490192345)]
    [InlineData(1, 1, Math.PI / 4), InlineData(-2, 2, -Math.PI / 4), InlineData(1, -1, 2.356194490192345)]
    [InlineData(double.MaxValue, double.MaxValue, Math.PI / 4), InlineData(double.Epsilon, double.Epsilon, Math.PI / 4)]
    [InlineData(double.MaxValue, double.Epsilon, Math.PI / 2), InlineData(double.Epsilon, -double.MaxValue, Math.PI)]
    [InlineData(double.Epsilon, double.MaxValue, 0), InlineData(-double.Epsilon, double.MaxValue, -0.0)]
    [InlineData(double.Epsilon, 1, double.Epsilon), InlineData(1, 1e300, 1e-300), InlineData(-1e-310, 1, -1e-310)]
    public void Angle_of_a_point_at_the_edges(double y, double x, double angle) => SameBits(angle, DMath.Atan2(y, x));

    [Fact]
    public void A_result_that_is_not_a_number_has_the_bits_of_NaN_whatever_the_argument_had()
    {
        double other = BitConverter.UInt64BitsToDouble(0x7ff8000000000123);
        foreach (double x in new[] { NaN, -NaN, other })
        {
            double[] results =
            [
                DMath.Sin(x), DMath.Cos(x), DMath.Exp(x), DMath.Log(x), DMath.Log(-1),
                DMath.Atan2(x, 1), DMath.Atan2(1, x), DMath.Atan2(x, x), DMath.Atan2(-1, x), DMath.Atan2(Infinity, x), DMath.Atan2(x, 0),
            ];
            Assert.All(results, result => SameBits(NaN, result));
        }
    }

    [Fact]
    public void Sine_is_odd_and_cosine_even_and_the_angle_odd_in_y()
    {
        ulong seed = 5;
        for (int i = 0; i < 50_000; i++)
        {
            double x = Math.ScaleB(Signed(ref seed), 20 - i % 60), y = Signed(ref seed);
            SameBits(-DMath.Sin(x), DMath.Sin(-x));
            SameBits(DMath.Cos(x), DMath.Cos(-x));
            SameBits(-DMath.Atan2(y, x), DMath.Atan2(-y, x));
        }
    }

    [Fact]
    public void Sine_and_cosine_together_have_the_bits_they_have_alone()
    {
        ulong seed = 6;
        for (int length = 0; length < 200; length++)
        {
            double[] x = new double[length], sin = new double[length], cos = new double[length];
            for (int i = 0; i < length; i++) x[i] = Next(ref seed) % 16 == 0 ? NaN : Math.ScaleB(Signed(ref seed), 20 - i % 60);
            DMath.SinCos(x, sin, cos);
            for (int i = 0; i < length; i++)
            {
                DMath.SinCos(x[i], out double s, out double c);
                SameBits(DMath.Sin(x[i]), s);
                SameBits(DMath.Cos(x[i]), c);
                SameBits(s, sin[i]);
                SameBits(c, cos[i]);
            }
        }
    }

    [Theory, InlineData(1), InlineData(-1)]
    public void The_largest_angle_is_accepted_and_the_next_refused(int sign)
    {
        double last = sign * DMath.MaxAngle, next = sign * Math.BitIncrement(DMath.MaxAngle);
        (HighPrecision sin, HighPrecision cos) = HighPrecision.SinCos(last);
        Assert.InRange(sin.UlpsFrom(DMath.Sin(last)), 0, 0.8);
        Assert.InRange(cos.UlpsFrom(DMath.Cos(last)), 0, 0.8);
        foreach (double x in new[] { next, sign * 1e300, sign * Infinity })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => DMath.Sin(x));
            Assert.Throws<ArgumentOutOfRangeException>(() => DMath.Cos(x));
            Assert.Throws<ArgumentOutOfRangeException>(() => DMath.SinCos(x, out _, out _));
            Assert.Throws<ArgumentOutOfRangeException>(() => DMath.SinCos([0, x], new double[2], new double[2]));
            Assert.Throws<ArgumentOutOfRangeException>(() => DMath.SinCos([0, NaN, x], new double[3], new double[3]));
            Assert.Throws<ArgumentOutOfRangeException>(() => DMath.SinCos([0, 1, 2, 3, x], new double[5], new double[5]));
        }
    }

    [Fact]
    public void Refusals_name_the_value_the_rule_and_the_remedy()
    {
        string angle = Assert.Throws<ArgumentOutOfRangeException>(() => DMath.Sin(2e6)).Message;
        Assert.Contains("[-2^20, 2^20]", angle, StringComparison.Ordinal);
        Assert.Contains("wrap the phase first", angle, StringComparison.Ordinal);
        Assert.Contains("2000000", angle, StringComparison.Ordinal);
        string lengths = Assert.Throws<ArgumentException>(() => DMath.SinCos(new double[3], new double[3], new double[2])).Message;
        Assert.Contains("3 angles", lengths, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => DMath.SinCos(new double[3], new double[4], new double[3]));
    }

    // One hash over the bits of 100 000 results: it is the same on every machine, in Debug and in Release. It moves only with DMath.
    [Theory]
    [InlineData("Sin", "b3b0ca781b0f26a5"), InlineData("Cos", "db6559d751e9df5c"), InlineData("Exp", "fa3c1fc1f4aca9e3")]
    [InlineData("Log", "440106e2fde1083e"), InlineData("Atan2", "60bef3c8dc32ff44")]
    public void Bits_are_those_of_every_other_machine(string function, string golden)
    {
        ulong seed = 7;
        double[] results = new double[100_000];
        for (int i = 0; i < results.Length; i++)
        {
            double x = Math.ScaleB(Signed(ref seed), 20 - i % 40), y = Signed(ref seed);
            results[i] = function switch
            {
                "Sin" => DMath.Sin(x),
                "Cos" => DMath.Cos(x),
                "Exp" => DMath.Exp(750 * y),
                "Log" => DMath.Log(Math.Abs(x)),
                _ => DMath.Atan2(y, x),
            };
        }
        Assert.Equal(golden, $"{XxHash64.HashToUInt64(MemoryMarshal.AsBytes<double>(results)):x16}");
    }

    private static void SameBits(double expected, double actual)
    {
        if (BitConverter.DoubleToInt64Bits(expected) != BitConverter.DoubleToInt64Bits(actual))
            Assert.Fail($"Expected {expected:R}, got {actual:R}.");
    }
}

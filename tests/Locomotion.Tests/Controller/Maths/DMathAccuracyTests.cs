using Locomotion.Controller.Maths;
using static Locomotion.Tests.Controller.Maths.SeededDoubles;

namespace Locomotion.Tests.Controller.Maths;

/// <summary>
/// Errors against high precision. Each bound is the largest error seen, here or in longer searches, rounded up; DMath's comments state
/// the same number.
/// </summary>
public class DMathAccuracyTests
{
    private const double Limit = 1 << 20;

    [Theory, InlineData("whole range"), InlineData("two turns"), InlineData("any exponent"), InlineData("between quadrants")]
    public void Sine_and_cosine_are_within_their_stated_error(string arguments)
    {
        ulong seed = 1;
        double sinError = 0, cosError = 0;
        for (int i = 0; i < 20_000; i++)
        {
            double x = arguments switch
            {
                "whole range" => Limit * Signed(ref seed),
                "two turns" => 2 * Math.Tau * Signed(ref seed),
                "any exponent" => Math.ScaleB(Signed(ref seed), 20 - i % 1094),
                _ => (Below(2 << (i % 19), ref seed) + 0.5 + 0.02 * Signed(ref seed)) * (Math.PI / 2),
            };
            (HighPrecision sin, HighPrecision cos) = HighPrecision.SinCos(x);
            sinError = Math.Max(sinError, sin.UlpsFrom(DMath.Sin(x)));
            cosError = Math.Max(cosError, cos.UlpsFrom(DMath.Cos(x)));
        }
        Assert.InRange(sinError, 0, 0.78);
        Assert.InRange(cosError, 0, 0.78);
    }

    [Fact]
    public void Sine_and_cosine_are_within_half_an_ulp_or_so_next_to_every_quarter_turn()
    {
        double worst = 0, nearest = 1, nearestAt = 0;
        for (int n = 1; n * (Math.PI / 2) <= Limit; n++)
        {
            HighPrecision quarter = HighPrecision.QuarterTurns(n);
            double x = quarter.Nearest();
            DMath.SinCos(x, out double sin, out double cos);
            (HighPrecision trueSin, HighPrecision trueCos) = HighPrecision.SinCos(x);
            worst = Math.Max(worst, Math.Max(trueSin.UlpsFrom(sin), trueCos.UlpsFrom(cos)));
            double small = Math.Min(Math.Abs(sin), Math.Abs(cos));
            if (small < nearest) (nearest, nearestAt) = (small, x);
        }
        Assert.InRange(worst, 0, 0.51);
        Assert.Equal(45.553093477052, nearestAt);       // 29 quarter turns, as HalfPi says
        Assert.InRange(Math.Log2(nearest), -60.55, -60.45);
    }

    [Theory, InlineData("all results"), InlineData("near 0"), InlineData("any exponent"), InlineData("subnormal results")]
    public void Exponential_is_within_its_stated_error(string arguments)
    {
        ulong seed = 2;
        double error = 0;
        for (int i = 0; i < 20_000; i++)
        {
            double x = arguments switch
            {
                "all results" => -708 + 1417.78 * Unit(ref seed),
                "near 0" => Signed(ref seed),
                "any exponent" => Math.ScaleB(Signed(ref seed), 9 - i % 1083),
                _ => -708.4 - 36.7 * Unit(ref seed),
            };
            error = Math.Max(error, HighPrecision.Exp(x).UlpsFrom(DMath.Exp(x)));
        }
        Assert.InRange(error, 0, arguments == "subnormal results" ? 0.80 : 0.70);
    }

    [Theory, InlineData("all doubles"), InlineData("near 1"), InlineData("within an octave of 1"), InlineData("subnormal")]
    public void Logarithm_is_within_its_stated_error(string arguments)
    {
        ulong seed = 3;
        double error = 0;
        for (int i = 0; i < 20_000; i++)
        {
            double x = arguments switch
            {
                "all doubles" => Math.ScaleB(1 + Unit(ref seed), i % 2046 - 1022),
                "near 1" => 1 + Math.ScaleB(Signed(ref seed), -(i % 52)),
                "within an octave of 1" => 0.5 + 1.5 * Unit(ref seed),
                _ => Math.ScaleB(1 + Unit(ref seed), -1074 + i % 52),
            };
            if (x != 1) error = Math.Max(error, HighPrecision.Log(x).UlpsFrom(DMath.Log(x)));
        }
        Assert.InRange(error, 0, 0.89);
    }

    [Theory, InlineData("a square"), InlineData("close exponents"), InlineData("any exponents"), InlineData("subnormal")]
    [InlineData("small results")]
    public void Angle_of_a_point_is_within_its_stated_error(string arguments)
    {
        ulong seed = 4;
        double error = 0;
        for (int i = 0; i < 20_000; i++)
        {
            (int y, int x) exponent = arguments switch
            {
                "a square" => (0, 0),
                "close exponents" => (Below(130, ref seed) - 65, 0),
                "any exponents" => (Below(2098, ref seed) - 1074, Below(2098, ref seed) - 1074),
                "subnormal" => (-1022 - Below(50, ref seed), -1022 - Below(50, ref seed)),
                _ => (-1022 + Below(53, ref seed), Below(52, ref seed)),
            };
            double y = Math.ScaleB(Signed(ref seed), exponent.y), x = Math.ScaleB(Signed(ref seed), exponent.x);
            if (y != 0 && x != 0) error = Math.Max(error, HighPrecision.Atan2(y, x).UlpsFrom(DMath.Atan2(y, x)));
        }
        Assert.InRange(error, 0, 0.51);
    }

    // the worst of some ten million arguments of each function
    [Theory]
    [InlineData("Sin", 0, 2.3210129323800084, 0.773), InlineData("Cos", 0, 91642.58353876811, 0.778)]
    [InlineData("Exp", 0, 383.6650081885616, 0.691), InlineData("Exp", 0, -708.7524952383025, 0.791)]
    [InlineData("Log", 0, 0.7043330512029738, 0.886), InlineData("Atan2", -0.9531805636143221, 16.62685214174168, 0.504)]
    public void The_worst_arguments_known_err_by_this_much(string function, double y, double x, double error)
    {
        double found = function switch
        {
            "Sin" => HighPrecision.SinCos(x).Sin.UlpsFrom(DMath.Sin(x)),
            "Cos" => HighPrecision.SinCos(x).Cos.UlpsFrom(DMath.Cos(x)),
            "Exp" => HighPrecision.Exp(x).UlpsFrom(DMath.Exp(x)),
            "Log" => HighPrecision.Log(x).UlpsFrom(DMath.Log(x)),
            _ => HighPrecision.Atan2(y, x).UlpsFrom(DMath.Atan2(y, x)),
        };
        Assert.InRange(found, error - 0.001, error);
    }
}

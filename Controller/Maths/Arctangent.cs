namespace Locomotion.Controller.Maths;

/// <summary>The angle of a point in the upper half plane.</summary>
internal static class Arctangent
{
    // arctan(i/8), i = 0 to 8: the nearest double, and what is missing
    private static ReadOnlySpan<double> High =>
    [
        0, 0.12435499454676144, 0.24497866312686414, 0.35877067027057225, 0.4636476090008061,
        0.5585993153435624, 0.6435011087932844, 0.7188299996216245, 0.7853981633974483,
    ];

    private static ReadOnlySpan<double> Low =>
    [
        0, -3.1253241424539383e-18, 1.0698755618734451e-17, -2.4623815582638635e-17, 2.2698777452961687e-17,
        -5.4556305485916264e-18, 1.5834785051444286e-17, -2.1478388444456983e-17, 3.061616997868383e-17,
    ];

    private const double PiHigh = 3.141592653589793, PiLow = 1.2246467991473532e-16;
    private const double TwoToMinus60 = 8.673617379884035e-19;
    private const double TwoTo500 = 3.273390607896142e+150, TwoTo600 = 4.149515568880993e+180;
    private const double TwoToMinus400 = 3.8725919148493183e-121, TwoToMinus600 = 2.409919865102884e-181;

    /// <summary>Angle of (x, y) from the positive x axis, rad, in [0, π], for y ≥ +0 and neither coordinate NaN.</summary>
    public static double Above(double y, double x)
    {
        // the angle is b ± arctan(small / large), where b is 0, π/2 or π
        bool behind = double.IsNegative(x), steep = y > Math.Abs(x);
        double small = steep ? Math.Abs(x) : y, large = steep ? y : Math.Abs(x);
        double part = steep ? 0.5 : behind ? 1 : 0, sign = steep != behind ? -1 : 1;
        double b = part * PiHigh, bLow = part * PiLow;
        if (small == 0) return b;
        if (double.IsPositiveInfinity(small)) small = large = 1;
        if (small < large * TwoToMinus60) return b == 0 ? small / large : b;

        // away from overflow and underflow; both factors are exact here
        if (large > TwoTo500) (small, large) = (small * TwoToMinus600, large * TwoToMinus600);
        if (large < TwoToMinus400) (small, large) = (small * TwoTo600, large * TwoTo600);

        int i = (int)(8 * small / large + 0.5);
        double t = TangentBeyond(i * 0.125, small, large, out double tLow);
        double z = t * t;
        double rest = t * z * (1.0 / 3 - z * (1.0 / 5 - z * (1.0 / 7 - z * (1.0 / 9 - z * (1.0 / 11 - z * (1.0 / 13 - z / 15))))));
        double angle = ErrorFree.Sum(b, sign * High[i], out double error1);
        angle = ErrorFree.Sum(angle, sign * t, out double error2);
        return angle + (error2 + (error1 + (bLow + sign * (Low[i] + (tLow - rest)))));
    }

    /// <summary>tan(arctan(y/x) − arctan c) = (y − c x) / (x + c y), as a double and what is missing from it.</summary>
    private static double TangentBeyond(double c, double y, double x, out double missing)
    {
        double cx = ErrorFree.Product(c, x, out double cxLow), cy = ErrorFree.Product(c, y, out double cyLow);
        double u = ErrorFree.Sum(y, -cx, out double uLow), v = ErrorFree.Sum(x, cy, out double vLow);
        uLow -= cxLow;
        vLow += cyLow;
        double t = u / v;
        double tv = ErrorFree.Product(t, v, out double tvLow);
        missing = (u - tv - tvLow + uLow - t * vLow) / v;
        return t;
    }
}

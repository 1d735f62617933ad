namespace Locomotion.Controller.Maths;

/// <summary>Sums and products whose rounding error is known: the exact result is the value returned plus the error.</summary>
internal static class ErrorFree
{
    private const double Splitter = (1 << 27) + 1;

    /// <summary>a + b. Method: Knuth, The Art of Computer Programming 2, 4.2.2.</summary>
    public static double Sum(double a, double b, out double error)
    {
        double sum = a + b, bShare = sum - a, aShare = sum - bShare;
        error = (a - aShare) + (b - bShare);
        return sum;
    }

    /// <summary>a b, where no part overflows or is lost to underflow. Method: Dekker 1971, Numerische Mathematik 18:224.</summary>
    public static double Product(double a, double b, out double error)
    {
        double aHigh = High(a), aLow = a - aHigh, bHigh = High(b), bLow = b - bHigh;
        double product = a * b;
        error = ((aHigh * bHigh - product) + aHigh * bLow + aLow * bHigh) + aLow * bLow;
        return product;
    }

    private static double High(double a)
    {
        double c = Splitter * a;
        return c - (c - a);
    }
}

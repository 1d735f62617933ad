namespace Locomotion.Controller.Maths;

/// <summary>Sums and products together with their rounding error: the exact result is the returned value plus the error.</summary>
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

    /// <summary>a b, if no part over- or underflows. Method: Dekker 1971, Numerische Mathematik 18:224, doi:10.1007/BF01397083.</summary>
    public static double Product(double a, double b, out double error)
    {
        double aHigh = High(a), aLow = a - aHigh, bHigh = High(b), bLow = b - bHigh;
        double product = a * b;
        error = aHigh * bHigh - product + aHigh * bLow + aLow * bHigh + aLow * bLow;
        return product;
    }

    /// <summary>The upper half of a's digits.</summary>
    private static double High(double a)
    {
        double c = Splitter * a;
        return c - (c - a);
    }
}

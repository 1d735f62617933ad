namespace Locomotion.Tests.Scenes;

/// <summary>Measures how fast a result nears its limit as the step shrinks.</summary>
public static class Convergence
{
    /// <summary>Order at which <paramref name="error"/> vanishes as h, halved once, shrinks.</summary>
    public static double OrderOfError(Func<double, double> error, double h) => Math.Log2(error(h) / error(h / 2));

    /// <summary>Order at which <paramref name="result"/>, a vector, nears its unknown limit: from h, h/2 and h/4 (Richardson).</summary>
    public static double Order(Func<double, double[]> result, double h)
    {
        double[] coarse = result(h), middle = result(h / 2), fine = result(h / 4);
        return Math.Log2(Distance(coarse, middle) / Distance(middle, fine));
    }

    /// <summary>Euclidean distance.</summary>
    public static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());
}

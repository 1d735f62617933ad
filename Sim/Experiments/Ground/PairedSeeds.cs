namespace Locomotion.Sim.Experiments;

/// <summary>Two figures of each seed, one with a change in the animal and one without.</summary>
/// <param name="Without">Without the change. [seed]</param>
/// <param name="With">With it. [seed]</param>
public sealed record PairedSeeds(IReadOnlyList<double> Without, IReadOnlyList<double> With)
{
    /// <summary>Seeds in which both figures were measured.</summary>
    private IEnumerable<(double Without, double With)> Pairs => Without.Zip(With).Where(pair => double.IsFinite(pair.First) && double.IsFinite(pair.Second));

    /// <summary>Median over the seeds of how much the change adds, %.</summary>
    public double Percent => Median(Pairs.Select(pair => 100 * (pair.With / pair.Without - 1)));

    /// <summary>Median over the seeds of how much the change adds.</summary>
    public double Difference => Median(Pairs.Select(pair => pair.With - pair.Without));

    /// <summary>Seeds in which the change makes it larger.</summary>
    public int Larger => Pairs.Count(pair => pair.With > pair.Without);

    /// <summary>Seeds in which the change makes it larger or smaller.</summary>
    public int Differing => Pairs.Count(pair => pair.With != pair.Without);

    /// <summary>Two-sided sign test: the probability of so lopsided a count, or more, if the change did nothing.</summary>
    /// <remarks>Binomial with p = 1/2. Source: Conover 1999, Practical Nonparametric Statistics, 3.4.</remarks>
    public double Chance
    {
        get
        {
            int n = Differing, few = Math.Min(Larger, n - Larger);
            double term = Math.Pow(0.5, n), sum = 0;
            for (int k = 0; k <= few; k++)
            {
                sum += term;
                term *= (n - k) / (k + 1.0);
            }
            return Math.Min(1, 2 * sum);
        }
    }

    /// <summary>The middle of <paramref name="values"/>, or the mean of the two in the middle; not a number if there are none.</summary>
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Where(double.IsFinite).Order()];
        int n = sorted.Length;
        return n == 0 ? double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}

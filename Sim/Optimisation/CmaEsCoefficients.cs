using Locomotion.Controller.Maths;

namespace Locomotion.Sim.Optimisation;

/// <summary>What <see cref="CmaEs"/> keeps constant during a run: the published defaults, which follow from dimension and population.</summary>
/// <remarks>
/// Table 1 of Hansen 2016, "The CMA Evolution Strategy: A Tutorial", arXiv:1604.00772; the numbers are those of its equations. The
/// weights of the worse half are negative: directions that led nowhere lose variance (active CMA-ES).
/// </remarks>
public sealed class CmaEsCoefficients
{
    /// <summary>Fewest candidates a generation: with fewer only one of them would be a parent, and no covariance is learned from it.</summary>
    public const int LeastPopulation = 4;

    /// <summary>The coefficients for <paramref name="n"/> coordinates and <paramref name="lambda"/> candidates a generation.</summary>
    public CmaEsCoefficients(int n, int lambda)
    {
        int mu = lambda / 2;
        double[] raw = [.. Enumerable.Range(1, lambda).Select(i => DMath.Log((lambda + 1) / 2.0) - DMath.Log(i))];      // (49)
        double muEff = Effective(raw[..mu]), muEffWorse = Effective(raw[mu..]);
        double spread = Math.Sqrt((muEff - 1) / (n + 1));
        double c1 = 2 / ((n + 1.3) * (n + 1.3) + muEff);                                                                // (57)
        double cMu = Math.Min(1 - c1, 2 * (muEff - 2 + 1 / muEff) / ((n + 2.0) * (n + 2.0) + muEff));                   // (58)
        double negative = Math.Min(1 + c1 / cMu, Math.Min(1 + 2 * muEffWorse / (muEff + 2), (1 - c1 - cMu) / (n * cMu)));   // (50)-(52)
        double better = raw[..mu].Sum(), worse = -raw[mu..].Sum();

        Parents = mu;
        Weights = [.. raw.Select(w => w >= 0 ? w / better : negative * w / worse)];                                     // (53)
        ParentsEffective = muEff;
        StepPathRate = (muEff + 2) / (n + muEff + 5);                                                                   // (55)
        Damping = 1 + 2 * Math.Max(0, spread - 1) + StepPathRate;                                                       // (55)
        CovariancePathRate = (4 + muEff / n) / (n + 4 + 2 * muEff / n);                                                 // (56)
        RankOneRate = c1;
        RankMuRate = cMu;
        NormalLength = Math.Sqrt(n) * (1 - 1 / (4.0 * n) + 1 / (21.0 * n * n));
    }

    /// <summary>Parents μ: the better half of a generation, whose weighted mean is the next mean.</summary>
    public int Parents { get; }

    /// <summary>Weights w, best candidate first: those of the parents add up to 1, the rest are negative or zero.</summary>
    public double[] Weights { get; }

    /// <summary>How many equal parents would vary as much as these weighted ones: μ_eff.</summary>
    public double ParentsEffective { get; }

    /// <summary>c_σ: share of the path of steps that a generation replaces.</summary>
    public double StepPathRate { get; }

    /// <summary>d_σ: how slowly the step size follows the length of its path.</summary>
    public double Damping { get; }

    /// <summary>c_c: share of the path of the covariance that a generation replaces.</summary>
    public double CovariancePathRate { get; }

    /// <summary>c_1: rate at which the covariance learns from its path.</summary>
    public double RankOneRate { get; }

    /// <summary>c_μ: rate at which the covariance learns from the candidates.</summary>
    public double RankMuRate { get; }

    /// <summary>E‖N(0, I)‖: the expected length of a normal vector, to 1/n².</summary>
    public double NormalLength { get; }

    /// <summary>Candidates a generation where nothing else is asked for: 4 + ⌊3 ln n⌋, equation (48).</summary>
    public static int DefaultPopulation(int n) => 4 + (int)(3 * DMath.Log(n));

    private static double Effective(double[] weights)
    {
        double sum = weights.Sum();
        return sum * sum / weights.Sum(w => w * w);
    }
}

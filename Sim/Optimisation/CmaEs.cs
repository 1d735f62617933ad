using Locomotion.Controller.Maths;

namespace Locomotion.Sim.Optimisation;

/// <summary>
/// Minimises a function of [0, 1]^n of which only values are known, and of these only their order: candidates are drawn from a normal
/// distribution, whose mean, size and shape learn from how they rank.
/// </summary>
/// <remarks>
/// The (μ/μ_w, λ)-CMA-ES with cumulative step-size adaptation and active covariance.
/// <para>
/// Source: Hansen 2016, "The CMA Evolution Strategy: A Tutorial", arXiv:1604.00772; equations by number below. Two additions, both for
/// the box: candidates are evaluated where <see cref="UnitBox"/> folds them, and no coordinate deviates by more than the box is wide.
/// And one for finite precision: the axes of C differ by a factor of 1e7 at most, so that a search may outlast its convergence.
/// </para>
/// </remarks>
public sealed class CmaEs
{
    // a normal variable of deviation 1, folded into [0, 1], is uniform within 2 %: beyond, the size of a step means nothing
    private const double LargestDeviation = 1;

    // an eigenvalue of the covariance below this share of the largest is rounding, and might become negative
    private const double LeastEigenvalue = 1e-14;

    // a step this small moves nothing
    private const double LeastSigma = 1e-30;

    private readonly int n, lambda;
    private readonly CmaEsCoefficients c;
    private SymmetricEigen? eigen;      // of the covariance, once Ask was called
    private double[][] z = [], y = [];

    /// <summary>Continues from <paramref name="state"/>, with the bits of a search that was never interrupted.</summary>
    public CmaEs(CmaEsState state)
    {
        State = state;
        n = state.Mean.Length;
        lambda = state.Population;
        c = new CmaEsCoefficients(n, lambda);
    }

    /// <summary>Where the search stands.</summary>
    public CmaEsState State { get; private set; }

    /// <summary>A search that starts at <paramref name="mean"/>, in [0, 1]^n, with steps of about <paramref name="sigma"/>.</summary>
    public static CmaEs From(ReadOnlySpan<double> mean, double sigma, int population, ulong seed)
    {
        int dimension = mean.Length;
        var identity = new double[dimension * dimension];
        for (int i = 0; i < dimension; i++) identity[i * dimension + i] = 1;
        return new CmaEs(new CmaEsState
        {
            Seed = seed,
            Population = population,
            Sigma = sigma,
            Mean = mean.ToArray(),
            Covariance = identity,
            StepPath = new double[dimension],
            CovariancePath = new double[dimension],
        });
    }

    /// <summary>The candidates of the next generation, in [0, 1]^n: the same until <see cref="Tell"/>.</summary>
    public double[][] Ask()
    {
        if (eigen is null) Draw();
        return [.. y.Select(step => State.Mean.Zip(step, (m, part) => UnitBox.Fold(m + State.Sigma * part)).ToArray())];     // (40)
    }

    /// <summary>Learns from the cost of each candidate of <see cref="Ask"/>, in its order. One that is not finite counts as worst.</summary>
    public void Tell(ReadOnlySpan<double> costs)
    {
        if (costs.Length != lambda) throw new ArgumentException($"{costs.Length} costs for {lambda} candidates.", nameof(costs));
        double[][] candidates = Ask();
        double[] cost = [.. costs.ToArray().Select(value => double.IsFinite(value) ? value : double.PositiveInfinity)];
        int[] rank = [.. Enumerable.Range(0, lambda).OrderBy(k => cost[k])];        // ties stay in the order of Ask
        Learn(rank);
        int first = rank[0];
        if (cost[first] < State.BestCost) State = State with { Best = candidates[first], BestCost = cost[first] };
        eigen = null;
    }

    /// <summary>z ~ N(0, I) and y = B D z ~ N(0, C) of each candidate: (38), (39).</summary>
    private void Draw()
    {
        eigen = new SymmetricEigen(State.Covariance, n);
        double[] d = [.. eigen.Values.Select(Math.Sqrt)];
        Xoshiro256 random = Xoshiro256.Stream(State.Seed, (ulong)State.Generation);
        z = new double[lambda][];
        y = new double[lambda][];
        for (int k = 0; k < lambda; k++)
        {
            z[k] = new double[n];
            for (int i = 0; i < n; i++) z[k][i] = random.NextNormal();
            y[k] = eigen.Times([.. z[k].Zip(d, (part, deviation) => part * deviation)]);
        }
    }

    /// <summary>Mean, step size and covariance after the candidates took these ranks, best first.</summary>
    private void Learn(int[] rank)
    {
        double cs = c.StepPathRate, cc = c.CovariancePathRate, muEff = c.ParentsEffective;
        double[] yw = WeightedMean(y, rank);                                                                    // (41)
        double[] whitened = eigen!.Times(WeightedMean(z, rank));                                                // C^-1/2 yw = B zw
        double[] mean = [.. State.Mean.Zip(yw, (m, step) => UnitBox.Centre(m + State.Sigma * step))];           // (42), c_m = 1

        double[] ps = Follow(State.StepPath, cs, Math.Sqrt(cs * (2 - cs) * muEff), whitened);                   // (43)
        double length = Math.Sqrt(Dot(ps, ps));
        double sigma = State.Sigma * DMath.Exp(cs / c.Damping * (length / c.NormalLength - 1));                 // (44)

        // the path of the covariance stalls while steps are still growing fast
        double unsettled = DMath.Exp(2 * (State.Generation + 1.0) * DMath.Log(1 - cs));                         // (1 - c_s)^2(g+1)
        bool stalls = length / Math.Sqrt(1 - unsettled) >= (1.4 + 2 / (n + 1.0)) * c.NormalLength;
        double[] pc = Follow(State.CovariancePath, cc, stalls ? 0 : Math.Sqrt(cc * (2 - cc) * muEff), yw);      // (45)
        double[] covariance = Covariance(rank, pc, stalls ? cc * (2 - cc) : 0);
        KeepPositive(covariance);
        double most = LargestDeviation / Math.Sqrt(Enumerable.Range(0, n).Max(i => covariance[i * n + i]));

        State = State with
        {
            Generation = State.Generation + 1,
            Sigma = Math.Min(Math.Max(sigma, LeastSigma), most),
            Mean = mean,
            Covariance = covariance,
            StepPath = ps,
            CovariancePath = pc,
        };
    }

    /// <summary>C after this generation: rank-one update from its path, rank-μ update from all candidates, (47).</summary>
    private double[] Covariance(int[] rank, double[] pc, double compensation)
    {
        double c1 = c.RankOneRate, cMu = c.RankMuRate;
        double kept = 1 + c1 * compensation - c1 - cMu * c.Weights.Sum();
        double[] weights = [.. c.Weights.Select((w, i) => w >= 0 ? w : w * n / Dot(z[rank[i]], z[rank[i]]))];       // (46)
        var covariance = new double[n * n];
        for (int i = 0; i < n; i++)
        {
            for (int j = 0; j <= i; j++)
            {
                double rankMu = 0;
                for (int k = 0; k < lambda; k++) rankMu += weights[k] * y[rank[k]][i] * y[rank[k]][j];
                covariance[i * n + j] = covariance[j * n + i] = kept * State.Covariance[i * n + j] + c1 * pc[i] * pc[j] + cMu * rankMu;
            }
        }
        return covariance;
    }

    /// <summary>Adds to all eigenvalues what the smallest lacks.</summary>
    private void KeepPositive(double[] covariance)
    {
        double[] values = new SymmetricEigen(covariance, n).Values;
        double lack = LeastEigenvalue * values[^1] - values[0];
        if (lack <= 0) return;
        for (int i = 0; i < n; i++) covariance[i * n + i] += lack;
    }

    private double[] WeightedMean(double[][] vectors, int[] rank)
    {
        var mean = new double[n];
        for (int k = 0; k < c.Parents; k++)
        {
            for (int i = 0; i < n; i++) mean[i] += c.Weights[k] * vectors[rank[k]][i];
        }
        return mean;
    }

    private static double[] Follow(double[] path, double rate, double gain, double[] step) =>
        [.. path.Zip(step, (old, part) => (1 - rate) * old + gain * part)];

    private static double Dot(double[] a, double[] b) => a.Zip(b, (left, right) => left * right).Sum();
}

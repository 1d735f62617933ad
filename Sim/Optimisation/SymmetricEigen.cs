using System.Numerics;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace Locomotion.Sim.Optimisation;

/// <summary>Eigenvalues and eigenvectors of a symmetric matrix, with the same bits on every machine.</summary>
/// <remarks>
/// Method: Householder and QL, as in EISPACK. Math.NET's managed provider is named, because its default is whatever native library is
/// installed; of functions it uses the square root only, and one thread.
/// </remarks>
public sealed class SymmetricEigen
{
    private readonly int n;
    private readonly double[] vectors;      // one after the other

    /// <summary>Decomposes an <paramref name="n"/> by <paramref name="n"/> matrix.</summary>
    public SymmetricEigen(double[] matrix, int n)
    {
        this.n = n;
        vectors = new double[n * n];
        var values = new Complex[n];
        ManagedLinearAlgebraProvider.Instance.EigenDecomp(isSymmetric: true, n, matrix, vectors, values, new double[n * n]);
        Values = [.. values.Select(value => value.Real)];
    }

    /// <summary>Eigenvalues, smallest first.</summary>
    public double[] Values { get; }

    /// <summary>B v: the sum of the eigenvectors, each times its part of <paramref name="v"/>.</summary>
    public double[] Times(ReadOnlySpan<double> v)
    {
        var sum = new double[n];
        for (int k = 0; k < n; k++)
        {
            for (int i = 0; i < n; i++) sum[i] += vectors[k * n + i] * v[k];
        }
        return sum;
    }
}

using Locomotion.Body.Chain;
using MathNet.Numerics.LinearAlgebra;

namespace Locomotion.Tests.Body;

/// <summary>
/// The chain's equations of motion by another route: Lagrange with the absolute headings θ and the center of mass C as coordinates
/// q = (C, θ), solved by dense LU.
/// </summary>
/// <remarks>
/// Centers: cᵢ = C + Σₖ Bᵢₖ uₖ, with Bᵢₖ = −l for k &lt; i, −l/2 for k = i, less the mean over i. So aᵢ = C̈ + Σₖ Bᵢₖ (nₖ αₖ − uₖ ωₖ²). With Jᵢ
/// from q̈ to link i's (α, a_u, a_n) in its own axes, bᵢ what ω² adds, Kᵢ its inertia with that of its <see cref="LinkForces"/>, Wᵢ the
/// forces, and eⱼ the unit vector of the bend θⱼ − θⱼ₊₁: (Σ Jᵀ K J + Σ κ e eᵀ) q̈ = Σ Jᵀ (W − K b) + Σ τ e.
/// </remarks>
internal sealed class DenseChain
{
    private readonly int n;
    private readonly double[,] b;
    private readonly PlanarChain chain;

    public DenseChain(PlanarChain chain)
    {
        this.chain = chain;
        n = chain.Heading.Length;
        b = new double[n, n];
        for (int k = 0; k < n; k++)
        {
            double mean = 0;
            for (int i = 0; i < n; i++)
            {
                b[i, k] = k < i ? -chain.LinkLength : k == i ? -chain.LinkLength / 2 : 0;
                mean += b[i, k] / n;
            }
            for (int i = 0; i < n; i++) b[i, k] -= mean;
        }
    }

    /// <summary>Each link's accelerations (α, a_u, a_n). [link]</summary>
    public Vector<double>[] Accelerations()
    {
        Matrix<double> inertia = Matrix<double>.Build.Dense(n + 2, n + 2);
        Vector<double> force = Vector<double>.Build.Dense(n + 2);
        for (int i = 0; i < n; i++)
        {
            LinkForces f = chain.Forces[i];
            Matrix<double> k = Matrix<double>.Build.DenseOfRowArrays(
                [chain.LinkInertia + f.Iww, f.Iwu, f.Iwn],
                [f.Iwu, chain.LinkMass + f.Muu, 0],
                [f.Iwn, 0, chain.LinkMass + f.Mnn]);
            Vector<double> w = Vector<double>.Build.Dense([f.T, f.Fu, f.Fn]);
            Matrix<double> j = Jacobian(i);
            inertia += j.TransposeThisAndMultiply(k * j);
            force += j.TransposeThisAndMultiply(w - k * Bias(i));
        }
        for (int j = 0; j < n - 1; j++)
        {
            Vector<double> e = Vector<double>.Build.Dense(n + 2);
            e[2 + j] = 1;
            e[3 + j] = -1;
            inertia += chain.Drives[j].Implicit * e.OuterProduct(e);
            force += chain.Drives[j].Torque * e;
        }
        Vector<double> q = inertia.LU().Solve(force);
        return [.. Enumerable.Range(0, n).Select(i => Jacobian(i) * q + Bias(i))];
    }

    private Matrix<double> Jacobian(int i)
    {
        Matrix<double> j = Matrix<double>.Build.Dense(3, n + 2);
        (double sin, double cos) = Math.SinCos(chain.Heading[i]);
        j[0, 2 + i] = 1;
        (j[1, 0], j[1, 1], j[2, 0], j[2, 1]) = (cos, sin, -sin, cos);
        for (int k = 0; k < n; k++)
        {
            // n_k in the axes of link i: the angle from one to the other is θ_k − θ_i
            (double s, double c) = Math.SinCos(chain.Heading[k] - chain.Heading[i]);
            j[1, 2 + k] = -b[i, k] * s;
            j[2, 2 + k] = b[i, k] * c;
        }
        return j;
    }

    private Vector<double> Bias(int i)
    {
        Vector<double> bias = Vector<double>.Build.Dense(3);
        for (int k = 0; k < n; k++)
        {
            (double s, double c) = Math.SinCos(chain.Heading[k] - chain.Heading[i]);
            bias[1] -= b[i, k] * c * chain.Spin[k] * chain.Spin[k];
            bias[2] -= b[i, k] * s * chain.Spin[k] * chain.Spin[k];
        }
        return bias;
    }
}

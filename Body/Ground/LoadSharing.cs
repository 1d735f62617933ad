using Locomotion.Controller.Loop;

namespace Locomotion.Body.Ground;

/// <summary>Hands each segment's weight to the stance feet near it.</summary>
/// <remarks>
/// With stance s_f from 0 to 1 and kernel k = (1, 1/2, 1/4) over two segments to either side, segment i finds support
/// S_i = Σ_d k_d (s_left + s_right)(i + d). A foot carries N_f = s_f Σ_d k_d W(i + d) / max(S(i + d), 1), in segment weights; what
/// is left, W_i (1 − min(S_i, 1)), lies on the belly. Feet and bellies together carry exactly the whole weight. Source: ours.
/// </remarks>
internal sealed class LoadSharing(int segments)
{
    private const int Reach = 2;
    private const double Near = 0.5, Far = 0.25;
    private readonly double[] stance = new double[segments + 2 * Reach];     // both feet, [segment + Reach], zero beyond the ends
    private readonly double[] share = new double[segments + 2 * Reach];      // W / max(S, 1)

    /// <summary>Load on each foot, segment weights. [leg]</summary>
    public readonly double[] Foot = new double[2 * segments];

    /// <summary>Load on each belly, segment weights. [segment]</summary>
    public readonly double[] Belly = new double[segments];

    /// <summary>Shares out <paramref name="weight"/> [segment] among feet of <paramref name="footStance"/> [leg].</summary>
    public void Share(ReadOnlySpan<double> weight, ReadOnlySpan<double> footStance)
    {
        for (int i = 0; i < weight.Length; i++) stance[i + Reach] = footStance[Leg.Left(i)] + footStance[Leg.Right(i)];
        for (int i = 0; i < weight.Length; i++)
        {
            double support = Around(stance, i);
            share[i + Reach] = weight[i] / Math.Max(support, 1);
            Belly[i] = weight[i] * (1 - Math.Min(support, 1));
        }
        for (int i = 0; i < weight.Length; i++)
        {
            double carried = Around(share, i);
            Foot[Leg.Left(i)] = footStance[Leg.Left(i)] * carried;
            Foot[Leg.Right(i)] = footStance[Leg.Right(i)] * carried;
        }
    }

    /// <summary>Nobody carries anything.</summary>
    public void Clear()
    {
        Array.Clear(Foot);
        Array.Clear(Belly);
    }

    private static double Around(double[] padded, int i) =>
        padded[i + 2] + Near * (padded[i + 1] + padded[i + 3]) + Far * (padded[i] + padded[i + 4]);
}

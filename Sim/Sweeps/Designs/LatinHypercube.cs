using Locomotion.Controller.Maths;

namespace Locomotion.Sim.Sweeps;

/// <summary>A Latin hypercube: in every dimension each of as many equal cells as there are points holds one point, at a random place in it.</summary>
/// <remarks>Source: McKay, Beckman, Conover 1979, Technometrics 21:239, doi:10.1080/00401706.1979.10489755.</remarks>
public sealed class LatinHypercube : IUnitSample
{
    private readonly ulong seed;
    private readonly int[][] cells;     // [dimension][point]

    /// <summary>The hypercube that follows from <paramref name="seed"/>.</summary>
    public LatinHypercube(int points, int dimensions, ulong seed)
    {
        this.seed = seed;
        cells = new int[dimensions][];
        for (int d = 0; d < dimensions; d++)
        {
            Xoshiro256 random = Xoshiro256.Stream(seed, (ulong)d);
            int[] order = cells[d] = [.. Enumerable.Range(0, points)];
            for (int k = points - 1; k > 0; k--)
            {
                int other = (int)(random.NextUnit() * (k + 1));     // Fisher and Yates
                (order[k], order[other]) = (order[other], order[k]);
            }
        }
    }

    /// <inheritdoc/>
    public double At(int point, int dimension)
    {
        Xoshiro256 random = Xoshiro256.Stream(seed ^ 0x9E3779B97F4A7C15, (ulong)point * (ulong)cells.Length + (ulong)dimension);
        return (cells[dimension][point] + random.NextUnit()) / cells[dimension].Length;
    }
}

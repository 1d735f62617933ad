using Locomotion.Controller.Maths;

namespace Locomotion.Sim.Sweeps;

/// <summary>The first points of a Sobol sequence, shifted digit by digit at random; seed 0 shifts nothing.</summary>
/// <remarks>
/// Direction numbers: Joe and Kuo 2008, SIAM J. Sci. Comput. 30:2635, doi:10.1137/070709359 (set D6). Points follow Gray code order
/// (Antonov and Saleev 1979). A power of two of points fills the cube best.
/// </remarks>
public sealed class SobolSequence : IUnitSample
{
    private const int Bits = 32;

    /// <summary>For each dimension after the first: degree and coefficients of its polynomial, then the first direction numbers.</summary>
    private static readonly int[][] D6 =
    [
        [1, 0, 1], [2, 1, 1, 3], [3, 1, 1, 3, 1], [3, 2, 1, 1, 1], [4, 1, 1, 1, 3, 3], [4, 4, 1, 3, 5, 13], [5, 2, 1, 1, 5, 5, 17], [5, 4, 1, 1, 5, 5, 5],
        [5, 7, 1, 1, 7, 11, 19], [5, 11, 1, 1, 5, 1, 1], [5, 13, 1, 1, 1, 3, 11], [5, 14, 1, 3, 5, 5, 31], [6, 1, 1, 3, 3, 9, 7, 49], [6, 13, 1, 1, 1, 15, 21, 21],
        [6, 16, 1, 3, 1, 13, 27, 49], [6, 19, 1, 1, 1, 15, 7, 5], [6, 22, 1, 3, 1, 15, 13, 25], [6, 25, 1, 1, 5, 5, 19, 61], [7, 1, 1, 3, 7, 11, 23, 15, 103],
        [7, 4, 1, 3, 7, 13, 13, 15, 69],
    ];

    private readonly uint[][] directions;   // [dimension][bit]
    private readonly uint[] shift;          // [dimension]

    /// <summary>The sequence in <paramref name="dimensions"/> dimensions.</summary>
    public SobolSequence(int dimensions, ulong seed)
    {
        directions = [.. Enumerable.Range(0, dimensions).Select(Directions)];
        Xoshiro256 random = new(seed);
        shift = new uint[dimensions];
        for (int d = 0; d < dimensions && seed != 0; d++) shift[d] = (uint)(random.NextBits() >> 32);
    }

    /// <summary>Most dimensions.</summary>
    public static int MostDimensions => D6.Length + 1;

    /// <inheritdoc/>
    public double At(int point, int dimension)
    {
        uint gray = (uint)point ^ ((uint)point >> 1), x = shift[dimension];
        uint[] v = directions[dimension];
        for (int bit = 0; gray != 0; bit++, gray >>= 1)
        {
            if ((gray & 1) != 0) x ^= v[bit];
        }
        return x / (double)(1L << Bits);
    }

    private static uint[] Directions(int dimension)
    {
        var v = new uint[Bits];
        if (dimension == 0)
        {
            for (int k = 0; k < Bits; k++) v[k] = 1u << (Bits - 1 - k);
            return v;
        }
        int[] row = D6[dimension - 1];
        int degree = row[0], coefficients = row[1];
        for (int k = 0; k < degree; k++) v[k] = (uint)row[2 + k] << (Bits - 1 - k);
        for (int k = degree; k < Bits; k++)
        {
            v[k] = v[k - degree] ^ (v[k - degree] >> degree);
            for (int j = 1; j < degree; j++)
            {
                if (((coefficients >> (degree - 1 - j)) & 1) != 0) v[k] ^= v[k - j];
            }
        }
        return v;
    }
}

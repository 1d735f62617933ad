using Locomotion.Controller.Parameters;

namespace Locomotion.Body.Ground;

/// <summary>
/// Where the animal lives: ground height along x (straight between points, level beyond the ends, the same for all y), gaps in it, and one
/// water level. Gravity along slopes is left out, and over a gap nothing falls: the model is planar.
/// </summary>
public sealed class Habitat
{
    private readonly double[] x, height, edges;     // edges of the gaps: begin, end, begin, ...

    /// <summary>A habitat of <paramref name="profile"/> points (x, height), m, x rising, and a water level, m.</summary>
    /// <param name="profile">The ground's height.</param>
    /// <param name="waterLevel">Height of the water's surface.</param>
    /// <param name="gaps">Where no foot finds ground, from and to, m, from left to right; none if left out.</param>
    /// <exception cref="InvalidInputException">No points, x not rising, gaps that overlap, or a number that is not finite.</exception>
    public Habitat(IReadOnlyList<(double X, double Height)> profile, double waterLevel, IReadOnlyList<(double From, double To)>? gaps = null)
    {
        if (profile.Count == 0)
            throw new InvalidInputException("Habitat", "the ground profile", "has no points", "give at least one [x, height]");
        for (int k = 0; k < profile.Count; k++)
        {
            if (!double.IsFinite(profile[k].X) || !double.IsFinite(profile[k].Height))
                throw new InvalidInputException($"Habitat point {k}", $"{profile[k]}", "is not finite", "use numbers in metres");
            if (k > 0 && profile[k].X <= profile[k - 1].X)
                throw new InvalidInputException($"Habitat point {k}", $"x = {Naming.Number(profile[k].X)} m",
                    $"does not lie beyond {Naming.Number(profile[k - 1].X)} m", "list the points from left to right");
        }
        if (!double.IsFinite(waterLevel))
            throw new InvalidInputException("Water level", $"{Naming.Number(waterLevel)} m", "is not finite", "use a number in metres; below all ground is dry");
        x = [.. profile.Select(point => point.X)];
        height = [.. profile.Select(point => point.Height)];
        edges = [.. (gaps ?? []).SelectMany(gap => new[] { gap.From, gap.To })];
        for (int k = 0; k < edges.Length; k++)
        {
            if (!double.IsFinite(edges[k]) || (k > 0 && edges[k] <= edges[k - 1]))
                throw new InvalidInputException($"Gap {k / 2} of the ground", $"edge {Naming.Number(edges[k])} m", "does not lie beyond the edge before", "list gaps as [from, to], from left to right");
        }
        WaterLevel = waterLevel;
    }

    /// <summary>Level dry ground.</summary>
    public static Habitat Land { get; } = new([(0, 0)], -1);

    /// <summary>Open water, a metre deep.</summary>
    public static Habitat Water { get; } = new([(0, -1)], 0);

    /// <summary>Height of the water's surface, m.</summary>
    public double WaterLevel { get; }

    /// <summary>The profile's points (x, height), m.</summary>
    public IEnumerable<(double X, double Height)> Profile => x.Zip(height);

    /// <summary>Gaps in the ground, from and to, m.</summary>
    public IEnumerable<(double From, double To)> Gaps => edges.Chunk(2).Select(gap => (gap[0], gap[1]));

    /// <summary>Whether there is ground at <paramref name="position"/>, m: no gap.</summary>
    public bool HasGround(double position)
    {
        if (edges.Length == 0) return true;
        int edge = Array.BinarySearch(edges, position);
        return edge < 0 && (~edge & 1) == 0;
    }

    /// <summary>Depth of the water at <paramref name="position"/>, m; 0 on dry ground.</summary>
    public double Depth(double position) => Math.Max(0, WaterLevel - Ground(position));

    /// <summary>Height of the ground at <paramref name="position"/>, m.</summary>
    public double Ground(double position)
    {
        if (!(position > x[0])) return height[0];
        int last = x.Length - 1;
        if (position >= x[last]) return height[last];
        int k = 1;
        while (x[k] <= position) k++;
        double share = (position - x[k - 1]) / (x[k] - x[k - 1]);
        return height[k - 1] + share * (height[k] - height[k - 1]);
    }
}

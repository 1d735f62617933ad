using Locomotion.Body.Ground;
using Locomotion.Body.Animals;
using Locomotion.Sim.Recording;

namespace Locomotion.Sim.Experiments;

/// <summary>One walk across one gap.</summary>
/// <param name="Walk">The cord and its gait.</param>
/// <param name="Change">What is changed in the animal.</param>
/// <param name="Animal">The changed animal.</param>
/// <param name="Width">Width of the gap, segments; 0 is level ground.</param>
/// <param name="Seed">Of the first phases.</param>
internal sealed record GapRun(GroundWalk Walk, AnimalChange Change, Animal Animal, int Width, ulong Seed)
{
    /// <summary>Where the gap begins, m: the head starts half a body length ahead of the center.</summary>
    public double From => (0.5 + Walk.Lead) * Animal.Body.Shape.Length;

    /// <summary>Where it ends, m.</summary>
    public double To => From + Width * Animal.Body.Shape.SegmentLength;

    /// <summary>Every seed of each change at each width.</summary>
    public static IEnumerable<GapRun> All(GroundWalk walk, IEnumerable<AnimalChange> changes, IReadOnlyList<int> widths, IReadOnlyList<ulong> seeds)
    {
        foreach (AnimalChange change in changes)
        {
            Animal animal = walk.Animal(change);
            foreach (int width in widths)
            {
                foreach (ulong seed in seeds) yield return new GapRun(walk, change, animal, width, seed);
            }
        }
    }

    /// <summary>The recorded walk.</summary>
    public Trajectory Record(CancellationToken stop) =>
        Walk.Run(Animal, Width == 0 ? Habitat.Land : new Habitat([(0, 0)], waterLevel: -1, [(From, To)]), Walk.Seconds, Seed, stop);

    /// <summary>Its figures.</summary>
    public Crossing Measure(CancellationToken stop) => Crossing.Measure(Record(stop), Animal.Body.Shape, From, Width);
}

using Locomotion.Body.Ground;
using Locomotion.Body.Animals;
using Locomotion.Sim.Recording;

namespace Locomotion.Sim.Experiments;

/// <summary>One walk over rough ground, or over level ground for comparison.</summary>
/// <param name="Walk">The cord and its gait.</param>
/// <param name="Change">What is changed in the animal.</param>
/// <param name="Animal">The changed animal.</param>
/// <param name="IsRough">Whether the ground is full of gaps.</param>
/// <param name="Seed">Of the ground and of the first phases.</param>
internal sealed record RoughWalk(GroundWalk Walk, AnimalChange Change, Animal Animal, bool IsRough, ulong Seed)
{
    /// <summary>Lengths of footholds and holes, segments.</summary>
    public const double Shortest = 1, Longest = 3;

    /// <summary>The ground, from behind the tail to farther than anyone walks.</summary>
    public Habitat Ground => IsRough
        ? RoughGround.Make(Seed, from: -2, to: 6, Shortest * Animal.Body.Shape.SegmentLength, Longest * Animal.Body.Shape.SegmentLength)
        : Habitat.Land;

    /// <summary>Every seed of each change, first over rough ground, then over level ground.</summary>
    public static IEnumerable<RoughWalk> All(GroundWalk walk, IEnumerable<AnimalChange> changes, IReadOnlyList<ulong> seeds)
    {
        foreach (AnimalChange change in changes)
        {
            Animal animal = walk.Animal(change);
            foreach (bool rough in new[] { true, false })
            {
                foreach (ulong seed in seeds) yield return new RoughWalk(walk, change, animal, rough, seed);
            }
        }
    }

    /// <summary>The recorded walk.</summary>
    public Trajectory Record(CancellationToken stop) => Walk.Run(Animal, Ground, Walk.RoughUntil, Seed, stop);

    /// <summary>Its figures, once it has settled.</summary>
    public GroundFigures Measure(CancellationToken stop)
    {
        Trajectory run = Record(stop);
        int from = run.SampleAt(Walk.RoughFrom);
        return GroundFigures.Measure(run, Animal.Body.Shape, from, run.Count);
    }
}

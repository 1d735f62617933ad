using Locomotion.Controller.Neurons;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Neurons;

/// <summary>The built-in firing shapes by name.</summary>
public static class FiringShapes
{
    private static readonly Dictionary<string, FiringShape> known = new(StringComparer.Ordinal)
    {
        ["rectangular"] = new RectangularShape(),
        ["linear"] = new LinearShape(),
        ["logarithmic"] = new LogarithmicShape(),
        ["biolike"] = new BiolikeShape(),
        ["adapting"] = new AdaptingShape(),
    };

    /// <summary>Their names.</summary>
    public static IReadOnlyCollection<string> Names => known.Keys;

    /// <summary>The shape of that name.</summary>
    /// <exception cref="InvalidInputException">There is none.</exception>
    public static FiringShape Named(string name) => known.TryGetValue(name, out FiringShape? shape)
        ? shape
        : throw new InvalidInputException("Firing shape", $"'{name}'", "is not known", $"use {string.Join(", ", Names)}");
}

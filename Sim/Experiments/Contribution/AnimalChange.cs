using Locomotion.Body;
using Locomotion.Controller;
using Locomotion.Body.Animals;

namespace Locomotion.Sim.Experiments;

/// <summary>Something switched off in the animal, or changed.</summary>
/// <param name="Name">What, in a few words.</param>
/// <param name="Of">The changed animal.</param>
internal sealed record AnimalChange(string Name, Func<Animal, Animal> Of)
{
    /// <summary>Nothing.</summary>
    public static AnimalChange None { get; } = new("intact", animal => animal);

    /// <summary>Load no longer holds a leg in its stance, in either cord.</summary>
    public static AnimalChange LoadOff { get; } = InCord("load feedback off", p => p with
    {
        Legs = p.Legs with { LoadFeedback = 0 },
        Bursting = p.Bursting with { Legs = p.Bursting.Legs with { Load = 0 } },
    });

    /// <summary>Load no longer excites its segment.</summary>
    public static AnimalChange ExcitationOff { get; } = InCord("excitation by load off", p => p with { Excitation = p.Excitation with { LoadGain = 0 } });

    /// <summary>Load does neither.</summary>
    public static AnimalChange BothOff { get; } = new("load and excitation off", animal => ExcitationOff.Of(LoadOff.Of(animal)));

    /// <summary>The load feedback of the phase oscillators at another strength, rad/s.</summary>
    public static AnimalChange LoadAt(double strength) => InCord($"load feedback {strength:0} rad/s", p => p with { Legs = p.Legs with { LoadFeedback = strength } });

    /// <summary>Trunk joints <paramref name="times"/> as stiff.</summary>
    public static AnimalChange TrunkStiffer(string name, double times) => new(name, animal => animal with
    {
        Body = animal.Body with { Joints = animal.Body.Joints with { Stiffness = times * new BodyParameters().Joints.Stiffness } },
    });

    /// <summary>A change of the nervous system.</summary>
    public static AnimalChange InCord(string name, Func<ControllerParameters, ControllerParameters> change) =>
        new(name, animal => animal with { Controller = change(animal.Controller) });

    /// <summary>Both, one after the other.</summary>
    public AnimalChange And(AnimalChange other) => new($"{Name}, {other.Name}", animal => other.Of(Of(animal)));
}

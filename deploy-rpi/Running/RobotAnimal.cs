using Locomotion.Body.Animals;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Robots;

namespace Locomotion.Deploy.Running;

/// <summary>The nervous system and body that a robot file asks for.</summary>
public static class RobotAnimal
{
    /// <summary>The preset with the file's changes, as long as the machine is.</summary>
    /// <exception cref="InvalidInputException">A parameter in the file is not known, or cannot have that value.</exception>
    public static Animal Of(Robot robot)
    {
        Animal animal = Preset.Named(robot.Preset).With("shape.segments", $"{robot.Segments}");
        foreach ((string name, string value) in robot.Set)
        {
            if (name == "shape.segments")
                throw new InvalidInputException($"Robot '{robot.Name}', set", $"'{name}'", "is told by \"segments\"", "leave it out here");
            animal = animal.With(name, value);
        }
        return animal;
    }
}

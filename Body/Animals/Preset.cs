using Locomotion.Body;
using Locomotion.Body.Actuators;
using Locomotion.Controller;
using Locomotion.Controller.Parameters;

namespace Locomotion.Body.Animals;

/// <summary>The animals that come with the program.</summary>
public static class Preset
{
    /// <summary>
    /// A centipede of 21 leg-bearing segments, 12 cm and 4.1 g, with ideal actuators: size and mass ours, in the range of
    /// Scolopendra; wave numbers and leg sweep measured in Scolopendra polymorpha (Chong et al. 2020, APS March Meeting U22.3).
    /// </summary>
    public static Animal Centipede { get; } = new(new ControllerParameters(), new BodyParameters());

    /// <summary>
    /// A printable machine of 10 segments, 0.6 m and 1.4 kg, with a hobby servo (MG90S) in every trunk joint and two in every leg:
    /// a segment is 5 servos of 13.4 g, 40 g of print, 33 g of battery and electronics. Its rhythm is as slow as its servos demand.
    /// </summary>
    public static Animal Robot { get; } = new(
        new ControllerParameters
        {
            Legs = new() { BaseFrequency = 0.4, FrequencyGain = 0.8, Contralateral = 10, FromAhead = 4, FromBehind = 4, LoadFeedback = 2 },
            Trunk = new() { SwimFrequency = 1, FromAhead = 10, FromBehind = 1, ToLeg = 10 },
            Motor = new() { LegAmplitude = 0.5 },
        },
        new BodyParameters
        {
            Shape = new() { Segments = 10, Length = 0.6, Mass = 1.4, Width = 0.06, Height = 0.04, LegLength = 0.06 },
            Joints = new() { Stiffness = 1.2, Damping = 0.01 },
            Feet = new() { SlipSpeed = 5e-3 },
            Actuators = new() { Kind = ActuatorKind.Servo },
            // 12-bit converters: a load over one segment's weight, a potentiometer over a servo's 270° of travel
            Sensors = new() { LoadBits = 12, ShareBits = 12, BendBits = 10 },
        });

    /// <summary>Names of the presets.</summary>
    public static IReadOnlyList<string> Names { get; } = ["animal", "robot"];

    /// <summary>The preset of that name.</summary>
    /// <exception cref="InvalidInputException">There is none.</exception>
    public static Animal Named(string name) => name switch
    {
        "animal" => Centipede,
        "robot" => Robot,
        _ => throw new InvalidInputException("Preset", $"'{name}'", "is not known", $"use one of {string.Join(", ", Names)}"),
    };
}

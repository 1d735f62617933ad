using Locomotion.Body.Actuators;
using Locomotion.Body.Chain;
using Locomotion.Body.Ground;
using Locomotion.Body.Sensing;
using Locomotion.Body.Water;
using Locomotion.Controller.Limits;
using Locomotion.Controller.Parameters;

namespace Locomotion.Body;

/// <summary>Everything about the body that can be chosen. Immutable; every instance is valid. The defaults are the animal's.</summary>
public sealed record BodyParameters : ParameterGroup
{
    /// <summary>Number, size and mass of the segments.</summary>
    public ShapeParameters Shape { get; init; } = new();

    /// <summary>Trunk joints.</summary>
    public JointParameters Joints { get; init; } = new();

    /// <summary>Feet and belly on the ground.</summary>
    public FeetParameters Feet { get; init; } = new();

    /// <summary>Forces of the water.</summary>
    public WaterParameters Water { get; init; } = new();

    /// <summary>What moves joints and legs.</summary>
    public ActuatorParameters Actuators { get; init; } = new();

    /// <summary>What servos may be asked for; ideal actuators do as they are told.</summary>
    public CommandLimits Limits { get; init; } = new();

    /// <summary>How well the body is felt.</summary>
    public SensorParameters Sensors { get; init; } = new();
}

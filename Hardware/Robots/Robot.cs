using Locomotion.Controller.Limits;
using Locomotion.Controller.Loop;
using Locomotion.Hardware.Power;
using Locomotion.Hardware.Safety;

namespace Locomotion.Hardware.Robots;

/// <summary>A machine as its robot file describes it: what hangs where, and how it is kept safe. Immutable; every instance is valid.</summary>
public sealed record Robot
{
    /// <summary>Name of the machine.</summary>
    public required string Name { get; init; }

    /// <summary>Leg-bearing segments.</summary>
    public required int Segments { get; init; }

    /// <summary>Which nervous system and body it starts from: robot or animal.</summary>
    public required string Preset { get; init; }

    /// <summary>Parameters that differ from the preset's, name and value as text.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Set { get; init; }

    /// <summary>Controller step and servo frame.</summary>
    public required LoopTiming Timing { get; init; }

    /// <summary>I2C buses.</summary>
    public required IReadOnlyList<BusPlan> Buses { get; init; }

    /// <summary>GPIO lines.</summary>
    public required RobotPins Pins { get; init; }

    /// <summary>Servo battery; null if it is not told.</summary>
    public BatteryParameters? Battery { get; init; }

    /// <summary>Where joints go when the machine is to be left safe: rad, of lifts −1 to 1. [joint]</summary>
    public required IReadOnlyList<double> SafePose { get; init; }

    /// <summary>When and how the machine stops.</summary>
    public required SafetySettings Safety { get; init; }

    /// <summary>Names and numbers of its joints.</summary>
    public JointTable Joints => new(Segments);

    /// <summary>Every wired servo, in the order of joints.</summary>
    public IReadOnlyList<ServoPlace> Servos => [.. Buses.SelectMany(bus => bus.Boards.SelectMany(board => board.Joints
        .Select((joint, channel) => new ServoPlace(joint, bus.Id, board.Address, channel, board.Pulses)))).Where(servo => servo.Joint >= 0)
        .OrderBy(servo => servo.Joint)];

    /// <summary>The board that a servo is plugged into.</summary>
    public ServoBoardPlan Board(ServoPlace servo) => Buses.First(bus => bus.Id == servo.Bus).Boards.First(board => board.Address == servo.Board);

    /// <summary>Whether every joint has a servo; else the rest of the body is simulated.</summary>
    public bool IsComplete => Servos.Count == Joints.Count;
}

using Locomotion.Controller.Limits;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Robots;

namespace Locomotion.Tests.Hardware.Robots;

public class RobotReaderTests
{
    public static TheoryData<string> Examples => [.. ExampleRobots.Names];

    [Theory, MemberData(nameof(BadRobots.Rows), MemberType = typeof(BadRobots))]
    public void A_bad_file_is_refused_by_place_value_and_rule(string json, string where, string rule, bool schemaSeesIt)
    {
        _ = schemaSeesIt;
        string message = Assert.Throws<InvalidInputException>(() => RobotReader.Parse(json, "bad.jsonc")).Message;
        Assert.StartsWith("bad.jsonc, $", message, StringComparison.Ordinal);
        Assert.Contains(where, message, StringComparison.Ordinal);
        Assert.Contains(rule, message, StringComparison.Ordinal);
    }

    [Theory, InlineData("ten-segments", 49, 20, 28), InlineData("six-segments", 29, 12, 14), InlineData("one-segment", 5, 0, 3)]
    public void Examples_wire_what_they_say(string name, int servos, int loads, int contacts)
    {
        Robot robot = ExampleRobots.Read(name);
        Assert.Equal(name, robot.Name);
        Assert.Equal(servos, robot.Servos.Count);
        Assert.Equal(loads, robot.Buses.SelectMany(bus => bus.Converters).SelectMany(converter => converter.Legs).Count(leg => leg >= 0));
        Assert.Equal(contacts, robot.Buses.SelectMany(bus => bus.Expanders).SelectMany(expander => expander.Inputs).Count(input => input.Kind != ContactKind.None));
        Assert.Equal(servos == robot.Joints.Count, robot.IsComplete);
    }

    [Fact]
    public void A_file_says_what_the_robot_is()
    {
        Robot robot = RobotReader.Parse("""
            {
              // comments and trailing commas are allowed
              "name": "small", "segments": 3, "preset": "animal", "set": { "legs.base-frequency": 0.5, "on": true }, "step": 0.002, "frame": 0.01,
              "pins": { "enable": 5, "heartbeat": 6, "stop": 7 }, "battery": { "capacity": 3 }, "safe_pose": { "lift-1-right": 0.5, "bend-0": -0.2 },
              "safety": { "voltage.watch": false, "off.meaning": "slump", "bus.hold": 4 },
              "buses": [ { "id": 3, "hertz": 100000,
                "servo_boards": [ { "address": "0x6F", "oscillator_hz": 26e6, "pulse_us": [600, 2400], "servos": [ null, "yaw-1-left" ] } ],
                "converters": [ { "address": "0x4A", "loads": [ null, "1-left" ], "empty_volts": 2, "weight_volts": 1 } ],
                "expanders": [ { "address": "0x21", "inputs": [ "water-1", null, "foot-0-right" ] } ], } ],
            }
            """, "small.jsonc");
        Assert.Equal(("small", 3, "animal", 0.002, 0.01), (robot.Name, robot.Segments, robot.Preset, robot.Timing.Step, robot.Timing.Period));
        Assert.Equal([new("legs.base-frequency", "0.5"), new("on", "true")], robot.Set);
        Assert.Equal(new RobotPins(5, 6, 7), robot.Pins);
        Assert.Equal(3, robot.Battery!.Capacity);
        JointTable joints = robot.Joints;
        Assert.Equal([-0.2, 0, 0, 0, 0, 0, 0, 0, -1, -1, -1, 0.5, -1, -1], robot.SafePose);
        Assert.False(robot.Safety.Voltage.Watch);
        Assert.Equal(4, robot.Safety.Bus.Hold);
        ServoPlace servo = Assert.Single(robot.Servos);
        Assert.Equal((joints.Parse("yaw-1-left"), 3, 0x6F, 1, 600, 2400), (servo.Joint, servo.Bus, servo.Board, servo.Channel, servo.Pulses.MinMicroseconds, servo.Pulses.MaxMicroseconds));
        Assert.Equal(26e6, robot.Board(servo).OscillatorHz);
        BusPlan bus = Assert.Single(robot.Buses);
        Assert.Equal((100_000, null, null), (bus.Hertz, bus.Motion, bus.Rail));
        Assert.Equal([-1, 2], bus.Converters[0].Legs);
        Assert.Equal(0.25, bus.Converters[0].Load(1.75), 1e-12);
        Assert.Equal(0, bus.Converters[0].Load(2.5));
        Assert.Equal([new(ContactKind.Water, 1), default, new(ContactKind.Foot, 1)], bus.Expanders[0].Inputs);
    }
}

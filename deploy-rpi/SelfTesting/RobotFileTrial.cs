using Locomotion.Hardware.Robots;

namespace Locomotion.Deploy.SelfTesting;

/// <summary>A robot file is read.</summary>
internal static class RobotFileTrial
{
    private const string Text = """
        {
          "name": "self-test", "segments": 3, "preset": "robot", "set": { "legs.base-frequency": 0.5 },
          "buses": [ { "id": 1, "servo_boards": [ { "address": "0x60", "servos": [ "bend-0", "yaw-0-left", null, "yaw-0-right" ] } ] } ],
          "pins": { "enable": 17, "heartbeat": 27, "stop": 22 }, "battery": { }, "safety": { }
        }
        """;

    public static string Run()
    {
        Robot robot = RobotReader.Parse(Text, "self-test");
        return $"{robot.Segments} segments, {robot.Servos.Count} servos of {robot.Joints.Count}, {robot.Set[0].Key}={robot.Set[0].Value}, safety {Digest(robot)}";
    }

    private static string Digest(Robot robot) => Telemetry.Recording.Provenance.DigestOf(System.Text.Encoding.UTF8.GetBytes(robot.Safety.ToString()));
}

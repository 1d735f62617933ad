using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text;
using Locomotion.Controller.Limits;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Robots;

namespace Locomotion.Hardware.Servos;

/// <summary>The calibrations of a robot's servos, as far as they have been made. Immutable.</summary>
public sealed class CalibrationSet
{
    private readonly ServoCalibration?[] servos;    // [joint]

    /// <summary>Calibrations of the joints of <paramref name="robot"/>; null where there is none.</summary>
    public CalibrationSet(Robot robot, IReadOnlyList<ServoCalibration?> servos)
    {
        Robot = robot;
        this.servos = [.. servos];
        if (this.servos.Length != robot.Joints.Count)
            throw new InvalidInputException("Calibrations", $"{this.servos.Length}", $"is not the number of joints, {robot.Joints.Count}", "give one for each joint, null where there is none");
    }

    /// <summary>Nothing calibrated.</summary>
    public static CalibrationSet None(Robot robot) => new(robot, new ServoCalibration?[robot.Joints.Count]);

    /// <summary>Nine tenths of each servo's range of pulses, spread over its joint's reach. For simulated buses; no machine is so exact.</summary>
    public static CalibrationSet Nominal(Robot robot)
    {
        var nominal = new ServoCalibration?[robot.Joints.Count];
        foreach (ServoPlace servo in robot.Servos)
        {
            double reach = robot.Joints.Kind(servo.Joint) == JointKind.Lift ? 1 : 1.5;
            double middle = (servo.Pulses.MinMicroseconds + servo.Pulses.MaxMicroseconds) / 2, swing = 0.9 * (servo.Pulses.MaxMicroseconds - middle);
            nominal[servo.Joint] = new ServoCalibration(new PulsePoint(-reach, middle - swing), new PulsePoint(reach, middle + swing), new JointRange(-reach, reach));
        }
        return new CalibrationSet(robot, nominal);
    }

    /// <summary>Whose servos they are.</summary>
    public Robot Robot { get; }

    /// <summary>The calibration of joint <paramref name="joint"/>; null without one.</summary>
    public ServoCalibration? this[int joint] => servos[joint];

    /// <summary>Wired joints without calibration.</summary>
    public IReadOnlyList<int> Missing => [.. Robot.Servos.Select(servo => servo.Joint).Where(joint => servos[joint] is null)];

    /// <summary>
    /// Of wiring and points together (XXH3, 16 hexadecimal digits): another wiring, or a file edited by hand, has another. What was
    /// calibrated is then no longer what is plugged in.
    /// </summary>
    public string Hash
    {
        get
        {
            StringBuilder text = new(Robot.Name);
            foreach (ServoPlace servo in Robot.Servos)
            {
                text.Append('\n').Append(Robot.Joints.Name(servo.Joint)).Append(' ').Append(servo)
                    .Append(' ').Append(Naming.Number(servo.Pulses.MinMicroseconds)).Append(' ').Append(Naming.Number(servo.Pulses.MaxMicroseconds))
                    .Append(' ').Append(Naming.Number(Robot.Board(servo).OscillatorHz));
                if (servos[servo.Joint] is not { } known) continue;
                foreach (double number in new[] { known.Low.Place, known.Low.Microseconds, known.High.Place, known.High.Microseconds, known.Soft.Min, known.Soft.Max, known.TrimMicroseconds })
                    text.Append(' ').Append(Naming.Number(number));
            }
            Span<byte> hash = stackalloc byte[8];
            BinaryPrimitives.WriteUInt64BigEndian(hash, XxHash3.HashToUInt64(Encoding.UTF8.GetBytes(text.ToString())));
            return Convert.ToHexStringLower(hash);
        }
    }

    /// <summary>A copy with another calibration of one joint.</summary>
    public CalibrationSet With(int joint, ServoCalibration? calibration)
    {
        ServoCalibration?[] changed = [.. servos];
        changed[joint] = calibration;
        return new CalibrationSet(Robot, changed);
    }

    /// <summary>How far each joint may be asked to go: within the limits for all, its calibration, and its servo's travel. [joint]</summary>
    /// <exception cref="InvalidInputException">Nothing is left for a joint.</exception>
    public JointRange[] Ranges(CommandLimits limits)
    {
        JointRange[] ranges = JointRange.All(Robot.Segments, limits);
        foreach (ServoPlace servo in Robot.Servos)
            if (servos[servo.Joint] is { } calibration) ranges[servo.Joint] = Common(ranges[servo.Joint], calibration, servo);
        return ranges;
    }

    private JointRange Common(JointRange range, ServoCalibration calibration, ServoPlace servo)
    {
        try
        {
            return range.And(calibration.Within(servo.Pulses));
        }
        catch (InvalidInputException)
        {
            throw new InvalidInputException($"Joint {Robot.Joints.Name(servo.Joint)}", $"its calibration, [{Naming.Number(calibration.Soft.Min)}, {Naming.Number(calibration.Soft.Max)}],",
                $"leaves nothing of [{Naming.Number(range.Min)}, {Naming.Number(range.Max)}] that the pulses of {servo} can reach", "calibrate it again");
        }
    }
}

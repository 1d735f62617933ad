using System.Globalization;
using System.Text;
using System.Text.Json;
using Locomotion.Controller.Files;
using Locomotion.Controller.Limits;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Robots;

namespace Locomotion.Hardware.Servos;

/// <summary>Calibrations on disk, beside the robot file: my-robot.json has my-robot.calibration.json. Written by the calibration tool alone.</summary>
public static class CalibrationFile
{
    private const string Thing = "Calibration file";
    private static readonly JsonWriterOptions Layout = new() { Indented = true, NewLine = "\n" };

    /// <summary>Where the calibrations of a robot file belong.</summary>
    public static string PathFor(string robotFile) => Path.ChangeExtension(robotFile, null) + ".calibration.json";

    /// <summary>Writes the calibrations, whole or not at all.</summary>
    /// <exception cref="InvalidInputException">The file cannot be written; what was there stays.</exception>
    public static void Write(CalibrationSet set, string path, DateTimeOffset saved)
    {
        using MemoryStream text = new();
        using (Utf8JsonWriter json = new(text, Layout))
        {
            json.WriteStartObject();
            json.WriteString("robot", set.Robot.Name);
            json.WriteString("saved", saved.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            json.WriteString("hash", set.Hash);
            json.WriteStartObject("servos");
            foreach (ServoPlace servo in set.Robot.Servos)
                if (set[servo.Joint] is { } calibration) Write(json, set.Robot.Joints.Name(servo.Joint), calibration);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        text.WriteByte((byte)'\n');
        WholeFile.Replace(path, Encoding.UTF8.GetString(text.ToArray()), Thing);
    }

    /// <summary>The calibrations in a file, or none if there is no file.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, is another robot's, or does not fit its hash: wiring or file have been changed since.</exception>
    public static CalibrationSet Read(Robot robot, string path)
    {
        if (!File.Exists(path)) return CalibrationSet.None(robot);
        using JsonDocument document = JsonText.Document(WholeFile.Read(path, Thing), path);
        JsonFields fields = new JsonPlace(path, "$", document.RootElement).Fields("robot", "saved", "hash", "servos");
        JsonPlace name = fields.Required("robot", $"\"{robot.Name}\"");
        if (name.Text() != robot.Name) throw name.Refuse($"is not this robot, '{robot.Name}'", "give this robot's file, or calibrate");
        fields.Required("saved", "\"2026-01-01T00:00:00Z\"").Text();
        var servos = new ServoCalibration?[robot.Joints.Count];
        HashSet<int> wired = [.. robot.Servos.Select(servo => servo.Joint)];
        foreach ((string joint, JsonPlace place) in fields.Required("servos", "{ }").AnyFields().All)
        {
            int number = place.Check(() => RobotLimits.Joint(joint, robot.Joints));
            servos[number] = wired.Contains(number) ? ReadServo(place) : throw place.Refuse($"joint '{joint}'", "has no servo in this robot's file", "calibrate again");
        }
        CalibrationSet set = new(robot, servos);
        JsonPlace hash = fields.Required("hash", "\"...\"");
        return hash.Text() == set.Hash ? set : throw hash.Refuse($"is not the hash of what is here, {set.Hash}",
            "wiring or calibration have been changed since it was saved: calibrate again");
    }

    private static void Write(Utf8JsonWriter json, string joint, ServoCalibration calibration)
    {
        json.WriteStartObject(joint);
        json.WriteStartArray("points");
        Pair(calibration.Low.Place, calibration.Low.Microseconds);
        Pair(calibration.High.Place, calibration.High.Microseconds);
        json.WriteEndArray();
        json.WritePropertyName("soft");
        Pair(calibration.Soft.Min, calibration.Soft.Max);
        json.WriteNumber("trim_us", calibration.TrimMicroseconds);
        json.WriteEndObject();

        void Pair(double a, double b)
        {
            json.WriteStartArray();
            json.WriteNumberValue(a);
            json.WriteNumberValue(b);
            json.WriteEndArray();
        }
    }

    private static ServoCalibration ReadServo(JsonPlace place)
    {
        JsonFields fields = place.Fields("points", "soft", "trim_us");
        IReadOnlyList<JsonPlace> points = fields.Required("points", "[ [-1, 1000], [1, 2000] ]").Items();
        if (points.Count != 2) throw place.Refuse($"has {points.Count} points, not two", "calibrate the joint again");
        (double lowPlace, double lowPulse) = Pair(points[0]);
        (double highPlace, double highPulse) = Pair(points[1]);
        (double min, double max) = Pair(fields.Required("soft", "[-1, 1]"));
        double trim = fields["trim_us"]?.Number() ?? 0;
        return place.Check(() => new ServoCalibration(new PulsePoint(lowPlace, lowPulse), new PulsePoint(highPlace, highPulse), new JointRange(min, max), trim));
    }

    private static (double, double) Pair(JsonPlace place)
    {
        IReadOnlyList<JsonPlace> pair = place.Items();
        return pair.Count == 2 ? (pair[0].Number(), pair[1].Number()) : throw place.Refuse($"has {pair.Count} numbers, not two", "write two");
    }
}

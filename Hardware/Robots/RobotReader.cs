using System.Text.Json;
using Locomotion.Controller.Files;
using Locomotion.Controller.Limits;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Power;
using Locomotion.Hardware.Safety;

namespace Locomotion.Hardware.Robots;

/// <summary>Robot files: JSON, comments and trailing commas allowed; see robot.schema.json.</summary>
public static class RobotReader
{
    private static readonly ParameterTree BatteryTree = ParameterTree.Of<BatteryParameters>();

    /// <summary>The robot in a file.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read, or describes no robot that can be.</exception>
    public static Robot Read(string path) => Parse(WholeFile.Read(path, "Robot file"), path);

    /// <summary>The robot in a text; errors call it <paramref name="sourceName"/>.</summary>
    /// <exception cref="InvalidInputException">It describes no robot that can be.</exception>
    public static Robot Parse(string json, string sourceName) => Parse(JsonText.Bytes(json, sourceName), sourceName);

    private static Robot Parse(byte[] bytes, string source)
    {
        using JsonDocument document = JsonText.Document(bytes, source);
        JsonFields fields = new JsonPlace(source, "$", document.RootElement).Fields("$schema", "name", "description", "segments", "preset", "set", "step", "frame",
            "buses", "pins", "battery", "safe_pose", "safety");
        fields["$schema"]?.Text();
        fields["description"]?.Text();
        int segments = RobotLimits.Whole(fields.Required("segments", "10"), 3, RobotLimits.Segments);
        JointTable joints = new(segments);
        JsonPlace buses = fields.Required("buses", "[ { \"id\": 1, \"servo_boards\": [ ... ] } ]");
        Robot robot = new()
        {
            Name = fields.Required("name", "\"my-robot\"").Name(),
            Segments = segments,
            Preset = fields["preset"]?.Word(RobotLimits.Presets) ?? "robot",
            Set = fields["set"] is { } set ? [.. set.AnyFields().All.Select(pair => KeyValuePair.Create(pair.Key, Value(pair.Value)))] : [],
            Timing = ReadTiming(fields["step"], fields["frame"]),
            Buses = [.. buses.Items().Select(bus => BusReader.Read(bus, joints))],
            Pins = ReadPins(fields.Required("pins", "{ \"enable\": 17, \"heartbeat\": 27, \"stop\": 22 }")),
            Battery = fields["battery"] is { } battery ? ReadBattery(battery) : null,
            SafePose = ReadSafePose(fields["safe_pose"], joints),
            Safety = fields["safety"] is { } safety ? ReadSafety(safety) : new SafetySettings(),
        };
        WiringCheck.Check(robot, buses);
        return robot;
    }

    private static LoopTiming ReadTiming(JsonPlace? step, JsonPlace? frame)
    {
        double h = step?.Number(RobotLimits.ShortestStep, RobotLimits.LongestStep, "s") ?? 1e-3, period = frame?.Number(RobotLimits.ShortestFrame, RobotLimits.LongestFrame, "s") ?? 0.02;
        return (frame ?? step) is { } place ? place.Check(() => new LoopTiming(h, period)) : new LoopTiming(h, period);
    }

    private static RobotPins ReadPins(JsonPlace place)
    {
        JsonFields fields = place.Fields("enable", "heartbeat", "stop");
        RobotPins pins = new(Pin(fields, "enable", 17), Pin(fields, "heartbeat", 27), Pin(fields, "stop", 22));
        return pins.Enable == pins.Heartbeat || pins.Enable == pins.Stop || pins.Heartbeat == pins.Stop
            ? throw place.Refuse("two lines", "share one pin", "give each its own")
            : pins;
    }

    private static int Pin(JsonFields fields, string key, int example) => RobotLimits.Whole(fields.Required(key, $"{example}"), 0, RobotLimits.LastPin);

    /// <summary>Straight, standing, unless the file says otherwise.</summary>
    private static double[] ReadSafePose(JsonPlace? place, JointTable joints)
    {
        var pose = new double[joints.Count];
        pose.AsSpan(joints.Lifts).Fill(-1);
        if (place is not { } given) return pose;
        foreach ((string name, JsonPlace value) in given.AnyFields().All)
        {
            int joint = value.Check(() => RobotLimits.Joint(name, joints));
            pose[joint] = joints.Kind(joint) == JointKind.Lift
                ? value.Number(-RobotLimits.FarthestLift, RobotLimits.FarthestLift, "")
                : value.Number(-RobotLimits.FarthestTurn, RobotLimits.FarthestTurn, "rad");
        }
        return pose;
    }

    private static BatteryParameters ReadBattery(JsonPlace place)
    {
        BatteryParameters battery = ReadGroup(place, BatteryTree, new BatteryParameters());
        return battery.Full > battery.Empty
            ? battery
            : throw place.Refuse($"'full', {Naming.Number(battery.Full)} V,", $"is not above 'empty', {Naming.Number(battery.Empty)} V", "give both, without load");
    }

    private static SafetySettings ReadSafety(JsonPlace place)
    {
        SafetySettings settings = ReadGroup(place, SafetySettings.Tree, new SafetySettings());
        return place.Check(() =>
        {
            settings.CheckOrder();
            return settings;
        });
    }

    /// <summary>A group of parameters in which those named here have other values.</summary>
    private static T ReadGroup<T>(JsonPlace place, ParameterTree tree, T group) where T : ParameterGroup
    {
        foreach ((string name, JsonPlace value) in place.Fields([.. tree.All.Select(parameter => parameter.Name)]).All)
            group = value.Check(() => tree[name].Write(group, Value(value, tree[name])));
        return group;
    }

    /// <summary>The same, of the kind that the parameter is.</summary>
    private static string Value(JsonPlace place, Parameter parameter)
    {
        if (parameter.Type == typeof(bool) && place.Element.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
            throw place.Refuse("is neither true nor false", "write one of them, without quotes");
        return parameter.Type == typeof(bool) ? Value(place) : parameter.Choices.Count > 0 ? place.Word(parameter.Choices) : Naming.Number(place.Number());
    }

    /// <summary>A parameter's value as the text that its description reads.</summary>
    private static string Value(JsonPlace place) => place.Element.ValueKind switch
    {
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.String => place.Text(),
        _ => Naming.Number(place.Number()),
    };
}

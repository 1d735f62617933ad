using System.Text.Json.Nodes;
using Locomotion.Controller.Files;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Bus;
using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Power;
using Locomotion.Hardware.Safety;
using Locomotion.Hardware.Servos;
using static Locomotion.Controller.Files.SchemaParts;

namespace Locomotion.Hardware.Robots;

/// <summary>The JSON Schema (draft 7) of robot files, for editors and other programs.</summary>
/// <remarks>
/// It cannot say all that <see cref="RobotReader"/> checks: that a joint is one of this animal's, that nothing is wired twice, that addresses and
/// pins are free, that the frame is a whole number of steps and of a length that the boards can give, and that thresholds are in order.
/// </remarks>
public static class RobotSchema
{
    /// <summary>The schema; deploy-rpi/robots/robot.schema.json is a copy for editors.</summary>
    public static string Text { get; } = SchemaParts.Text("Locomotion robot", Root());

    private static JsonObject Root() => Fields("A robot: what is wired where, and when it may move.", ["name", "segments", "buses", "pins"], new JsonObject
    {
        ["$schema"] = SchemaParts.Text("Where this schema is."),
        ["name"] = Name("Short name; calibrations belong to it."),
        ["description"] = SchemaParts.Text("What it is, in a sentence."),
        ["segments"] = Whole(3, RobotLimits.Segments, "Leg-bearing segments."),
        ["preset"] = Words("The animal before \"set\" changes it.", RobotLimits.Presets, "robot"),
        ["set"] = new JsonObject
        {
            ["type"] = "object",
            ["additionalProperties"] = new JsonObject { ["type"] = new JsonArray("string", "number", "boolean") },
            ["description"] = "Parameters that differ from the preset's, by name; `locomotion params list` shows them.",
        },
        ["step"] = Number(RobotLimits.ShortestStep, RobotLimits.LongestStep, "The controller's step, s.", 0.001),
        ["frame"] = Number(RobotLimits.ShortestFrame, RobotLimits.LongestFrame, "Time from one pulse of the servos to the next, s: a whole number of steps.", 0.02),
        ["buses"] = List("I2C buses.", Bus(), least: 1),
        ["pins"] = Pins(),
        ["battery"] = Group("The servo battery.", ParameterTree.Of<BatteryParameters>(), new BatteryParameters()),
        ["safe_pose"] = SafePose(),
        ["safety"] = Group("When and how the machine stops: docs/robot-safety.md.", SafetySettings.Tree, new SafetySettings()),
    });

    private static JsonObject Bus() => Fields("One bus and what hangs on it.", ["id"], new JsonObject
    {
        ["id"] = Whole(0, RobotLimits.LastBus, "Its number: 1 is /dev/i2c-1."),
        ["hertz"] = Whole(RobotLimits.SlowestBus, RobotLimits.FastestBus, "Its clock, Hz; config.txt sets it.", BusTime.FastMode),
        ["servo_boards"] = List("PCA9685.", Fields("One board.", ["address", "servos"], new JsonObject
        {
            ["address"] = Address(ChipAddresses.ServoBoard),
            ["oscillator_hz"] = Number(RobotLimits.SlowestOscillator, RobotLimits.FastestOscillator, "Its oscillator as measured, Hz.", Pca9685Settings.NominalClock),
            ["pulse_us"] = new JsonObject
            {
                ["type"] = "array",
                ["minItems"] = 2,
                ["maxItems"] = 2,
                ["items"] = Number(PulseRange.Shortest, PulseRange.Longest, "µs."),
                ["default"] = new JsonArray(1000, 2000),
                ["description"] = "Shortest and longest pulse of its servos, µs: hard limits.",
            },
            ["servos"] = Row(Pca9685.Channels, RobotLimits.JointPattern, "The joint on each channel from 0; null: free."),
        })),
        ["converters"] = List("ADS1115, for foot loads.", Fields("One converter.", ["address", "loads", "empty_volts", "weight_volts"], new JsonObject
        {
            ["address"] = Address(ChipAddresses.Converter),
            ["loads"] = Row(Ads1115.Inputs, RobotLimits.LegPattern, "The leg on each input from 0, as 4-left; null: free."),
            ["empty_volts"] = Number(0, RobotLimits.MostVolts, "Reading of a foot in the air, V."),
            ["weight_volts"] = Number(0, RobotLimits.MostVolts, "Reading of a foot that carries one segment's weight, V."),
        })),
        ["expanders"] = List("MCP23017, for contacts.", Fields("One expander.", ["address", "inputs"], new JsonObject
        {
            ["address"] = Address(ChipAddresses.Expander),
            ["inputs"] = Row(Mcp23017.Contacts, RobotLimits.ContactPattern, "The contact on each input: first GPA0 to GPA6, then GPB0 to GPB6; foot-4-left, water-4, null: free."),
        })),
        ["motion"] = Fields("The MPU-6050.", ["address"], new JsonObject { ["address"] = Address(ChipAddresses.Motion) }),
        ["rail"] = Fields("The INA219 at the servo rail.", ["address", "shunt_ohms", "max_amperes"], new JsonObject
        {
            ["address"] = Address(ChipAddresses.Rail),
            ["shunt_ohms"] = Number(RobotLimits.SmallestShunt, RobotLimits.LargestShunt, "Its shunt, ohm."),
            ["max_amperes"] = Number(RobotLimits.LeastAmperes, RobotLimits.MostAmperes, "Largest current expected, A: at most 0.32 V at the shunt."),
        }),
    });

    private static JsonObject Pins() => Fields("GPIO lines, as the chip counts them (BCM).", ["enable", "heartbeat", "stop"], new JsonObject
    {
        ["enable"] = Whole(0, RobotLimits.LastPin, "Output enable of all boards, active low."),
        ["heartbeat"] = Whole(0, RobotLimits.LastPin, "To the external watchdog."),
        ["stop"] = Whole(0, RobotLimits.LastPin, "From the emergency stop, normally closed."),
    });

    private static JsonObject SafePose()
    {
        JsonObject lift = Number(-RobotLimits.FarthestLift, RobotLimits.FarthestLift, "Lift: 1 fully lifted, -1 down.");
        JsonObject turn = Number(-RobotLimits.FarthestTurn, RobotLimits.FarthestTurn, "rad.");
        return new JsonObject
        {
            ["type"] = "object",
            ["patternProperties"] = new JsonObject { [RobotLimits.LiftPattern] = lift, [RobotLimits.TurnPattern] = turn },
            ["additionalProperties"] = false,
            ["description"] = "Where joints go to be left safe. Default: straight, legs down.",
        };
    }

    private static JsonObject Group(string description, ParameterTree tree, ParameterGroup start) => Fields(description, [],
        new JsonObject(tree.All.Select(parameter => KeyValuePair.Create(parameter.Name, (JsonNode?)Value(parameter, parameter.Read(start))))));

    private static JsonObject Address(ChipAddresses chip) => new()
    {
        ["type"] = "string",
        ["pattern"] = chip.Pattern,
        ["description"] = $"Of a {chip.Name}: 0x{chip.First:x2} to 0x{chip.Last:x2}.",
    };

    private static JsonObject Row(int most, string pattern, string description) => new()
    {
        ["type"] = "array",
        ["maxItems"] = most,
        ["items"] = new JsonObject { ["type"] = new JsonArray("string", "null"), ["pattern"] = pattern },
        ["description"] = description,
    };

    private static JsonObject Whole(int min, int max, string description, int? standard = null)
    {
        JsonObject schema = Number(min, max, description, standard);
        schema["type"] = "integer";
        return schema;
    }
}

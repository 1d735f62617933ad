namespace Locomotion.Tests.Hardware.Robots;

/// <summary>Robot files with one fault each. A row: text, words of the refusal, and whether the schema sees the fault too.</summary>
public static class BadRobots
{
    private const bool BySchema = true, ByReader = false;
    private const string Pins = "\"pins\": { \"enable\": 17, \"heartbeat\": 27, \"stop\": 22 }";

    /// <summary>A good robot with more fields at its root.</summary>
    public static string Root(string fields) => $$"""{ "name": "x", "segments": 3, {{Pins}}, "buses": [ { "id": 1 } ], {{fields}} }""";

    /// <summary>A robot whose first bus has these fields more.</summary>
    public static string Bus(string fields) => $$"""{ "name": "x", "segments": 3, {{Pins}}, "buses": [ { "id": 1, {{fields}} } ] }""";

    /// <summary>A robot of these buses.</summary>
    public static string Buses(string buses) => $$"""{ "name": "x", "segments": 3, {{Pins}}, "buses": [ {{buses}} ] }""";

    /// <summary>A robot with a board of these fields.</summary>
    public static string Board(string fields) => Bus($$"""  "servo_boards": [ { {{fields}} } ] """);

    private static string Wired(string pins) => $$"""{ "name": "x", "segments": 3, "buses": [ { "id": 1 } ], "pins": { {{pins}} } }""";

    private static string Rail(string fields) => Bus($$"""  "rail": { "address": "0x41", {{fields}} } """);

    /// <summary>The texts whose fault the schema can see.</summary>
    public static TheoryData<string> SeenBySchema => [.. Rows.Select(row => row.Data).Where(row => row.Item4 == BySchema).Select(row => row.Item1)];

    /// <summary>The others: the schema must take them, or the table is wrong.</summary>
    public static TheoryData<string> NotSeenBySchema => [.. Rows.Select(row => row.Data).Where(row => row.Item4 == ByReader).Select(row => row.Item1)];

    public static TheoryData<string, string, string, bool> Rows => new()
    {
        // root
        { "[]", "$: a list", "is not an object", BySchema },
        { Root("\"segmets\": 3"), "$.segmets: key 'segmets'", "did you mean 'segments'?", BySchema },
        { $$"""{ "segments": 3, {{Pins}}, "buses": [ { "id": 1 } ] }""", "$.name: key 'name'", "is missing", BySchema },
        { $$"""{ "name": "x", {{Pins}}, "buses": [ { "id": 1 } ] }""", "$.segments: key 'segments'", "is missing", BySchema },
        { $$"""{ "name": "x", "segments": 3, {{Pins}} }""", "$.buses: key 'buses'", "is missing", BySchema },
        { """{ "name": "x", "segments": 3, "buses": [ { "id": 1 } ] }""", "$.pins: key 'pins'", "is missing", BySchema },
        { Root("\"name\": \"y\""), "$.name: key 'name'", "stands here twice", ByReader },
        { $$"""{ "name": "My robot", "segments": 3, {{Pins}}, "buses": [ { "id": 1 } ] }""", "$.name: \"My robot\"", "is not a name", BySchema },
        { $$"""{ "name": "x", "segments": 1, {{Pins}}, "buses": [ { "id": 1 } ] }""", "$.segments: 1", "lies outside [3, 64]; choose", BySchema },
        { $$"""{ "name": "x", "segments": 65, {{Pins}}, "buses": [ { "id": 1 } ] }""", "$.segments: 65", "lies outside [3, 64]", BySchema },
        { $$"""{ "name": "x", "segments": 4.5, {{Pins}}, "buses": [ { "id": 1 } ] }""", "$.segments: 4.5", "is not a whole number", BySchema },
        { Root("\"preset\": \"animl\""), "$.preset: \"animl\"", "did you mean 'animal'?", BySchema },
        { Root("\"description\": 1"), "$.description: 1", "is not a text", BySchema },
        { Root("\"$schema\": null"), "$.$schema: null", "is not a text", BySchema },
        { Root("\"set\": [1]"), "$.set: a list", "is not an object", BySchema },
        { Root("\"set\": { \"legs.base-frequency\": null }"), "$.set['legs.base-frequency']: null", "is not a number", BySchema },
        { Buses(""), "$.buses: a list", "names no bus", BySchema },

        // timing
        { Root("\"step\": 0.02"), "$.step: 0.02", "lies outside [1E-05, 0.01] s", BySchema },
        { Root("\"step\": 0.02, \"frame\": 0.02"), "$.step: 0.02", "lies outside", BySchema },
        { Root("\"frame\": 0.002"), "$.frame: 0.002", "lies outside [0.003, 0.04] s", BySchema },
        { Root("\"frame\": 0.041"), "$.frame: 0.041", "lies outside", BySchema },
        { Root("\"frame\": 0.0105"), "$.frame: Plant period: 0.0105 s", "is not a whole number of steps", ByReader },
        { Root("\"step\": 0.003"), "$.step: Plant period: 0.02 s", "is not a whole number of steps", ByReader },

        // pins
        { Wired("\"enable\": 17, \"heartbeat\": 27"), "$.pins.stop: key 'stop'", "is missing", BySchema },
        { Wired("\"enable\": 28, \"heartbeat\": 27, \"stop\": 22"), "$.pins.enable: 28", "lies outside [0, 27]", BySchema },
        { Wired("\"enable\": 17, \"heartbeat\": 17, \"stop\": 22"), "$.pins: two lines", "share one pin", ByReader },
        { Wired("\"enable\": 17, \"heartbeat\": 27, \"stop\": 17"), "$.pins: two lines", "share one pin", ByReader },
        { Wired("\"enable\": 17, \"heartbeat\": 22, \"stop\": 22"), "$.pins: two lines", "share one pin", ByReader },
        { Wired("\"enable\": 17, \"heartbeat\": 3, \"stop\": 22"), "GPIO 3", "is a line of bus 1", ByReader },
        { Wired("\"enable\": 17, \"heartbeat\": 27, \"stop\": 22, \"led\": 4"), "$.pins.led: key 'led'", "is not known here", BySchema },

        // battery, pose, safety
        { Root("\"battery\": { \"capacity\": 0 }"), "$.battery.capacity", "0", BySchema },
        { Root("\"battery\": { \"full\": 6, \"empty\": 7 }"), "$.battery: 'full', 6 V,", "is not above 'empty', 7 V", ByReader },
        { Root("\"battery\": { \"capacity\": \"2\" }"), "$.battery.capacity: \"2\"", "is not a number", BySchema },
        { Root("\"safe_pose\": { \"bend-2\": 0 }"), "$.safe_pose.bend-2", "lies outside [0, 1]", ByReader },
        { Root("\"safe_pose\": { \"bend-0\": 3.3 }"), "$.safe_pose.bend-0: 3.3", "lies outside [-3.2, 3.2] rad", BySchema },
        { Root("\"safe_pose\": { \"lift-0-left\": 1.1 }"), "$.safe_pose.lift-0-left: 1.1", "lies outside [-1, 1]; choose", BySchema },
        { Root("\"safe_pose\": { \"bend-+1\": 0 }"), "Joint: 'bend-+1'", "write bend-1", BySchema },
        { Root("\"safe_pose\": { \"knee-0-left\": 0 }"), "Joint: 'knee-0-left'", "is not known", BySchema },
        { Root("\"safety\": { \"off.meaning\": \"slmp\" }"), "$.safety['off.meaning']: \"slmp\"", "did you mean 'slump'?", BySchema },
        { Root("\"safety\": { \"off.meaning\": 1 }"), "$.safety['off.meaning']: 1", "is not a text", BySchema },
        { Root("\"safety\": { \"voltage.watch\": \"true\" }"), "$.safety['voltage.watch']: \"true\"", "is neither true nor false", BySchema },
        { Root("\"safety\": { \"voltage.warn\": \"5\" }"), "$.safety['voltage.warn']: \"5\"", "is not a number", BySchema },
        { Root("\"safety\": { \"bus.hold\": 2.5 }"), "$.safety['bus.hold']", "2.5", BySchema },
        { Root("\"safety\": { \"voltage.wran\": 5 }"), "$.safety['voltage.wran']", "did you mean 'voltage.warn'?", BySchema },
        { Root("\"safety\": { \"voltage.warn\": 5 }"), "'voltage.slow'", "put the thresholds in order", ByReader },

        // buses
        { Buses("{ \"hertz\": 400000 }"), "$.buses[0].id: key 'id'", "is missing", BySchema },
        { Buses("{ \"id\": 64 }"), "$.buses[0].id: 64", "lies outside [0, 63]", BySchema },
        { Buses("{ \"id\": 1 }, { \"id\": 1 }"), "bus 1", "stands there twice", ByReader },
        { Bus("\"hertz\": 9999"), "$.buses[0].hertz: 9999", "lies outside", BySchema },
        { Bus("\"hertz\": 1000000, \"motion\": { \"address\": \"0x68\" }"), "1000000 Hz of bus 1", "are more than the 400000 Hz", ByReader },
        { Bus("\"servo_boards\": {}"), "$.buses[0].servo_boards: an object", "is not a list", BySchema },

        // boards
        { Board("\"servos\": []"), ".servo_boards[0].address: key 'address'", "is missing", BySchema },
        { Board("\"address\": \"0x60\""), ".servo_boards[0].servos: key 'servos'", "is missing", BySchema },
        { Board("\"address\": \"0x3f\", \"servos\": []"), ".address: \"0x3f\"", "is no address of PCA9685", BySchema },
        { Board("\"address\": \"0x78\", \"servos\": []"), ".address: \"0x78\"", "is no address of PCA9685", BySchema },
        { Board("\"address\": \"60\", \"servos\": []"), ".address: \"60\"", "write it as in", BySchema },
        { Board("\"address\": 96, \"servos\": []"), ".address: 96", "is not a text", BySchema },
        { Board("\"address\": \"0x70\", \"servos\": []"), "address 0x70 of a servo board", "is heard by every PCA9685", ByReader },
        { Board("\"address\": \"0x60\", \"servos\": [\"bend-2\"]"), ".servos[0]: Joint 'bend-2'", "lies outside [0, 1]", ByReader },
        { Board("\"address\": \"0x60\", \"servos\": [\"bend-01\"]"), ".servos[0]: Joint: 'bend-01'", "write bend-1", BySchema },
        { Board("\"address\": \"0x60\", \"servos\": [3]"), ".servos[0]: 3", "is not a text", BySchema },
        { Board("\"address\": \"0x60\", \"servos\": [\"bend-1\", \"bend-1\"]"), "servo of joint bend-1", "stands there twice", ByReader },
        { Board("\"address\": \"0x60\", \"servos\": [null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null,null]"), ".servos: a list", "has 17 entries, more than 16", BySchema },
        { Board("\"address\": \"0x60\", \"servos\": [], \"oscillator_hz\": 19e6"), ".oscillator_hz: 19e6", "lies outside", BySchema },
        { Board("\"address\": \"0x60\", \"servos\": [], \"pulse_us\": [1000]"), ".pulse_us: a list", "has 1 numbers, not two", BySchema },
        { Board("\"address\": \"0x60\", \"servos\": [], \"pulse_us\": [2000, 1000]"), ".pulse_us: Range of pulses", "is narrower than 100 µs", ByReader },
        { Board("\"address\": \"0x60\", \"servos\": [], \"pulse_us\": [399, 1000]"), ".pulse_us: Range of pulses", "not within [400, 2600]", BySchema },
        { Root("\"frame\": 0.04").Replace("{ \"id\": 1 }", "{ \"id\": 1, \"servo_boards\": [ { \"address\": \"0x60\", \"servos\": [], \"oscillator_hz\": 27e6 } ] }", StringComparison.Ordinal), "PCA9685 output rate: 25 Hz", "is outside", ByReader },

        // sensors
        { Bus("\"converters\": [ { \"address\": \"0x4c\", \"loads\": [], \"empty_volts\": 0, \"weight_volts\": 1 } ]"), ".address: \"0x4c\"", "is no address of ADS1115", BySchema },
        { Bus("\"converters\": [ { \"address\": \"0x48\", \"loads\": [], \"empty_volts\": 1, \"weight_volts\": 1.005 } ]"), ".weight_volts: 1.005", "is too near to empty_volts", ByReader },
        { Bus("\"converters\": [ { \"address\": \"0x48\", \"loads\": [], \"empty_volts\": 1, \"weight_volts\": 5 } ]"), ".weight_volts: 5", "lies outside [0, 4.096] V", BySchema },
        { Bus("\"converters\": [ { \"address\": \"0x48\", \"loads\": [\"3-left\"], \"empty_volts\": 1, \"weight_volts\": 2 } ]"), ".loads[0]: Leg: '3-left'", "is not one of this animal's", ByReader },
        { Bus("\"converters\": [ { \"address\": \"0x48\", \"loads\": [\"1-left\",\"1-left\"], \"empty_volts\": 1, \"weight_volts\": 2 } ]"), "load of leg 1-left", "stands there twice", ByReader },
        { Bus("\"expanders\": [ { \"address\": \"0x28\", \"inputs\": [] } ]"), ".address: \"0x28\"", "is no address of MCP23017", BySchema },
        { Bus("\"expanders\": [ { \"address\": \"0x20\", \"inputs\": [\"water-3\"] } ]"), ".inputs[0]: Contact: 'water-3'", "is not known", ByReader },
        { Bus("\"expanders\": [ { \"address\": \"0x20\", \"inputs\": [\"foot-0\"] } ]"), ".inputs[0]: Leg: '0'", "write segment and side", BySchema },
        { Bus("\"expanders\": [ { \"address\": \"0x20\", \"inputs\": [\"hand-0-left\"] } ]"), ".inputs[0]: Contact: 'hand-0-left'", "is not known", BySchema },
        { Bus("\"expanders\": [ { \"address\": \"0x20\", \"inputs\": [\"foot-2-right\", \"foot-2-right\"] } ]"), "contact foot-2-right", "stands there twice", ByReader },
        { Bus("\"motion\": { \"address\": \"0x6a\" }"), ".motion.address: \"0x6a\"", "is no address of MPU-6050", BySchema },
        { Bus("\"motion\": \"0x68\""), ".motion: \"0x68\"", "is not an object", BySchema },
        { Buses("{ \"id\": 1, \"motion\": { \"address\": \"0x68\" } }, { \"id\": 3, \"motion\": { \"address\": \"0x68\" } }"), "two motion sensors", "one is enough", ByReader },
        { Rail("\"max_amperes\": 10"), ".rail.shunt_ohms: key 'shunt_ohms'", "is missing", BySchema },
        { Rail("\"shunt_ohms\": 0.1, \"max_amperes\": 10"), ".rail: Shunt of INA219", "at most 0.32 V", ByReader },
        { Rail("\"shunt_ohms\": 0.01, \"max_amperes\": 9"), "'current.release', 10 A,", "is above the rail monitor's max_amperes, 9 A", ByReader },
        { $$"""{ "name": "x", "segments": 3, {{Pins}}, "buses": [ { "id": 1, "rail": { "address": "0x41", "shunt_ohms": 0.0002, "max_amperes": 120 } } ], "safety": { "engagement.current": 0.04 } }""",
            "'engagement.current', 0.04 A,", "is less than a step of the rail monitor, 0.05 A", ByReader },
        { Rail("\"shunt_ohms\": 0.0001, \"max_amperes\": 0.01"), ".rail: Shunt of INA219", "needs a calibration of", ByReader },
        { Buses("{ \"id\": 1, \"rail\": { \"address\": \"0x41\", \"shunt_ohms\": 0.01, \"max_amperes\": 10 } }, { \"id\": 3, \"rail\": { \"address\": \"0x41\", \"shunt_ohms\": 0.01, \"max_amperes\": 10 } }"), "two rail monitors", "one is enough", ByReader },
        { Bus("\"rail\": { \"address\": \"0x40\", \"shunt_ohms\": 0.01, \"max_amperes\": 10 }, \"servo_boards\": [ { \"address\": \"0x40\", \"servos\": [] } ]"), "address 0x40", "is that of a servo board and the rail monitor on bus 1", ByReader },
    };
}

namespace Locomotion.Tests.Sim.Scenarios;

/// <summary>Scenarios with one fault each. A row: text, where, value, rule, remedy, and whether the
/// schema sees the fault too (and NJsonSchema, which cannot count beyond 2^63).</summary>
public static class BadScenarios
{
    private const bool BySchema = true, ByReader = false;

    /// <summary>The longest name allowed, and one letter more.</summary>
    public static readonly string LongName = new('a', 64), TooLongName = new('a', 65);

    /// <summary>A good scenario with more fields at its root.</summary>
    public static string Root(string fields) => $$"""{ "name": "bad", "timeline": [ { "gait": "swim", "seconds": 1 } ], {{fields}} }""";

    /// <summary>A scenario whose second phase has just these fields.</summary>
    public static string Phase(string fields) => $$"""{ "name": "bad", "timeline": [ { "gait": "swim", "seconds": 1 }, { {{fields}} } ] }""";

    /// <summary>The texts whose fault the schema can see.</summary>
    public static TheoryData<string> SeenBySchema => [.. Rows.Select(row => row.Data).Where(row => row.Item6 == BySchema).Select(row => row.Item1)];

    public static TheoryData<string, string, string, string, string, bool> Rows => new()
    {
        // keys
        { "[]", "$", "a list", "is not an object", "write { ... }", BySchema },
        { "3", "$", "3", "is not an object", "write { ... }", BySchema },
        { Root("\"sede\": 1"), "$.sede", "key 'sede'", "is not known here", "did you mean 'seed'?", BySchema },
        { Root("\"\": 1"), "$['']", "key ''", "is not known here", "Known: $schema, name,", BySchema },
        { Root("\"seed\": 1, \"seed\": 2"), "$.seed", "key 'seed'", "stands here twice", "keep one", ByReader },
        { Root("\"seed\": 1, \"s\\u0065ed\": 2"), "$.seed", "key 'seed'", "stands here twice", "keep one", ByReader },
        { Root("\"\\ud800\": 1"), "$", "a key", "holds half a character", "write both halves", BySchema },
        { Phase("\"gait\": \"swim\", \"secnds\": 6"), "$.timeline[1].secnds", "key 'secnds'", "is not known here", "did you mean 'seconds'?", BySchema },
        { "{ \"timeline\": [ { \"gait\": \"swim\", \"seconds\": 1 } ] }", "$.name", "key 'name'", "is missing", "add it, as in \"name\": \"my-scenario\"", BySchema },
        { "{ \"name\": \"bad\" }", "$.timeline", "key 'timeline'", "is missing", "add it, as in \"timeline\": [", BySchema },

        // texts and names
        { Root("\"$schema\": 7"), "$.$schema", "7", "is not a text", "double quotes", BySchema },
        { Root("\"description\": null"), "$.description", "null", "is not a text", "double quotes", BySchema },
        { Root("\"description\": \"\\ud800\""), "$.description", "\"\\ud800\"", "holds half a character", "write both halves", ByReader },
        { "{ \"name\": \"Bad\", \"timeline\": [ { \"gait\": \"swim\", \"seconds\": 1 } ] }", "$.name", "\"Bad\"", "is not a name", "lower-case", BySchema },
        { "{ \"name\": \"\", \"timeline\": [ { \"gait\": \"swim\", \"seconds\": 1 } ] }", "$.name", "\"\"", "is not a name", "lower-case", BySchema },
        { Phase("\"name\": \"-x\", \"seconds\": 1"), "$.timeline[1].name", "\"-x\"", "is not a name", "lower-case", BySchema },
        { Phase("\"name\": \"a b\", \"seconds\": 1"), "$.timeline[1].name", "\"a b\"", "is not a name", "lower-case", BySchema },
        { Phase("\"name\": \"a\\n\", \"seconds\": 1"), "$.timeline[1].name", "\"a\\n\"", "is not a name", "lower-case", ByReader },
        { Phase($"\"name\": \"{TooLongName}\", \"seconds\": 1"), "$.timeline[1].name", "\"aaa", "at most 64 characters", "lower-case", BySchema },

        // seed and timing
        { Root("\"seed\": -1"), "$.seed", "-1", "is not a whole number in [0, 18446744073709551615]", "such as 1", BySchema },
        { Root("\"seed\": 1.5"), "$.seed", "1.5", "is not a whole number", "such as 1", BySchema },
        { Root("\"seed\": \"1\""), "$.seed", "\"1\"", "is not a number", "without quotes", BySchema },
        { Root("\"seed\": 18446744073709551616"), "$.seed", "18446744073709551616", "is not a whole number", "such as 1", ByReader },
        { Root("\"seed\": 9007199254740994.0"), "$.seed", "9007199254740994.0", "is not a whole number", "such as 1", ByReader },
        { Root("\"step\": 0.02"), "$.step: Step", "0.02 s", "lies outside [1e-5, 0.01] s", "0.001 is usual", BySchema },
        { Root("\"step\": 1e999"), "$.step", "1e999", "is too large", "finite", BySchema },
        { Root("\"step\": -1e999"), "$.step", "-1e999", "is too large", "finite", BySchema },
        { Root("\"plant_period\": 0.2"), "$.plant_period: Plant period", "0.2 s", "lies outside [0.001, 0.1] s", "whole number of steps", BySchema },
        { Root("\"plant_period\": 0.0015"), "$.plant_period: Plant period", "0.0015 s", "is not a whole number of steps of 0.001 s", "use 0.002 s", ByReader },
        { Root("\"step\": 0.002, \"plant_period\": 0.001"), "$.plant_period: Plant period", "0.001 s", "lies outside [0.002, 0.1] s", "whole number", ByReader },

        // animal
        { Root("\"preset\": \"robto\""), "$.preset", "\"robto\"", "is not known here", "did you mean 'robot'? Known: animal, robot", BySchema },
        { Root("\"preset\": true"), "$.preset", "true", "is not a text", "double quotes", BySchema },
        { Root("\"set\": []"), "$.set", "a list", "is not an object", "write { ... }", BySchema },
        { Root("\"set\": { \"legs.contralatral\": 20 }"), "$.set['legs.contralatral']", "key 'legs.contralatral'", "is not known here", "did you mean 'legs.contralateral'?", BySchema },
        { Root("\"set\": { \"legs.contralateral\": 300 }"), "$.set['legs.contralateral']: Parameter 'legs.contralateral'", "300", "lies outside [0, 200] 1/s", "choose a value inside (Coupling that keeps", BySchema },
        { Root("\"set\": { \"legs.contralateral\": \"20\" }"), "$.set['legs.contralateral']", "\"20\"", "is not a number", "without quotes", BySchema },
        { Root("\"set\": { \"shape.segments\": 20.5 }"), "$.set['shape.segments']: Parameter 'shape.segments'", "'20.5'", "is not a whole number", "params list", BySchema },
        { Root("\"set\": { \"shape.segments\": 1e30 }"), "$.set['shape.segments']: Parameter 'shape.segments'", "'1E+30'", "is not a whole number", "params list", BySchema },
        { Root("\"set\": { \"actuators.kind\": \"sevro\" }"), "$.set['actuators.kind']", "\"sevro\"", "is not known here", "did you mean 'servo'? Known: ideal, servo", BySchema },
        { Root("\"set\": { \"actuators.kind\": 1 }"), "$.set['actuators.kind']", "1", "is not a text", "double quotes", BySchema },
        { Root("\"set\": { \"relay.overwrite-travels\": 1 }"), "$.set['relay.overwrite-travels']", "1", "is neither true nor false", "without quotes", BySchema },

        // place
        { Root("\"start\": { \"z\": 1 }"), "$.start.z", "key 'z'", "is not known here", "Known: x, y, heading", BySchema },
        { Root("\"start\": { \"x\": 20000 }"), "$.start.x", "20000", "lies outside [-10000, 10000] m", "inside", BySchema },
        { Root("\"start\": { \"y\": [] }"), "$.start.y", "a list", "is not a number", "without quotes", BySchema },
        { Root("\"start\": { \"heading\": -11 }"), "$.start.heading", "-11", "lies outside [-10, 10] rad", "inside", BySchema },
        { Root("\"habitat\": \"lnad\""), "$.habitat", "\"lnad\"", "is not known here", "did you mean 'land'? Known: land, water", BySchema },
        { Root("\"habitat\": 3"), "$.habitat", "3", "is not a habitat", "write \"land\", \"water\" or {", BySchema },
        { Root("\"habitat\": { \"ground\": [[0, 0]] }"), "$.habitat.water_level", "key 'water_level'", "is missing", "as in \"water_level\": -0.002", BySchema },
        { Root("\"habitat\": { \"water_level\": 0 }"), "$.habitat.ground", "key 'ground'", "is missing", "as in \"ground\": [[0, 0]", BySchema },
        { Root("\"habitat\": { \"ground\": [], \"water_level\": 0 }"), "$.habitat.ground: Habitat", "the ground profile", "has no points", "at least one [x, height]", BySchema },
        { Root("\"habitat\": { \"ground\": {}, \"water_level\": 0 }"), "$.habitat.ground", "an object", "is not a list", "write [ ... ]", BySchema },
        { Root("\"habitat\": { \"ground\": [[0, 0], [1]], \"water_level\": 0 }"), "$.habitat.ground[1]", "a list", "has 1 numbers, not two", "write [x, height]", BySchema },
        { Root("\"habitat\": { \"ground\": [[0, 0, 0]], \"water_level\": 0 }"), "$.habitat.ground[0]", "a list", "has 3 numbers, not two", "write [x, height]", BySchema },
        { Root("\"habitat\": { \"ground\": [[0, \"0\"]], \"water_level\": 0 }"), "$.habitat.ground[0][1]", "\"0\"", "is not a number", "without quotes", BySchema },
        { Root("\"habitat\": { \"ground\": [[0, 0], [0, 1]], \"water_level\": 0 }"), "$.habitat.ground: Habitat point 1", "x = 0 m", "does not lie beyond 0 m", "from left to right", ByReader },
        { Root("\"habitat\": { \"ground\": [[0, 0]], \"water_level\": 10001 }"), "$.habitat.water_level", "10001", "lies outside [-10000, 10000] m", "inside", BySchema },

        // timeline
        { "{ \"name\": \"bad\", \"timeline\": {} }", "$.timeline", "an object", "is not a list", "write [ ... ]", BySchema },
        { "{ \"name\": \"bad\", \"timeline\": [] }", "$.timeline", "a list", "has 0 phases, outside [1, 1000]", "at least one", BySchema },
        { "{ \"name\": \"bad\", \"timeline\": [" + string.Concat(Enumerable.Repeat("{\"gait\":\"swim\",\"seconds\":1},", 1000)) + "{\"gait\":\"swim\",\"seconds\":1}] }",
            "$.timeline", "a list", "has 1001 phases, outside [1, 1000]", "not too many", BySchema },
        { "{ \"name\": \"bad\", \"timeline\": [ 6 ] }", "$.timeline[0]", "6", "is not an object", "write { ... }", BySchema },
        { Phase("\"seconds\": 1"), "$.timeline[1].name", "key 'name'", "is missing", "a gait would do instead", BySchema },
        { Phase("\"gait\": \"swim\""), "$.timeline[1].seconds", "key 'seconds'", "is missing", "as in \"seconds\": 6", BySchema },
        { Phase("\"gait\": \"slow-wlak\", \"seconds\": 1"), "$.timeline[1].gait", "\"slow-wlak\"", "is not known here", "did you mean 'slow-walk'? Known: slow-walk, fast-walk, swim", BySchema },
        { Phase("\"gait\": \"swim\", \"seconds\": 0"), "$.timeline[1].seconds", "0", "lies outside (0, 86400] s", "inside", BySchema },
        { Phase("\"gait\": \"swim\", \"seconds\": -3"), "$.timeline[1].seconds", "-3", "lies outside (0, 86400] s", "inside", BySchema },
        { Phase("\"gait\": \"swim\", \"seconds\": 86401"), "$.timeline[1].seconds", "86401", "lies outside (0, 86400] s", "inside", BySchema },
        { Phase("\"gait\": \"swim\", \"seconds\": 0.0009"), "$.timeline[1].seconds", "0.0009", "is shorter than one plant period, 0.001 s", "longer", ByReader },
        { Phase("\"gait\": \"swim\", \"seconds\": \"6\""), "$.timeline[1].seconds", "\"6\"", "is not a number", "without quotes", BySchema },
        { Phase("\"gait\": \"swim\", \"seconds\": 1, \"drive\": 1.5"), "$.timeline[1].drive: Descending command 'drive'", "1.5", "lies outside [0, 1]", "inside", BySchema },
        { Phase("\"gait\": \"swim\", \"seconds\": 1, \"release\": -0.1"), "$.timeline[1].release: Descending command 'release'", "-0.1", "lies outside [0, 1]", "inside", BySchema },
        { Phase("\"gait\": \"swim\", \"seconds\": 1, \"swim\": 2"), "$.timeline[1].swim: Descending command 'swim'", "2", "lies outside [0, 1]", "inside", BySchema },
        { Phase("\"gait\": \"swim\", \"seconds\": 1, \"turn\": -2"), "$.timeline[1].turn: Descending command 'turn'", "-2", "lies outside [-1, 1]", "inside", BySchema },
        { Phase("\"gait\": \"swim\", \"seconds\": 1, \"turn\": true"), "$.timeline[1].turn", "true", "is not a number", "without quotes", BySchema },
        { Phase("\"gait\": \"swim\", \"seconds\": 1, \"until\": \"head-dry\""), "$.timeline[1].until", "\"head-dry\"", "is not known here", "Known: head-wet, head-aground, all-wet, all-dry", BySchema },
        { Phase("\"gait\": \"swim\", \"seconds\": 1, \"expect\": \"run\""), "$.timeline[1].expect", "\"run\"", "is not known here", "Known: walk, swim", BySchema },
    };
}

using Locomotion.Body.Actuators;
using Locomotion.Body.Ground;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Body.Animals;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Tests.Sim.Scenarios;

public class ScenarioReaderTests
{
    [Theory, MemberData(nameof(BadScenarios.Rows), MemberType = typeof(BadScenarios))]
    public void A_fault_is_refused_with_file_path_value_rule_and_remedy(string json, string where, string value, string rule, string remedy, bool bySchema)
    {
        _ = bySchema;
        string message = Assert.Throws<InvalidInputException>(() => ScenarioReader.Parse(json, "bad.jsonc")).Message;
        Assert.StartsWith($"bad.jsonc, {where}: {value}", message, StringComparison.Ordinal);
        Assert.Contains(rule, message, StringComparison.Ordinal);
        string afterRule = message[message.IndexOf(rule, StringComparison.Ordinal)..];
        Assert.Contains("; ", afterRule, StringComparison.Ordinal);
        Assert.Contains(remedy, afterRule, StringComparison.Ordinal);
        Assert.EndsWith(".", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "bad.jsonc: its text is empty; write {")]
    [InlineData(" \r\n\t", "bad.jsonc: its text is empty; write {")]
    [InlineData("// nothing", "bad.jsonc, line 1, column 11: the end of the text is not JSON; ")]
    [InlineData("{ \"name\": \"x\"", "bad.jsonc, line 1, column 14: the end of the text is not JSON; } or ] is expected")]
    [InlineData("{\n  \"name\": bad\n}", "bad.jsonc, line 2, column 11: 'b' is not JSON; a value is expected")]
    [InlineData("{\r\n  name: 1 }", "bad.jsonc, line 2, column 3: 'n' is not JSON; a key in double quotes is expected")]
    [InlineData("{ \"µµ\" 1 }", "bad.jsonc, line 1, column 8: '1' is not JSON; ")]
    [InlineData("{ \"seed\": 01 }", "bad.jsonc, line 1, column 12: '1' is not JSON; ")]
    [InlineData("{ \"seed\": NaN }", "bad.jsonc, line 1, column 11: 'N' is not JSON; a value is expected")]
    [InlineData("{ \"name\": \"a\nb\" }", "bad.jsonc, line 1, column 13: the end of the line is not JSON; ")]
    [InlineData("{} {}", "bad.jsonc, line 1, column 4: '{' is not JSON; ")]
    [InlineData("[[[[[[[[[[[[[[[[[0]]]]]]]]]]]]]]]]]", "bad.jsonc, line 1, column 17: '[' is not JSON; at most 16 levels")]
    public void Text_that_is_not_JSON_is_refused_with_line_and_column(string json, string start)
    {
        string message = Assert.Throws<InvalidInputException>(() => ScenarioReader.Parse(json, "bad.jsonc")).Message;
        Assert.StartsWith(start, message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", message, StringComparison.Ordinal);
    }

    [Fact]
    public void Half_a_character_is_refused() => Assert.Equal("bad.jsonc: character 12 is half a character; remove it.",
        Assert.Throws<InvalidInputException>(() => ScenarioReader.Parse("{ \"name\": \"\ud800\" }", "bad.jsonc")).Message);

    [Fact]
    public void Text_longer_than_a_megabyte_is_refused()
    {
        string padding = new(' ', 1 << 20);
        string message = Assert.Throws<InvalidInputException>(() => ScenarioReader.Parse(padding + "{}", "big.jsonc")).Message;
        Assert.StartsWith("big.jsonc: its text is longer than 1048576 bytes; a few thousand are usual", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_value_is_cut_and_its_control_characters_are_hidden()
    {
        string json = BadScenarios.Root($"\"preset\": \"\u009b{new string('x', 1000)}\"");
        string message = Assert.Throws<InvalidInputException>(() => ScenarioReader.Parse(json, "bad.jsonc")).Message;
        Assert.Contains("$.preset: \"?xxx", message, StringComparison.Ordinal);
        Assert.True(message.Length < 300, message);
    }

    [Fact]
    public void A_scenario_of_name_and_timeline_has_the_usual_rest()
    {
        Scenario scenario = ScenarioReader.Parse("""{ "name": "short", "timeline": [ { "gait": "slow-walk", "seconds": 6 } ] }""", "short.json");
        Assert.Equal("short", scenario.Name);
        Assert.Equal("", scenario.Description);
        Assert.Same(Preset.Centipede, scenario.Animal);
        Assert.Same(Habitat.Land, scenario.Habitat);
        Assert.Equal(default, scenario.Start);
        Assert.Equal(LoopTiming.Default, scenario.Timing);
        Assert.Equal(1UL, scenario.Seed);
        Assert.Equal([new ScenarioPhase("slow-walk", 6, Gait.SlowWalk.Command, PhaseEnd.Time, ExpectedGait.Walk)], scenario.Timeline);
    }

    [Fact]
    public void Every_field_is_read()
    {
        Scenario scenario = ScenarioReader.Parse("""
            {
              "$schema": "scenario.schema.json", "name": "all-2", "description": "µ \"quoted\"", "preset": "robot",
              "seed": 18446744073709551615, "step": 0.0005, "plant_period": 0.02,
              "start": { "x": 1, "y": -2, "heading": 0.5 },
              "habitat": { "ground": [[-1, 0], [2, -0.5]], "water_level": -0.25 },
              "set": { "legs.waves": -1.5, "shape.segments": 12.0, "actuators.kind": "ideal", "relay.overwrite-travels": true },
              "timeline": [
                { "name": "turn", "gait": "fast-walk", "turn": -0.5, "seconds": 86400, "until": "all-dry" },
                { "name": "stand", "seconds": 0.02, "until": "head-wet" },
                { "name": "half", "drive": 0.1, "release": 0.2, "swim": 0.3, "turn": 1, "seconds": 2, "until": "all-wet" },
                { "gait": "swim", "seconds": 3, "until": "head-aground", "expect": "walk" }
              ]
            }
            """, "all.json");
        Assert.Equal("all-2", scenario.Name);
        Assert.Equal("µ \"quoted\"", scenario.Description);
        Assert.Equal(ulong.MaxValue, scenario.Seed);
        Assert.Equal(new LoopTiming(0.0005, 0.02), scenario.Timing);
        Assert.Equal(new StartPose(1, -2, 0.5), scenario.Start);
        Assert.Equal([(-1, 0), (2, -0.5)], scenario.Habitat.Profile);
        Assert.Equal(-0.25, scenario.Habitat.WaterLevel);
        Animal expected = Preset.Robot with
        {
            Controller = Preset.Robot.Controller with
            {
                Legs = Preset.Robot.Controller.Legs with { Waves = -1.5 },
                Relay = Preset.Robot.Controller.Relay with { OverwriteTravels = true },
            },
            Body = Preset.Robot.Body with
            {
                Shape = Preset.Robot.Body.Shape with { Segments = 12 },
                Actuators = Preset.Robot.Body.Actuators with { Kind = ActuatorKind.Ideal },
            },
        };
        Assert.Equal(expected, scenario.Animal);
        Assert.Equal(
            [
                new ScenarioPhase("turn", 86400, new(1, 1, 0, -0.5), PhaseEnd.AllDry, ExpectedGait.Walk),
                new ScenarioPhase("stand", 0.02, default, PhaseEnd.HeadWet, ExpectedGait.Walk),
                new ScenarioPhase("half", 2, new(0.1, 0.2, 0.3, 1), PhaseEnd.AllWet, ExpectedGait.Swim),
                new ScenarioPhase("swim", 3, Gait.Swim.Command, PhaseEnd.HeadAground, ExpectedGait.Walk),
            ],
            scenario.Timeline);
    }

    [Theory]
    [InlineData("\"land\"", 0.0)]
    [InlineData("\"water\"", 1.0)]
    public void Land_is_dry_and_water_a_metre_deep(string habitat, double depth) =>
        Assert.Equal(depth, ScenarioReader.Parse(BadScenarios.Root($"\"habitat\": {habitat}"), "x").Habitat.Depth(0));

    [Theory]
    [InlineData("0", 0)]
    [InlineData("7.0", 7)]
    [InlineData("1e3", 1000)]
    [InlineData("9007199254740993", 9007199254740993)]
    [InlineData("9007199254740992.0", 9007199254740992)]
    public void A_seed_is_any_whole_number(string text, ulong seed) =>
        Assert.Equal(seed, ScenarioReader.Parse(BadScenarios.Root($"\"seed\": {text}"), "x").Seed);

    [Fact]
    public void Without_a_plant_period_the_plant_is_commanded_at_every_step() =>
        Assert.Equal(new LoopTiming(0.002, 0.002), ScenarioReader.Parse(BadScenarios.Root("\"step\": 0.002"), "x").Timing);

    [Fact]
    public void A_phase_may_be_just_one_plant_period_long()
    {
        // 3 * 1e-4 is a little more than 3e-4
        string json = BadScenarios.Root("\"step\": 1e-4, \"plant_period\": 3e-4").Replace("\"seconds\": 1", "\"seconds\": 3e-4", StringComparison.Ordinal);
        Assert.Equal(3e-4, ScenarioReader.Parse(json, "x").Seconds);
    }

    [Fact]
    public void Comments_trailing_commas_and_a_byte_order_mark_are_allowed()
    {
        const string Json = "\ufeff// before\n{ /* inside */ \"name\": \"x\", \"timeline\": [ { \"gait\": \"swim\", \"seconds\": 1, }, ], } // after";
        Assert.Equal("x", ScenarioReader.Parse(Json, "x.jsonc").Name);
    }

    [Fact]
    public void Parameters_that_nobody_set_stay_those_of_the_preset()
    {
        Scenario scenario = ScenarioReader.Parse(BadScenarios.Root("\"preset\": \"robot\", \"set\": { \"legs.waves\": 1 }"), "x");
        foreach (Parameter parameter in Animal.Parameters.Where(parameter => parameter.Name != "legs.waves"))
            Assert.Equal(Preset.Robot.Read(parameter), scenario.Animal.Read(parameter));
    }
}

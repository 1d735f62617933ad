using System.Text.Json;
using Locomotion.Hardware.Robots;
using Locomotion.Tests.EndToEnd;
using NJsonSchema;

namespace Locomotion.Tests.Hardware.Robots;

public class RobotSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(RobotSchema.Text).GetAwaiter().GetResult();

    [Fact]
    public void The_published_schema_is_the_one_that_the_code_describes() =>
        Assert.True(File.ReadAllText(Repository.Path("deploy-rpi", "robots", "robot.schema.json")) == RobotSchema.Text,
            "deploy-rpi/robots/robot.schema.json is not what the code describes. To renew it: "
            + "dotnet build deploy-rpi && dotnet deploy-rpi/bin/Debug/net10.0/locomotion-robot.dll schema > deploy-rpi/robots/robot.schema.json");

    [Theory, MemberData(nameof(RobotReaderTests.Examples), MemberType = typeof(RobotReaderTests))]
    public void Example_robots_fit_the_schema(string name) => Assert.Empty(Schema.Validate(Plain(ExampleRobots.Text(name))));

    [Theory, MemberData(nameof(BadRobots.SeenBySchema), MemberType = typeof(BadRobots))]
    public void The_schema_refuses_the_faults_that_it_can_see(string json) => Assert.NotEmpty(Schema.Validate(json));

    [Theory, MemberData(nameof(BadRobots.NotSeenBySchema), MemberType = typeof(BadRobots))]
    public void The_schema_takes_the_rest(string json) => Assert.Empty(Schema.Validate(json));

    /// <summary>Values at the very ends of what is allowed.</summary>
    public static TheoryData<string> Extremes =>
    [
        BadRobots.Root("\"step\": 1e-5, \"frame\": 0.003"),
        BadRobots.Root("\"step\": 0.01, \"frame\": 0.04"),
        BadRobots.Root("\"safe_pose\": { \"bend-1\": -3.2, \"yaw-2-right\": 3.2, \"lift-0-left\": -1, \"lift-2-right\": 1 }"),
        BadRobots.Root("\"set\": { \"a\": \"b\", \"c\": 1, \"d\": false }"),
        BadRobots.Buses("{ \"id\": 0, \"hertz\": 10000 }, { \"id\": 63, \"hertz\": 1000000 }"),
        BadRobots.Board("\"address\": \"0x40\", \"servos\": [], \"oscillator_hz\": 20e6, \"pulse_us\": [400, 2600]"),
        BadRobots.Board("\"address\": \"0x77\", \"servos\": [null, \"lift-2-right\"], \"oscillator_hz\": 30e6"),
        BadRobots.Bus("\"converters\": [ { \"address\": \"0x4B\", \"loads\": [], \"empty_volts\": 0, \"weight_volts\": 4.096 } ]"),
        BadRobots.Bus("\"rail\": { \"address\": \"0x4f\", \"shunt_ohms\": 10, \"max_amperes\": 0.01 }, \"motion\": { \"address\": \"0x69\" }")
            .Replace("\"segments\"", "\"safety\": { \"current.watch\": false }, \"segments\"", StringComparison.Ordinal),
        BadRobots.Bus("\"expanders\": [ { \"address\": \"0x27\", \"inputs\": [ \"foot-2-left\", null, \"water-2\" ] } ]"),
        .. Locomotion.Hardware.Safety.SafetySettings.Tree.All.Where(p => p.Choices.Count > 0 && p.Type.IsEnum)
            .SelectMany(p => p.Choices.Select(word => BadRobots.Root($"\"safety\": {{ \"{p.Name}\": \"{word}\" }}"))),
    ];

    [Theory, MemberData(nameof(Extremes))]
    public void Schema_and_reader_both_take_the_extremes(string json)
    {
        Assert.Empty(Schema.Validate(json));
        RobotReader.Parse(json, "extreme.json");
    }

    /// <summary>Without comments and trailing commas.</summary>
    private static string Plain(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return JsonSerializer.Serialize(document.RootElement);
    }
}

using System.Text.Json;
using Locomotion.Body.Animals;
using Locomotion.Sim.Scenarios;
using NJsonSchema;

namespace Locomotion.Tests.Sim.Scenarios;

public class ScenarioSchemaTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(ScenarioSchema.Text).GetAwaiter().GetResult();

    [Fact]
    public void The_published_schema_is_the_one_that_the_code_describes()
    {
        using StreamReader published = new(typeof(ScenarioSchema).Assembly.GetManifestResourceStream("scenarios/scenario.schema.json")!);
        Assert.True(published.ReadToEnd() == ScenarioSchema.Text, "Sim/Scenarios/scenario.schema.json is not what the code describes. To renew it: "
            + "dotnet build Sim && dotnet Sim/bin/Debug/net10.0/locomotion.dll scenario schema > Sim/Scenarios/scenario.schema.json");
    }

    [Theory, MemberData(nameof(BuiltInScenariosTests.Names), MemberType = typeof(BuiltInScenariosTests))]
    public void Built_in_scenarios_fit_the_schema(string name) => Assert.Empty(Schema.Validate(Plain(BuiltInScenarios.Text(name))));

    [Theory, MemberData(nameof(BuiltInScenariosTests.Names), MemberType = typeof(BuiltInScenariosTests))]
    public void What_the_writer_writes_fits_the_schema(string name) =>
        Assert.Empty(Schema.Validate(ScenarioWriter.Write(BuiltInScenarios.Named(name) with { Animal = Preset.Robot, Seed = long.MaxValue })));

    [Theory, MemberData(nameof(BadScenarios.SeenBySchema), MemberType = typeof(BadScenarios))]
    public void The_schema_refuses_the_faults_that_it_can_see(string json) => Assert.NotEmpty(Schema.Validate(json));

    /// <summary>Values at the very ends of what is allowed.</summary>
    public static TheoryData<string> Extremes =>
    [
        BadScenarios.Root("\"seed\": 0"),
        BadScenarios.Root("\"seed\": 9223372036854775807"),
        BadScenarios.Root("\"step\": 1e-5"),
        BadScenarios.Root("\"step\": 0.01, \"plant_period\": 0.1"),
        BadScenarios.Root("\"start\": { \"x\": -10000, \"y\": 10000, \"heading\": 10 }"),
        BadScenarios.Root("\"habitat\": { \"ground\": [[-10000, 10000]], \"water_level\": -10000 }"),
        BadScenarios.Phase($"\"name\": \"{BadScenarios.LongName}\", \"seconds\": 86400"),
        BadScenarios.Phase("\"name\": \"0\", \"seconds\": 0.001, \"drive\": 1, \"release\": 1, \"swim\": 1, \"turn\": -1"),
        BadScenarios.Phase("\"name\": \"a-\", \"seconds\": 0.001, \"drive\": 0, \"release\": 0, \"swim\": 0, \"turn\": 1"),
        "{ \"name\": \"x\", \"timeline\": [" + string.Join(',', Enumerable.Repeat("{\"gait\":\"swim\",\"seconds\":1}", 1000)) + "] }",
        .. Animal.Parameters.Where(p => p.Choices.Count == 0).SelectMany(p => new[] { Set(p.Name, p.Description.Min), Set(p.Name, p.Description.Max) }),
        .. Animal.Parameters.Where(p => p.Type.IsEnum).SelectMany(p => p.Choices.Select(word => Set(p.Name, word))),
        .. Animal.Parameters.Where(p => p.Type == typeof(bool)).SelectMany(p => new[] { Set(p.Name, true), Set(p.Name, false) }),
    ];

    [Theory, MemberData(nameof(Extremes))]
    public void Schema_and_reader_both_take_the_extremes(string json)
    {
        Assert.Empty(Schema.Validate(json));
        ScenarioReader.Parse(json, "extreme.json");
    }

    private static string Set(string name, object value) => BadScenarios.Root($"\"set\": {{ \"{name}\": {JsonSerializer.Serialize(value)} }}");

    /// <summary>Without comments and trailing commas.</summary>
    private static string Plain(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return JsonSerializer.Serialize(document.RootElement);
    }
}

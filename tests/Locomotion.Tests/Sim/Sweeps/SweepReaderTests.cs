using System.Text.Json;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Sweeps;
using Locomotion.Tests.EndToEnd;
using NJsonSchema;

namespace Locomotion.Tests.Sim.Sweeps;

public class SweepReaderTests
{
    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(SweepSchema.Text).GetAwaiter().GetResult();

    public static TheoryData<string> Committed => [.. Directory.GetFiles(Repository.Path("docs", "sweeps"), "*.jsonc")];

    [Fact]
    public void The_published_schema_is_the_one_that_the_code_describes()
    {
        using StreamReader published = new(typeof(SweepSchema).Assembly.GetManifestResourceStream("sweeps/sweep.schema.json")!);
        Assert.True(published.ReadToEnd() == SweepSchema.Text, "Sim/Sweeps/sweep.schema.json is not what the code describes. To renew it: "
            + "dotnet build Sim && dotnet Sim/bin/Debug/net10.0/locomotion.dll sweep schema > Sim/Sweeps/sweep.schema.json");
    }

    [Theory, MemberData(nameof(Committed))]
    public void Committed_designs_are_read_and_fit_the_schema(string file)
    {
        Assert.True(SweepReader.Read(file).Count > 100);
        Assert.Empty(Schema.Validate(Plain(File.ReadAllText(file))));
    }

    [Fact]
    public void A_design_of_every_kind_of_axis_has_all_its_cases()
    {
        SweepDesign design = Designs.Parse(Designs.Everything);
        Assert.Empty(Schema.Validate(Plain(Designs.Everything)));
        Assert.Equal(2 * 3 * 2 * 3 * 2 * 5 * 2, design.Count);
        CaseCursor cursor = new(design, "p");
        HashSet<UInt128> keys = [];
        for (long k = 0; k < design.Count; k++)
        {
            cursor.MoveTo(k);
            Assert.True(keys.Add(cursor.Key));
        }
        Assert.Equal(["bursting", "cut-behind=9+amputate=3-left@1.5", "0.4", "1", "1"], cursor.Values.Take(5));
        Assert.Equal("9223372036854775807", cursor.Values[^1]);
    }

    [Fact]
    public void A_whole_design_needs_no_other_file_and_is_the_same()
    {
        DirectoryInfo folder = Scratch.Folder();
        File.WriteAllText(Path.Combine(folder.FullName, "mine.jsonc"), "{ \"name\": \"mine\", \"seed\": 5, \"timeline\": [ { \"gait\": \"swim\", \"seconds\": 2, \"expect\": \"walk\" } ] }");
        File.WriteAllText(Path.Combine(folder.FullName, "design.jsonc"), "{ \"name\": \"d\", \"scenario\": \"mine.jsonc\", \"set\": { \"feet.friction\": 0.5 }, \"axes\": [ { \"name\": \"swim\", \"values\": [0, 1] } ] }");
        SweepDesign design = SweepReader.Read(Path.Combine(folder.FullName, "design.jsonc")), whole = SweepReader.Parse(design.Json, "whole");
        Assert.Equal(design.Json, whole.Json);
        for (int k = 0; k < design.Count; k++) Assert.Equal(At(design, k).Json, At(whole, k).Json);
    }

    [Fact]
    public void The_whole_of_a_design_with_a_hundred_thousand_seeds_can_be_read_again()
    {
        SweepDesign design = Designs.Small($"\"seeds\":[{string.Join(',', Enumerable.Range(100_000, 100_000))}]");
        Assert.Equal(100_000, SweepReader.Parse(design.Json, "whole").Count);
    }

    [Fact]
    public void A_design_that_is_too_long_only_with_its_scenario_inside_is_refused()
    {
        DirectoryInfo folder = Scratch.Folder();
        string words = new('x', 600_000);
        File.WriteAllText(Path.Combine(folder.FullName, "mine.jsonc"), $"{{ \"name\": \"mine\", \"description\": \"{words}\", \"timeline\": [ {{ \"gait\": \"swim\", \"seconds\": 2 }} ] }}");
        InvalidInputException refusal = Assert.Throws<InvalidInputException>(() =>
            SweepReader.Parse($"{{ \"name\": \"d\", \"description\": \"{words}\", \"scenario\": \"mine.jsonc\" }}", "design.jsonc", folder.FullName));
        Assert.StartsWith("design.jsonc, $: the design with its scenario inside is longer than 1048576 bytes; ", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scenarios_own_seed_must_fit_the_column_of_seeds()
    {
        const string largest = "9223372036854775807", larger = "9223372036854775808";
        Assert.Equal(1, Designs.Small("\"keep\": \"all\"", Seeded(largest)).Count);
        Assert.Equal(2, Designs.Small("\"seeds\": 2", Seeded(larger)).Count);
        InvalidInputException refusal = Assert.Throws<InvalidInputException>(() => Designs.Small("\"keep\": \"all\"", Seeded(larger)));
        Assert.Equal($"design.jsonc, $.scenario: seed {larger} is larger than {largest}; choose a smaller one, or give the design \"seeds\".", refusal.Message);

        static string Seeded(string seed) => $"{{ \"name\": \"s\", \"seed\": {seed}, \"timeline\": [ {{ \"gait\": \"slow-walk\", \"seconds\": 1 }} ] }}";
    }

    [Theory]
    [InlineData("\"axes\": [ { \"name\": \"drve\", \"values\": [0] } ]", "did you mean 'drive'")]
    [InlineData("\"axes\": [ { \"name\": \"drive\", \"values\": [2] } ]", "lies outside [0, 1]")]
    [InlineData("\"axes\": [ { \"name\": \"drive\", \"values\": [] } ]", "has 0 values")]
    [InlineData("\"axes\": [ { \"name\": \"drive\", \"values\": [0], \"from\": 1 } ]", "does not go with 'values'")]
    [InlineData("\"axes\": [ { \"name\": \"drive\", \"from\": 0, \"to\": 1 } ]", "key 'count' is missing")]
    [InlineData("\"axes\": [ { \"name\": \"drive\", \"from\": 0, \"to\": 1, \"count\": 3, \"scale\": \"log\" } ]", "logarithmic")]
    [InlineData("\"axes\": [ { \"name\": \"drive\", \"values\": [0] }, { \"name\": \"slow-walk.drive\", \"values\": [0] } ]", "sets what 'drive' sets too")]
    [InlineData("\"axes\": [ { \"name\": \"habitat\", \"values\": [\"air\"] } ]", "use land or water")]
    [InlineData("\"axes\": [ { \"name\": \"oscillator\", \"from\": 0, \"to\": 1, \"count\": 2 } ]", "has words, not numbers")]
    [InlineData("\"axes\": [ { \"sample\": \"sobol\", \"count\": 4, \"axes\": [ ] } ]", "has no axis")]
    [InlineData("\"lesions\": [ [\"cut-behind=40\"] ]", "lies outside [0, 19]")]
    [InlineData("\"lesions\": [ ]", "is empty")]
    [InlineData("\"seeds\": 0", "lies outside [1, 1000000]")]
    [InlineData("\"seeds\": { \"first\": 1 }", "key 'count' is missing")]
    [InlineData("\"seeds\": 1000000, \"axes\": [ { \"name\": \"drive\", \"from\": 0, \"to\": 1, \"count\": 1000 } ]", "are more than 100000000")]
    [InlineData("\"phases\": [\"swim\"]", "is not known")]
    [InlineData("\"metrics\": [\"behavior\"]", "did you mean 'behaviour'")]
    [InlineData("\"conditions\": { \"a\": \"speed > 1\" }", "cannot be understood")]
    [InlineData("\"conditions\": { \"a\": \"drive\" }", "cannot be understood")]
    [InlineData("\"conditions\": { \"seed\": \"start_s > 1\" }", "would be there twice")]
    [InlineData("\"pictures\": [ { \"x\": \"drive\", \"show\": \"speed_bl_per_s\" } ]", "does not exist")]
    [InlineData("\"pictures\": [ { \"x\": \"seed\", \"show\": \"behaviour\" } ]", "no curve can show")]
    [InlineData("\"keep\": \"none\"", "is not known here")]
    [InlineData("\"timeout\": 0", "lies outside")]
    [InlineData("\"repeat\": 3", "is not known here")]
    public void A_design_that_cannot_be_run_is_refused_with_the_reason(string key, string reason)
    {
        InvalidInputException refusal = Assert.Throws<InvalidInputException>(() => Designs.Small(key));
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
        Assert.StartsWith("design.jsonc, $", refusal.Message, StringComparison.Ordinal);
    }

    private static CaseCursor At(SweepDesign design, long index)
    {
        CaseCursor cursor = new(design, "p");
        cursor.MoveTo(index);
        return cursor;
    }

    private static string Plain(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json, new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return JsonSerializer.Serialize(document);
    }
}

using Locomotion.Controller.Parameters;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Tests.Sim.Scenarios;

public sealed class ScenarioSourceTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_name_finds_the_built_in_scenario() => Assert.Equal("swim", ScenarioSource.Find("swim").Name);

    [Fact]
    public void A_path_finds_the_file()
    {
        ScenarioWriter.Write(BuiltInScenarios.Named("swim") with { Name = "mine" }, folder.File("swim"));
        Assert.Equal("mine", ScenarioSource.Find(folder.File("swim")).Name);
    }

    [Theory]
    [InlineData("swmi", "swim")]
    [InlineData("slowwalk.jsonc", "slow-walk")]
    [InlineData("somewhere/amphibian.json", "amphibious")]
    [InlineData("", "swim")]
    public void What_is_neither_is_refused_with_the_nearest_name(string typed, string nearest) => Assert.Equal(
        $"Scenario: '{typed}' is neither built in nor a file; did you mean '{nearest}'? Built in: slow-walk, fast-walk, swim, amphibious, auto; of a file give the path.",
        Assert.Throws<InvalidInputException>(() => ScenarioSource.Find(typed)).Message);

    [Fact]
    public void A_folder_is_refused_as_such() =>
        Assert.Contains("is a folder", Assert.Throws<InvalidInputException>(() => ScenarioSource.Find(folder.File(""))).Message, StringComparison.Ordinal);
}

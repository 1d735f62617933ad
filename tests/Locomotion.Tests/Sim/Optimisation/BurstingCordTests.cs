using System.Text.Json;
using Locomotion.Controller;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Optimisation;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Sim.Optimisation;

/// <summary>The shipped weights of the bursting cord: what the program uses, what their file says, and what the command finds.</summary>
public class BurstingCordTests
{
    private static readonly string path = Repository.Path("Sim", "Optimisation", BurstingCord.FileName);
    private static readonly JsonElement file = JsonDocument.Parse(File.ReadAllText(path)).RootElement;

    [Fact]
    public void The_program_uses_the_weights_of_the_file()
    {
        ParameterTree tree = ParameterTree.Of<ControllerParameters>();
        JsonProperty[] set = [.. file.GetProperty("set").EnumerateObject()];
        Assert.Equal(new BurstingCordObjective().Parameters.Select(parameter => parameter.Name), set.Select(property => property.Name));
        Assert.All(set, property => Assert.Equal(Naming.Number(property.Value.GetDouble()), tree[property.Name].Read(new ControllerParameters())));
    }

    [Fact]
    public void The_file_says_how_it_was_found()
    {
        JsonElement provenance = file.GetProperty("provenance");
        BurstingCordObjective objective = new();
        Assert.Equal(objective.Name, provenance.GetProperty("objective").GetString());
        Assert.Equal(objective.Description, provenance.GetProperty("description").GetString());
        Assert.Equal(1, provenance.GetProperty("seed").GetInt32());
        Assert.Equal((BurstingCord.Population, BurstingCord.Generations), (provenance.GetProperty("population").GetInt32(), provenance.GetProperty("generations").GetInt32()));
        Assert.True(provenance.GetProperty("best_cost").GetDouble() < provenance.GetProperty("start_cost").GetDouble());
    }

    [Fact]
    public void Its_cost_is_what_the_file_says()
    {
        double[] values = [.. file.GetProperty("set").EnumerateObject().Select(property => property.Value.GetDouble())];
        Assert.Equal(file.GetProperty("provenance").GetProperty("best_cost").GetDouble(), new BurstingCordObjective().Cost(values));
    }

    [Fact]
    public void The_command_begins_as_it_did_when_it_found_the_file()
    {
        Outcome outcome = DeskProgram.Release.Run("optimise", "--generations", "2", "--out", "found.json");
        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Equal(File.ReadAllText(Repository.Path("tests", "Goldens", "optimise", "two-generations.json")), File.ReadAllText(Path.Combine(outcome.Folder.FullName, "found.json")));
    }

    [Fact]
    public void The_command_finds_the_file_again()
    {
        Soak.Only("takes several minutes on two cores");
        Outcome outcome = DeskProgram.Release.Run("optimise", "--out", "found.json");
        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Equal(File.ReadAllText(path), File.ReadAllText(Path.Combine(outcome.Folder.FullName, "found.json")));
    }

    [Fact]
    public void A_run_that_was_stopped_goes_on_to_the_same_file()
    {
        string[] few = ["optimise", "--generations", "2", "--population", "4"];
        Outcome once = DeskProgram.Release.Run([.. few, "--out", "a.json"]);
        string folder = once.Folder.FullName, part = Path.Combine(folder, "b.json");
        DeskProgram.Release.Run("optimise", "--generations", "1", "--population", "4", "--out", part);
        Outcome rest = DeskProgram.Release.Run([.. few, "--out", part]);
        Assert.True(rest.Code == 0, rest.Error);
        Assert.DoesNotContain("generation 0 of", rest.Error, StringComparison.Ordinal);
        Assert.Equal(File.ReadAllText(Path.Combine(folder, "a.json")), File.ReadAllText(part));
    }

    [Theory]
    [InlineData("--generations", "-1"), InlineData("--population", "3"), InlineData("--out", "."), InlineData("--threads", "0")]
    public void What_cannot_be_run_is_refused(string option, string value) =>
        DeskProgram.Release.Run("optimise", option, value).AssertRefused("error: ");
}

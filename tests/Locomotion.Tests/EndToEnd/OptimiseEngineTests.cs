namespace Locomotion.Tests.EndToEnd;

/// <summary>`locomotion optimise` with its populations on processes.</summary>
public class OptimiseEngineTests
{
    [Fact]
    public void A_population_on_processes_gives_the_result_of_threads()
    {
        string[] options = ["optimise", "--generations", "1", "--population", "4", "--out", "cord.json"];
        Outcome threads = DeskProgram.Release.Run(options), processes = DeskProgram.Release.Run([.. options, "--on", "processes"]);
        Assert.True(threads.Code == 0 && processes.Code == 0, threads.Error + processes.Error);
        Assert.Equal(Result(threads), Result(processes));
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(processes.Folder.FullName, "cord.json.work", "cases")));

        static string Result(Outcome outcome) => File.ReadAllText(Path.Combine(outcome.Folder.FullName, "cord.json"));
    }
}

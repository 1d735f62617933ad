namespace Locomotion.Tests.EndToEnd;

/// <summary>The robot's loop beside cyclictest, by the benchmark program.</summary>
[Collection(Alone.Name)]
public class LoopLatenessTests(ITestOutputHelper output)
{
    /// <summary>Short, on whatever machine and beside whatever else: that neither garbage nor a wrong way of waiting has crept in.</summary>
    [Fact]
    public void For_a_quarter_of_a_minute_the_loop_makes_no_garbage_and_wakes_about_as_late_as_cyclictest() => Run("0.25", "6");

    [Fact]
    public void For_ten_minutes_the_loop_makes_no_garbage_and_wakes_at_most_half_as_late_again_as_cyclictest()
    {
        Soak.Only("takes twenty minutes");
        Run("10", "1.5");
    }

    private void Run(string minutes, string bound)
    {
        DeskProgram benchmarks = new("dotnet", Repository.Path("tests", "Locomotion.Benchmarks", "bin", "Release", "net10.0", "Locomotion.Benchmarks.dll"));
        Outcome outcome = benchmarks.Run("loop", "--minutes", minutes, "--bound", bound);
        output.WriteLine(outcome.Output);
        Assert.True(outcome.Code == 0, outcome.Output + outcome.Error);
    }
}

namespace Locomotion.Tests.EndToEnd;

/// <summary>Speed as ratios within one run, by the benchmark program.</summary>
[Collection(Alone.Name)]
public class SpeedTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("peer")]      // whole step at n = 21 at most a third of MuJoCo's body-only step
    [InlineData("scaling")]   // cost per segment at n = 1000 at most 1.5 times that at n = 100
    [InlineData("oscillators")]    // whole step with bursters at most 1.5 times that with phase oscillators
    [InlineData("recording")]      // adds at most 5 % to a step and allocates nothing; at most 300 MB an hour; replays at least 50 times as fast as it ran
    [InlineData("check-peer")]
    [InlineData("synapses")]       // cost in proportion to the synapses
    [InlineData("check-neurons")]  // Brian2 reaches the same state on the same circuit
    public void The_mark_is_reached(string mark)
    {
        DeskProgram benchmarks = new("dotnet", Repository.Path("tests", "Locomotion.Benchmarks", "bin", "Release", "net10.0", "Locomotion.Benchmarks.dll"));
        Outcome outcome = benchmarks.Run(mark);
        output.WriteLine(outcome.Output);
        Assert.True(outcome.Code == 0, outcome.Output + outcome.Error);
    }
}

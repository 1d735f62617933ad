using System.Collections.Concurrent;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Tests.Sim;

/// <summary>From 200 random initial states each gait settles in all, at 1 ms. Prints median and worst time.</summary>
public class RobustnessTests(ITestOutputHelper output)
{
    private const int Seeds = 200;

    // a run first gets 30 s, since nearly all settle long before; only those that do not are given the whole time allowed
    private const double FirstSeconds = 30;

    [Theory]
    [InlineData("slow-walk", 8, 30), InlineData("fast-walk", 8, 30), InlineData("swim", 8, 30)]
    [InlineData("slow-walk", 21, 30), InlineData("fast-walk", 21, 30), InlineData("swim", 21, 30)]
    [InlineData("slow-walk", 40, 120), InlineData("fast-walk", 40, 120), InlineData("swim", 40, 120)]
    public void Every_gait_settles_from_any_random_state(string gait, int segments, double allowedSeconds)
    {
        Scenario scenario = BuiltInScenarios.Named(gait);
        scenario = scenario with { Animal = scenario.Animal.With("shape.segments", $"{segments}") };
        ConcurrentBag<double> settled = [];
        ConcurrentBag<ulong> unsettled = [];
        Parallel.For(0, Seeds, k =>
        {
            ulong seed = (ulong)k + 1;
            if ((Settled(seed, FirstSeconds) ?? (allowedSeconds > FirstSeconds ? Settled(seed, allowedSeconds) : null)) is { } time) settled.Add(time);
            else unsettled.Add(seed);
        });
        double[] times = [.. settled.Order()];
        if (times.Length > 0) output.WriteLine($"{gait}, n = {segments}: median {times[times.Length / 2]:0.00} s, worst {times[^1]:0.00} s, {times.Length} of {Seeds}");
        Assert.Empty(unsettled);

        double? Settled(ulong seed, double seconds) =>
            new ScenarioRun(scenario.Ending(seconds) with { Seed = seed }).Run(CancellationToken.None).Transitions[0].SettledS;
    }
}

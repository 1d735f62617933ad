using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Tests.EndToEnd;

/// <summary>The same bits: twice in a process, on two threads, Debug and Release, and on the other architecture.</summary>
public class DigestTests
{
    private const string Seconds = "3";

    [Theory, InlineData("slow-walk"), InlineData("fast-walk"), InlineData("swim"), InlineData("amphibious")]
    public void A_scenario_has_one_digest_however_often_and_on_however_many_threads_it_runs(string name)
    {
        Scenario scenario = BuiltInScenarios.Named(name);
        string[] digests = new string[4];
        digests[0] = new ScenarioRun(scenario).Run(CancellationToken.None).Digest;
        digests[1] = new ScenarioRun(scenario).Run(CancellationToken.None).Digest;
        Thread[] threads = [.. new[] { 2, 3 }.Select(k => new Thread(() => digests[k] = new ScenarioRun(scenario).Run(CancellationToken.None).Digest))];
        foreach (Thread thread in threads) thread.Start();
        foreach (Thread thread in threads) thread.Join();
        Assert.Single(digests.Distinct());
    }

    [Theory, InlineData("slow-walk"), InlineData("fast-walk"), InlineData("swim"), InlineData("amphibious")]
    public void Debug_and_release_agree(string scenario) =>
        Assert.Equal(Of(DeskProgram.Release, scenario, "12"), Of(DeskProgram.Debug, scenario, "12"));

    [Theory]
    [InlineData("slow-walk", Seconds), InlineData("fast-walk", Seconds), InlineData("swim", Seconds), InlineData("amphibious", "14")]
    public void X64_and_arm64_agree(string scenario, string seconds) =>
        Assert.Equal(Of(DeskProgram.Release, scenario, seconds), Of(DeskProgram.Other, scenario, seconds));

    [Fact]
    public void The_robot_with_its_servos_agrees_on_x64_and_arm64() =>
        Assert.Equal(Of(DeskProgram.Release, "fast-walk", Seconds, "--preset", "robot"), Of(DeskProgram.Other, "fast-walk", Seconds, "--preset", "robot"));

    [Fact]
    public void Bursting_neurons_and_a_lesioned_animal_agree_on_x64_and_arm64()
    {
        string[] more = ["--oscillator", "bursting", "--lesion", "cut-behind=9@1", "--lesion", "amputate=3-left"];
        Assert.Equal(Of(DeskProgram.Release, "auto", Seconds, more), Of(DeskProgram.Other, "auto", Seconds, more));
    }

    [Fact]
    public void Another_seed_or_parameter_gives_another_digest()
    {
        string[] digests =
        [
            Of(DeskProgram.Release, "swim", "0.1"), Of(DeskProgram.Release, "swim", "0.1", "--seed", "2"),
            Of(DeskProgram.Release, "swim", "0.1", "--set", "water.normal-drag=1.5001"),
        ];
        Assert.Equal(3, digests.Distinct().Count());
    }

    private static string Of(DeskProgram program, string scenario, string seconds, params string[] more)
    {
        Outcome outcome = program.Run(["run", scenario, "--seconds", seconds, "--json", .. more]);
        Assert.True(outcome.Code == 0, outcome.Error);
        return outcome.Digest;
    }
}

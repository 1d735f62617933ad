using Locomotion.Sim.Scenarios;

namespace Locomotion.Tests.Sim;

public class ScenarioTests
{
    // the amphibious timeline: 6, at most 15, at most 20, 3, 6 s
    [Theory]
    [InlineData(4, new[] { 4.0 })]
    [InlineData(6, new[] { 6.0 })]
    [InlineData(10, new[] { 6.0, 4.0 })]
    [InlineData(22, new[] { 6.0, 15.0, 1.0 })]
    [InlineData(60, new[] { 6.0, 15.0, 20.0, 3.0, 16.0 })]
    public void An_end_drops_later_phases_and_cuts_or_stretches_the_last(double seconds, double[] phases)
    {
        Scenario scenario = BuiltInScenarios.Named("amphibious");
        Assert.Equal([6, 15, 20, 3, 6], scenario.Timeline.Select(phase => phase.Seconds));
        Assert.Equal(phases, scenario.Ending(seconds).Timeline.Select(phase => phase.Seconds));
    }

    [Theory, InlineData(6.0004), InlineData(5.9996), InlineData(6 + 1e-15)]
    public void An_end_within_half_a_tick_of_a_phases_end_is_its_end(double seconds) =>
        Assert.Equal([6], BuiltInScenarios.Named("amphibious").Ending(seconds).Timeline.Select(phase => phase.Seconds));

    [Fact]
    public void Nothing_of_a_phase_remains_where_the_one_before_it_ends()
    {
        Scenario scenario = BuiltInScenarios.Named("slow-walk");
        ScenarioPhase walk = scenario.Timeline[0];
        for (int a = 1; a < 100; a++)
        {
            for (int b = 1; b < 100; b++)
            {
                // 2.2 - 1.0 is more than 1.2, as doubles
                double[] seconds = [a / 10.0, b / 10.0];
                Scenario ending = (scenario with { Timeline = [walk with { Seconds = seconds[0] }, walk with { Seconds = seconds[1] }, walk] }).Ending((a + b) / 10.0);
                Assert.Equal(seconds, ending.Timeline.Select(phase => phase.Seconds));
            }
        }
    }

    [Fact]
    public void A_phase_equal_to_the_last_is_not_taken_for_it()
    {
        Scenario scenario = BuiltInScenarios.Named("slow-walk");
        ScenarioPhase walk = scenario.Timeline[0] with { Seconds = 5 };
        Assert.Equal([5, 5, 2], (scenario with { Timeline = [walk, walk, walk] }).Ending(12).Timeline.Select(phase => phase.Seconds));
    }
}

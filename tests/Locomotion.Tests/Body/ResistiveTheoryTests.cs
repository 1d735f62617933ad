using Locomotion.Sim.Experiments;
using Locomotion.Sim.Prescribed;

namespace Locomotion.Tests.Body;

/// <summary>
/// A body driven with a prescribed wave against the theory of that wave. Its joints are stiff, so that it takes the shape, and its mass is
/// small, which leaves the theory alone and lets transients die sooner.
/// </summary>
public class ResistiveTheoryTests(ITestOutputHelper output)
{
    /// <summary>U/V of resistive theory to three digits.</summary>
    [Theory]
    [InlineData(0.1, 0.25, 0.177), InlineData(0.1, 0.5, 0.335), InlineData(0.1, 1.0, 0.474)]
    [InlineData(0.05, 0.25, 0.241), InlineData(0.05, 0.5, 0.430), InlineData(0.05, 1.0, 0.581)]
    public void The_theory_solved_here_has_the_tabled_speeds(double dragRatio, double slope, double speedRatio) =>
        Assert.Equal(speedRatio, ResistiveTheory.SpeedRatio(slope, dragRatio), tolerance: 5.1e-4);

    [Theory]
    [InlineData(0.1, 0.25), InlineData(0.1, 0.5), InlineData(0.1, 1.0), InlineData(0.05, 0.25), InlineData(0.05, 0.5), InlineData(0.05, 1.0)]
    public void Four_waves_on_a_body_swim_as_fast_as_theory_says(double dragRatio, double slope)
    {
        double theory = ResistiveTheory.SpeedRatio(slope, dragRatio);
        Assert.InRange(Reported(SwimTheoryExperiment.SpeedRatio(segments: 100, waves: 4, dragRatio, slope), theory), 0.97, 1.03);     // asked for: 5 %; found: −1.2 to −0.2 %
    }

    [Theory]
    [InlineData(0.1, 0.25), InlineData(0.1, 0.5), InlineData(0.1, 1.0), InlineData(0.05, 0.25), InlineData(0.05, 0.5), InlineData(0.05, 1.0)]
    public void One_wave_on_the_animals_body_loses_some_of_it_to_its_ends(double dragRatio, double slope)
    {
        double theory = ResistiveTheory.SpeedRatio(slope, dragRatio);
        Assert.InRange(Reported(SwimTheoryExperiment.SpeedRatio(segments: 21, waves: 1, dragRatio, slope), theory), 0.70, 0.95);      // found: 0.82 to 0.91
    }

    /// <summary>Nothing but the water's inertial forces sets a scale of speed, so speed per cycle does not depend on frequency.</summary>
    [Fact]
    public void Speed_is_proportional_to_frequency()
    {
        double[] perCycle = [.. new[] { 1, 2, 4, 5 }.Select(frequency => SwimTheoryExperiment.SpeedPerCycle(cycle: 1000 / frequency))];
        output.WriteLine($"largest over smallest speed per cycle {perCycle.Max() / perCycle.Min():0.000}, mean {perCycle.Average():0.000} BL/cycle");
        Assert.InRange(perCycle.Max() / perCycle.Min(), 1, 1.05);
        Assert.InRange(perCycle.Average(), 0.3, 0.6);
    }

    private double Reported(double swum, double theory)
    {
        output.WriteLine($"U/V {swum:0.000}, theory {theory:0.000}, ratio {swum / theory:0.000}");
        return swum / theory;
    }
}

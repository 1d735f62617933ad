using Locomotion.Controller.Descending;
using Locomotion.Controller.Rhythms;
using Locomotion.Sim.Experiments;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Tests.Sim.Experiments;

public class BehaviourTests
{
    [Theory]
    [InlineData(0.49, 0.029, "none", 0.5, Behaviour.Rests)]
    [InlineData(0.5, 0.029, "none", 0.5, Behaviour.LegsOnly)]
    [InlineData(0.5, 0.03, "anterior", 0.5, Behaviour.LegsAndTrunk)]
    [InlineData(5, 0.2, "posterior", 0, Behaviour.LegsAndTrunk)]
    [InlineData(0.49, 0.03, "posterior", 0.5, Behaviour.TrunkOnly)]
    [InlineData(5, 0.03, "posterior", 0.51, Behaviour.Swims)]
    [InlineData(0, 0.03, "posterior", 0.51, Behaviour.Swims)]
    [InlineData(5, 0.029, "posterior", 0.51, Behaviour.FoldsOnly)]
    [InlineData(5, 0.2, "anterior", 1, Behaviour.FoldsOnly)]
    [InlineData(0, 0.2, "none", 1, Behaviour.FoldsOnly)]
    public void It_follows_from_the_figures(double legHz, double trunk, string direction, double folded, Behaviour behaviour) =>
        Assert.Equal(behaviour, new BehaviourFigures(legHz, trunk, direction, folded, Speed: 1).Behaviour);

    [Theory]
    [InlineData(0.15, 0, 0, ExpectedGait.Walk, Behaviour.LegsOnly)]
    [InlineData(1, 1, 0, ExpectedGait.Walk, Behaviour.LegsAndTrunk)]
    [InlineData(1, 1, 1, ExpectedGait.Swim, Behaviour.Swims)]
    [InlineData(0, 1, 1, ExpectedGait.Swim, Behaviour.FoldsOnly)]     // too little excitation for any rhythm, where no foot feels ground
    [InlineData(0, 1, 0, ExpectedGait.Swim, Behaviour.Rests)]
    public void It_is_seen_in_runs(double drive, double release, double swim, ExpectedGait place, Behaviour behaviour)
    {
        Trial trial = new(Oscillator.Phase, new DescendingCommand(drive, release, swim), place, Seconds: 4);
        BehaviourFigures figures = BehaviourFigures.Measure(trial.Run(seed: 1, CancellationToken.None).Trajectory, from: 200);
        Assert.Equal(behaviour, figures.Behaviour);
        Assert.Equal(behaviour is Behaviour.FoldsOnly or Behaviour.Rests, figures.Speed < 0.005);    // m/s
    }
}

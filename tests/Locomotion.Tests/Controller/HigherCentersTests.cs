using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Tests.Scenes;

namespace Locomotion.Tests.Controller;

/// <summary>The brain that decides by itself, and the one that obeys.</summary>
public class HigherCentersTests
{
    private static readonly DescendingCommand Walk = new(drive: 0.6, release: 0, swim: 0, turn: 0.25);

    private static CentipedeController Brain(SwimDecision decision) => FreeCord.Make(new() { Centers = new() { SwimDecision = decision, SwimFrom = 0.8, SwimUntil = 0.2 } });

    private static DescendingCommand Decided(CentipedeController controller, double headWetness)
    {
        controller.Descending = Walk;
        controller.Senses.Wetness[0] = headWetness;
        controller.Step();
        return controller.Decided;
    }

    [Fact]
    public void In_auto_mode_the_wet_head_releases_the_trunk_and_starts_to_swim()
    {
        CentipedeController controller = Brain(SwimDecision.Auto);
        Assert.Equal(Walk, Decided(controller, 0.79));
        Assert.Equal(new DescendingCommand(0.6, release: 1, swim: 1, turn: 0.25), Decided(controller, 0.8));
    }

    [Fact]
    public void It_goes_on_until_the_head_is_drier_than_it_was_at_the_start()
    {
        CentipedeController controller = Brain(SwimDecision.Auto);
        Decided(controller, 1);
        foreach ((double wetness, double swim) in new[] { (0.5, 1.0), (0.21, 1.0), (0.2, 0.0), (0.5, 0.0), (0.79, 0.0), (0.9, 1.0) })
            Assert.Equal(swim, Decided(controller, wetness).Swim);
    }

    [Fact]
    public void A_commanded_brain_obeys_however_wet_it_is() => Assert.Equal(Walk, Decided(Brain(SwimDecision.Commanded), 1));

    [Fact]
    public void Auto_mode_ignores_a_command_to_swim_on_land()
    {
        CentipedeController controller = Brain(SwimDecision.Auto);
        controller.Descending = Gait.Swim.Command;
        controller.Step();
        Assert.Equal(0, controller.Decided.Swim);
    }
}

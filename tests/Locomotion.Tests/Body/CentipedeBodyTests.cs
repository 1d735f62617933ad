using Locomotion.Body;
using Locomotion.Body.Ground;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.State;
using Locomotion.Sim.Prescribed;
using Locomotion.Tests.Scenes;

namespace Locomotion.Tests.Body;

public class CentipedeBodyTests
{
    private static readonly Habitat Shore = new([(-0.03, 2e-3), (0.03, -6e-3)], waterLevel: 0);

    [Fact]
    public void Two_bodies_moved_alike_stay_equal_to_the_bit()
    {
        DrivenBody one = Walker(), other = Walker();
        for (int k = 0; k < 300; k++)
        {
            one.Tick();
            other.Tick();
            Assert.Equal(StateDigest.Of(one.Body), StateDigest.Of(other.Body));
        }
        other.Body.Chain.Vx = Math.BitIncrement(other.Body.Chain.Vx);
        Assert.NotEqual(StateDigest.Of(one.Body), StateDigest.Of(other.Body));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        CentipedeBody body = Walker().Run(10).Body;     // legs stand, bellies touch, segments are wet
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int k = 0; k < 100; k++) body.Step(1e-3);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void A_body_left_alone_stays_where_it_is()
    {
        CentipedeBody body = new(new BodyParameters(), Shore);
        for (int k = 0; k < 100; k++) body.Step(1e-3);
        Assert.Equal((0, 0, 0), (body.Chain.X, body.Chain.Y, body.KineticEnergy));
    }

    [Fact]
    public void The_plant_feels_what_the_body_feels_in_steps_of_its_sensors()
    {
        SimulatedPlant plant = new(Walker().Run(200).Body, step: 1e-3);
        Senses senses = new(plant.Segments);
        plant.Sense(senses);
        for (int leg = 0; leg < 2 * plant.Segments; leg++)
        {
            AssertFelt(plant.Body.FootLoad[leg], senses.FootLoad[leg]);
            AssertFelt(plant.Body.Contact[leg / 2], senses.FootContact[leg]);
        }
        for (int i = 0; i < plant.Segments; i++) AssertFelt(plant.Body.Wetness[i], senses.Wetness[i]);
        for (int j = 0; j < plant.Segments - 1; j++) AssertFelt(plant.Body.Chain.Bend(j), senses.Bend[j]);
        Assert.Contains(senses.FootLoad, load => load > 0.1);

        static void AssertFelt(double there, double felt)
        {
            const double steps = 65536;
            Assert.Equal(Math.Round(felt * steps), felt * steps);
            Assert.InRange(felt - there, -0.5 / steps, 0.5 / steps);
        }
    }

    [Theory, InlineData(1e-3, 1), InlineData(4e-3, 4), InlineData(0.02, 20)]
    public void The_plant_takes_whole_steps(double dt, int steps)
    {
        BodyParameters parameters = new();
        SimulatedPlant plant = new(new CentipedeBody(parameters, Habitat.Water), step: 1e-3);
        CentipedeBody stepped = new(parameters, Habitat.Water);
        Command command = new(plant.Segments);
        command.Bend[3] = 0.2;
        plant.Step(command, new Senses(plant.Segments), dt);
        stepped.Take(command, dt);
        for (int k = 0; k < steps; k++) stepped.Step(1e-3);
        Assert.Equal(StateDigest.Of(stepped), StateDigest.Of(plant.Body));
    }

    [Theory, InlineData(1.5e-3), InlineData(1e-4), InlineData(0), InlineData(-1e-3)]
    public void The_plant_refuses_a_period_that_is_not_whole_steps(double dt)
    {
        SimulatedPlant plant = new(new CentipedeBody(new BodyParameters(), Habitat.Water), step: 1e-3);
        Assert.Throws<InvalidInputException>(() => plant.Step(new Command(plant.Segments), new Senses(plant.Segments), dt));
    }

    private static DrivenBody Walker() => new(new BodyParameters(), Shore, new PrescribedWalk(Frequency: 3, Bend: 0.2, Phase: 1).Move, period: 1e-3);
}

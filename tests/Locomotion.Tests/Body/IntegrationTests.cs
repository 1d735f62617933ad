using Locomotion.Body;
using Locomotion.Body.Ground;
using Locomotion.Sim.Prescribed;
using Locomotion.Tests.Scenes;

namespace Locomotion.Tests.Body;

/// <summary>
/// The whole body as the step shrinks: its trajectory, and its energy books. Bends start gently: a jerk would excite the trunk's
/// fastest modes, some 10^4 rad/s, and the order would show only at far smaller steps.
/// </summary>
public class IntegrationTests
{
    private const double Period = 4e-3;     // of the commands, whatever the step
    private const int Periods = 125;        // one cycle

    [Theory, InlineData(true), InlineData(false)]
    public void A_trajectory_converges_at_first_order(bool inWater)
    {
        double order = Convergence.Order(h =>
        {
            CentipedeBody body = Start(inWater, h).Run(Periods).Body;
            return [body.Chain.X / 0.12, body.Chain.Y / 0.12, .. body.Chain.Heading];
        }, h: 1.25e-4);
        Assert.InRange(order, 0.93, 1.07);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void The_energy_books_balance_at_first_order(bool inWater)
    {
        double order = Convergence.OrderOfError(h => Unbalanced(Start(inWater, h)), h: 1.25e-4);
        Assert.InRange(order, 0.95, 1.05);
    }

    [Theory, InlineData(true), InlineData(false)]
    public void The_energy_books_close_to_a_hundredth_of_the_work_at_a_millisecond(bool inWater)
    {
        DrivenBody driven = Start(inWater, 1e-3);
        double unbalanced = Unbalanced(driven);
        Assert.InRange(unbalanced, 0, 1e-2 * (driven.Body.Books.JointWork + driven.Body.Books.LegWork));
    }

    private static DrivenBody Start(bool inWater, double h)
    {
        Motion motion = inWater
            ? PrescribedSwim.BendWave(frequency: 2, waves: 1.15, amplitude: 0.25)
            : new PrescribedWalk(Frequency: 2, Bend: 0.2, Phase: 0.3).Move;
        return new(new BodyParameters(), inWater ? Habitat.Water : Habitat.Land, motion.Gently(0.25), Period, (int)Math.Round(Period / h));
    }

    /// <summary>Largest difference of books and kinetic energy over a cycle, J.</summary>
    private static double Unbalanced(DrivenBody driven)
    {
        CentipedeBody body = driven.Body;
        double start = body.KineticEnergy, largest = 0;
        for (int k = 0; k < Periods; k++)
        {
            driven.Tick();
            largest = Math.Max(largest, Math.Abs(body.KineticEnergy - start - body.Books.Balance));
        }
        return largest;
    }
}

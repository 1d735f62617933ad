using Locomotion.Body;
using Locomotion.Body.Ground;
using Locomotion.Controller.Loop;

namespace Locomotion.Tests.Body;

/// <summary>A number that is none, or larger than any real one, is a fault in the step in which it appears, never a reset.</summary>
public class DivergenceTests
{
    [Theory, InlineData(double.NaN), InlineData(double.PositiveInfinity), InlineData(-2e5), InlineData(1e12)]
    public void A_spin_that_no_segment_has_is_a_fault(double spin)
    {
        CentipedeBody body = new(new(), Habitat.Water);
        body.Step(1e-3);
        body.Chain.Spin[7] = spin;
        Assert.Throws<PlantFaultException>(() => body.Step(1e-6));
    }

    [Theory, InlineData(double.NaN), InlineData(double.NegativeInfinity)]
    public void A_body_that_is_nowhere_is_a_fault(double x)
    {
        CentipedeBody body = new(new(), Habitat.Water);
        body.Chain.X = x;
        Assert.Throws<PlantFaultException>(() => body.Step(1e-3));
    }
}

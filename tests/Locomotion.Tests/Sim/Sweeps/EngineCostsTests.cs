using Locomotion.Sim.Optimisation;
using Locomotion.Sim.Sweeps;
using Locomotion.Tests.EndToEnd;
using Locomotion.Tests.Sim.Optimisation;

namespace Locomotion.Tests.Sim.Sweeps;

public class EngineCostsTests
{
    private static readonly OptimisationSettings Settings = new() { Seed = 7, Generations = 8, Sigma = 0.2 };

    [Fact]
    public void An_optimisation_on_an_engine_is_the_same_to_the_bit_and_evaluates_nothing_twice()
    {
        string folder = Scratch.Folder().FullName;
        string here = new OptimisationRun(new TestObjective(5, TestObjective.Rosenbrock), Settings).Run(stop: TestContext.Current.CancellationToken).ToJson();
        TestObjective first = new(5, TestObjective.Rosenbrock), again = new(5, TestObjective.Rosenbrock);
        Assert.Equal(here, new OptimisationRun(first, Settings, new EngineCosts(new ThreadEngine(2), folder)).Run(stop: TestContext.Current.CancellationToken).ToJson());
        Assert.Equal(1 + 8 * 8, first.Evaluations);
        Assert.Equal(here, new OptimisationRun(again, Settings, new EngineCosts(new ThreadEngine(2), folder)).Run(stop: TestContext.Current.CancellationToken).ToJson());
        Assert.Equal(1, again.Evaluations);      // the start, which is no candidate
    }
}

using System.Reflection;
using Locomotion.Body;
using Locomotion.Controller;
using Locomotion.Hardware.Safety;
using Locomotion.Telemetry.Frames;

namespace Locomotion.Tests.Architecture;

public class ReferenceTests
{
    [Theory]
    [InlineData(typeof(CentipedeController))]
    [InlineData(typeof(CentipedeBody), "Locomotion.Controller")]
    [InlineData(typeof(FrameLog), "Locomotion.Controller")]
    [InlineData(typeof(SafetySupervisor), "Locomotion.Controller")]
    public void A_project_refers_only_to_those_it_may(Type inProject, params string[] allowed)
    {
        IEnumerable<string> ours = inProject.Assembly.GetReferencedAssemblies().Select(name => name.Name!)
            .Where(name => name.StartsWith("Locomotion", StringComparison.Ordinal));
        Assert.Subset(allowed.ToHashSet(), ours.ToHashSet());
    }

    [Theory, InlineData(typeof(CentipedeController)), InlineData(typeof(CentipedeBody))]
    public void Neither_controller_nor_body_knows_a_clock_a_thread_or_a_console(Type inProject)
    {
        string[] forbidden = ["System.Diagnostics.Stopwatch", "System.Threading.Thread", "System.Net", "System.Console"];
        IEnumerable<string> names = inProject.Assembly.GetReferencedAssemblies().Select(name => name.Name!);
        Assert.DoesNotContain(names, name => forbidden.Contains(name));
    }

    [Fact]
    public void No_type_is_named_as_its_namespace()
    {
        foreach (Assembly assembly in new[] { typeof(CentipedeController).Assembly, typeof(CentipedeBody).Assembly, typeof(FrameLog).Assembly, typeof(SafetySupervisor).Assembly })
            Assert.DoesNotContain(assembly.GetTypes(), type => type.Namespace?.Split('.')[^1] == type.Name);
    }
}

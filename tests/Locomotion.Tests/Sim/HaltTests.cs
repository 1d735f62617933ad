using Locomotion.Controller;
using Locomotion.Controller.Cord;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Loop;
using Locomotion.Controller.State;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Snapshots;
using Locomotion.Sim.Trials;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Replaying;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Sim;

/// <summary>Stop must stop: whatever the animal does, whatever makes its rhythm, whatever it has lost.</summary>
public class HaltTests
{
    private const double Walks = 2, Settles = 1.5, Stands = 2;      // s: before the stop; in which it must be still; in which it must stay so
    private const double Stillness = 0.005;                         // body lengths a second

    public static TheoryData<string, string, string> Animals =>
    [
        .. from gait in (string[])["slow-walk", "fast-walk", "swim"]
           from oscillator in (string[])["phase", "bursting"]
           from lesion in (string[])["", "cut-behind=9", "seg"]
           select (gait, oscillator, lesion),
    ];

    [Theory, MemberData(nameof(Animals))]
    public void Told_to_stop_it_stands_still_and_then_goes_on_from_the_same_pose(string gait, string oscillator, string lesion)
    {
        Simulation simulation = Animal(gait, oscillator, lesion);
        OperatorSource operators = Operators(simulation);
        Run(simulation, operators, Walks);
        Assert.True(Speed(simulation, operators, 1) > 4 * Stillness, "it did not move before");
        operators.Hold();
        StandsStill(simulation, operators, Settles);

        SegmentState[] rhythm = simulation.Controller.Segments.ToArray();
        double[] pose = Pose(simulation);
        operators.Reset();
        double jump = 0;
        for (int tick = 0; tick < 1000; tick++)
        {
            Run(simulation, operators, simulation.Scenario.Timing.Period);
            double[] next = Pose(simulation);
            for (int k = 0; k < pose.Length; k++) jump = Math.Max(jump, Math.Abs(next[k] - pose[k]));
            pose = next;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"largest change in a tick {jump:0.####}");
        Assert.NotEqual(rhythm, simulation.Controller.Segments.ToArray());
        Assert.True(jump < LargestChange(gait, oscillator, lesion), $"{jump}");
    }

    [Theory, MemberData(nameof(Animals))]
    public void At_the_end_of_the_ladder_it_stands_still_until_it_is_driven_again(string gait, string oscillator, string lesion)
    {
        Simulation simulation = Animal(gait, oscillator, lesion);
        OperatorSource operators = Operators(simulation);
        DriveOrder order = new(Gait.Named(gait).Command, "stick", 1, Walks);
        operators.Drive(order);
        Run(simulation, operators, Walks + 0.4);
        StandsStill(simulation, operators, Settles);
        operators.Drive(order with { Seq = 2 });
        Assert.True(Speed(simulation, operators, 1.5) > 4 * Stillness, "it did not move after");
    }

    /// <summary>What the pose changes by in a tick while nobody stops it.</summary>
    private static double LargestChange(string gait, string oscillator, string lesion)
    {
        Simulation simulation = Animal(gait, oscillator, lesion);
        OperatorSource operators = Operators(simulation);
        Run(simulation, operators, Walks);
        double[] pose = Pose(simulation);
        double change = 0;
        for (int tick = 0; tick < 2000; tick++)
        {
            Run(simulation, operators, simulation.Scenario.Timing.Period);
            double[] next = Pose(simulation);
            for (int k = 0; k < pose.Length; k++) change = Math.Max(change, Math.Abs(next[k] - pose[k]));
            pose = next;
        }
        TestContext.Current.TestOutputHelper?.WriteLine($"unstopped {change:0.####}");
        return 1.5 * change;
    }

    private static void StandsStill(Simulation simulation, OperatorSource operators, double settles)
    {
        SegmentState[] rhythm = simulation.Controller.Segments.ToArray();
        Run(simulation, operators, settles);
        double[] yaw = Pose(simulation);
        double speed = Speed(simulation, operators, Stands);
        double moved = Pose(simulation).Zip(yaw, (a, b) => Math.Abs(a - b)).Max();
        TestContext.Current.TestOutputHelper?.WriteLine($"{speed:0.#####} BL/s, pose by {moved:0.######} in {Stands} s");
        Assert.Equal(rhythm[0].Message, simulation.Controller.Segments[0].Message);
        Assert.True(operators.IsStill);
        Assert.True(speed < Stillness, $"{speed} body lengths a second");
        Assert.True(moved < 0.01, $"pose changes by {moved}");
    }

    private static Simulation Animal(string gait, string oscillator, string lesion = "")
    {
        Scenario named = BuiltInScenarios.Named(gait).Ending(600);
        return new Simulation(named with
        {
            Animal = named.Animal.With("oscillator", oscillator),
            Lesions = lesion == "" ? [] : [Lesion.Parse(lesion)],
        });
    }

    private static OperatorSource Operators(Simulation simulation) =>
        new(simulation.Player, simulation.Scenario.Timing, new LadderTimes { KeepSeconds = 0.2, RampSeconds = 0.2 });

    private static void Run(Simulation simulation, OperatorSource operators, double seconds)
    {
        for (long ticks = simulation.Scenario.Timing.Ticks(seconds); ticks > 0; ticks--)
        {
            operators.TryNext(simulation.Ticks, simulation.Controller.Senses, out DescendingCommand command);
            ControlLoop.Tick(simulation.Controller, simulation.Plant, in command);
        }
    }

    /// <summary>Of the body's middle, body lengths a second.</summary>
    private static double Speed(Simulation simulation, OperatorSource operators, double seconds)
    {
        (double x, double y) = Middle(simulation);
        Run(simulation, operators, seconds);
        (double u, double v) = Middle(simulation);
        return Math.Sqrt((u - x) * (u - x) + (v - y) * (v - y)) / seconds / simulation.Scenario.Animal.Body.Shape.Length;
    }

    private static (double X, double Y) Middle(Simulation simulation)
    {
        double x = 0, y = 0;
        foreach (ref Locomotion.Body.Chain.Link link in simulation.Body.Chain.Links) (x, y) = (x + link.X, y + link.Y);
        int n = simulation.Plant.Segments;
        return (x / n, y / n);
    }

    /// <summary>Angles of legs and bends of the trunk, rad.</summary>
    private static double[] Pose(Simulation simulation) => [.. simulation.Body.LegYaw, .. Enumerable.Range(0, simulation.Plant.Segments - 1).Select(simulation.Body.Chain.Bend)];
}

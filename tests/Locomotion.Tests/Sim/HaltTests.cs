using Locomotion.Controller.Cord;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Loop;
using Locomotion.Controller.State;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Snapshots;
using Locomotion.Sim.Trials;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Tuning;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Sim;

/// <summary>Stop must stop: whatever the animal does, whatever makes its rhythm, whatever it has lost.</summary>
public class HaltTests
{
    private const double Walks = 2, Settles = 1.5, Stands = 2;      // s: before the stop; in which it must be still; in which it must stay so
    private const double Stillness = 0.005, LargestCreep = 0.005;   // body lengths a second; rad/s

    public static TheoryData<string, string, string> Animals =>
    [
        .. from gait in (string[])["slow-walk", "fast-walk", "swim"]
           from oscillator in (string[])["phase", "bursting"]
           from lesion in (string[])["", "cut-behind=9", "seg"]
           where (gait, lesion) != ("swim", "seg")      // that one lies still by itself
           select (gait, oscillator, lesion),
    ];

    [Theory, MemberData(nameof(Animals))]
    public void Told_to_stop_it_stands_still_and_then_goes_on_from_the_same_pose(string gait, string oscillator, string lesion)
    {
        Simulation simulation = Animal(gait, oscillator, lesion);
        OperatorSource operators = Operators(simulation);
        Run(simulation, operators, Walks);
        double unstopped = LargestStep(simulation, operators, 2), speed = Speed(simulation, operators, 1);
        Assert.True(speed > 4 * Stillness, "it did not move before");
        operators.Hold();
        StandsStill(simulation, operators, speed);
        operators.Reset();
        double goingOn = LargestStep(simulation, operators, 1);
        Assert.InRange(goingOn, 0.1 * unstopped, 1.1 * unstopped);
        Assert.True(Speed(simulation, operators, 1) > 4 * Stillness, "it does not go on");
    }

    [Theory, MemberData(nameof(Animals))]
    public void At_the_end_of_the_ladder_it_stands_still_until_it_is_driven_again(string gait, string oscillator, string lesion)
    {
        Simulation simulation = Animal(gait, oscillator, lesion);
        OperatorSource operators = Operators(simulation);
        DriveOrder order = new(Gait.Named(gait).Command, "stick", 1, Walks);
        operators.Drive(order);
        Run(simulation, operators, Walks - 1);
        double speed = Speed(simulation, operators, 1);
        Run(simulation, operators, 0.41);
        StandsStill(simulation, operators, speed);
        operators.Drive(order with { Seq = 2 });
        Assert.True(Speed(simulation, operators, 1.5) > 4 * Stillness, "it did not move after");
    }

    [Theory, InlineData("phase"), InlineData("bursting")]
    public void While_it_stands_still_time_passes_lesions_are_made_and_nothing_is_allocated(string oscillator)
    {
        Simulation simulation = Animal("fast-walk", oscillator);
        OperatorSource operators = Operators(simulation);
        Run(simulation, operators, 1);
        operators.Hold();
        Run(simulation, operators, 0.1);
        double[] yaw = [.. simulation.Controller.Command.LegYaw], bend = [.. simulation.Controller.Command.Bend];
        simulation.Controller.MakeLesions(Lesion.Parse("amputate=4-left"), Lesion.Parse("silence=7"));
        long before = GC.GetAllocatedBytesForCurrentThread();
        Run(simulation, operators, 0.5);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal((1600, 2), (simulation.Controller.Steps, simulation.Controller.Lesions.Count));
        Assert.Equal(DescendingCommand.Halt, simulation.Controller.Decided);
        Assert.Equal(1, simulation.Controller.Command.LegLift[Leg.Left(4)]);
        yaw[Leg.Left(4)] = simulation.Controller.Command.LegYaw[Leg.Left(4)];
        Assert.Equal(yaw, simulation.Controller.Command.LegYaw);
        Assert.Equal(bend, simulation.Controller.Command.Bend);
    }

    [Theory, InlineData("phase"), InlineData("bursting")]
    public void Saved_while_it_stands_still_it_goes_on_to_the_bit(string oscillator)
    {
        Simulation first = Animal("fast-walk", oscillator);
        OperatorSource operators = Operators(first);
        Run(first, operators, 1);
        operators.Hold();
        Run(first, operators, 0.3);
        string file = Path.Combine(Scratch.Folder().FullName, "halted");
        SnapshotFile.Write(file, Snapshot.Of(first, first.Scenario));
        Simulation second = SnapshotFile.Read(file).Restore("halted");
        Assert.Equal(DescendingCommand.Halt, second.Controller.Descending);
        OperatorSource others = Operators(second);
        others.Hold();
        foreach ((Simulation simulation, OperatorSource source) in ((Simulation, OperatorSource)[])[(first, operators), (second, others)])
        {
            Run(simulation, source, 0.3);
            source.Reset();
            Run(simulation, source, 1);
        }
        Assert.Equal(StateDigest.Of(first.Controller), StateDigest.Of(second.Controller));
        Assert.Equal(StateDigest.Of(first.Plant), StateDigest.Of(second.Plant));
    }

    [Theory, InlineData("phase"), InlineData("bursting")]
    public void A_recording_of_a_stop_replays_on_either_machine_and_tells_of_it(string oscillator)
    {
        Simulation simulation = Animal("fast-walk", oscillator);
        OperatorSource operators = Operators(simulation);
        string path = Path.Combine(Scratch.Folder().FullName, "run.mcap");
        using (FileStream file = File.Create(path))
        using (RunRecorder recorder = SimulationRecorder.Begin(simulation, file, RecordingOptions.Patient))
        {
            for (long tick = 0; tick < 1500; tick++)
            {
                if (tick == 400) operators.Hold();
                if (tick == 600) simulation.Controller.MakeLesions(Lesion.Parse("cut-behind=9"));
                if (tick == 900) operators.Reset();
                Run(simulation, operators, simulation.Scenario.Timing.Period);
                simulation.Digest.Observe();
                recorder.Observe(tick, simulation.Controller);
            }
            Assert.True(recorder.Finish().Whole);
        }
        RecordedAnywhere.AssertReplays(path, 1500, simulation.Digest.Controller.Value);
        var commands = DeskProgram.Release.Run("info", path, "--json").Json.GetProperty("run").GetProperty("commands").EnumerateArray().ToList();
        Assert.Equal([(0, false), (400, true), (900, false)], commands.Select(command => (command.GetProperty("tick").GetInt32(), command.GetProperty("halt").GetBoolean())));
    }

    [Fact]
    public void A_trial_of_one_that_stands_still_is_refused_with_the_reason()
    {
        Simulation simulation = Animal("fast-walk", "phase");
        TrialRunner runner = new(simulation);
        OperatorSource operators = Operators(simulation);
        operators.Hold();
        using ManualResetEventSlim over = new();
        TrialVerdict? verdict = null;
        Assert.True(runner.TryBegin(simulation.Controller.Parameters, 3, outcome =>
        {
            verdict = outcome;
            over.Set();
        }));
        Run(simulation, operators, 0.01);
        runner.Observe(10, simulation.Controller);
        Assert.True(over.Wait(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.False(verdict!.Passed);
        Assert.Contains("holds still", verdict.Reason, StringComparison.Ordinal);
    }

    /// <summary>Within so many seconds the pose holds, and a body on land does not move; one in water glides to rest.</summary>
    private static void StandsStill(Simulation simulation, OperatorSource operators, double before)
    {
        SegmentState[] rhythm = simulation.Controller.Segments.ToArray();
        Run(simulation, operators, Settles);
        double[] pose = Pose(simulation);
        double speed = Speed(simulation, operators, Stands), moved = Change(pose, Pose(simulation)) / Stands;
        TestContext.Current.TestOutputHelper?.WriteLine($"{before:0.###} -> {speed:0.#####} BL/s, pose by {moved:0.######} rad/s");
        Assert.True(operators.IsStill);
        Assert.Equal(rhythm, simulation.Controller.Segments.ToArray());
        Assert.True(moved < LargestCreep, $"the pose changes by {moved} rad/s");
        if (simulation.Controller.Senses.Wetness[0] < 0.5)
        {
            Assert.True(speed < Stillness, $"{speed} body lengths a second");
            return;
        }
        Run(simulation, operators, 10);
        double later = Speed(simulation, operators, Stands);
        TestContext.Current.TestOutputHelper?.WriteLine($"after 14 s {later:0.#####} BL/s");
        Assert.True(speed < before && later < speed / 2, $"{before}, {speed}, {later} body lengths a second");
    }

    private static double Change(double[] pose, double[] next) => pose.Zip(next, (a, b) => Math.Abs(a - b)).Max();

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

    /// <summary>The largest change of an angle within a tick, rad.</summary>
    private static double LargestStep(Simulation simulation, OperatorSource operators, double seconds)
    {
        double largest = 0;
        double[] pose = Pose(simulation);
        for (long ticks = simulation.Scenario.Timing.Ticks(seconds); ticks > 0; ticks--)
        {
            Run(simulation, operators, simulation.Scenario.Timing.Period);
            double[] next = Pose(simulation);
            largest = Math.Max(largest, Change(pose, next));
            pose = next;
        }
        return largest;
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

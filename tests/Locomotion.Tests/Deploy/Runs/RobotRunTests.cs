using Locomotion.Body.Ground;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Limits;
using Locomotion.Controller.Loop;
using Locomotion.Deploy.Running;
using Locomotion.Hardware.Safety;
using Locomotion.Hardware.Servos;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Replaying;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Deploy.Runs;

public class RobotRunTests
{
    [Theory, InlineData("slow-walk:10", false, 0.08), InlineData("fast-walk:6", false, 0.3), InlineData("swim:6", true, 0.3)]
    public void It_goes_as_it_does_on_the_desk_with_chips_between(string play, bool water, double least)
    {
        using RobotBench bench = new(play, segments: 10, habitat: water ? Habitat.Water : Habitat.Land);
        bench.Go();
        Assert.Null(bench.Run.Fault);
        Assert.Empty(bench.Machine.Violations);
        Assert.Equal(SafetyState.Released, bench.Orders.State);
        double length = bench.Machine.World.Body.Parameters.Shape.Length, x = bench.Machine.World.Body.Chain.X, y = bench.Machine.World.Body.Chain.Y;
        double seconds = double.Parse(play.Split(':')[1]);
        Assert.InRange(Math.Sqrt(x * x + y * y) / length / seconds, least, 0.7);    // body lengths a second; on the desk 0.12, 0.46 and 0.49
        Assert.Equal(0, bench.Run.Allocated);
    }

    [Fact]
    public void It_starts_disarmed_and_no_servo_gets_a_pulse_before_it_is_armed()
    {
        using RobotBench bench = new("slow-walk:2");
        double first = double.PositiveInfinity;
        bench.Machine.World.Stepped = () =>
        {
            if (bench.Pulses().Any(pulse => pulse > 0)) first = Math.Min(first, bench.Time);
        };
        bench.Go();
        Assert.InRange(first, 0.5, 3);      // the delay before arming at least
        Assert.InRange(bench.RunningSince, first, 4);
    }

    [Fact]
    public void Without_calibration_it_cannot_be_armed()
    {
        using RobotBench bench = new("slow-walk:2", calibrate: set => set.With(3, null));
        bench.Machine.World.Stepped = () => Assert.All(bench.Pulses(), pulse => Assert.Equal(0, pulse));
        bench.Go();
        Assert.Equal(-1, bench.RunningSince);
        Assert.Equal(ArmingChecks.Calibration, bench.Orders.Refused & ArmingChecks.Calibration);
    }

    [Fact]
    public void Hold_keeps_sending_the_pose_and_going_on_needs_disarm_and_arm()
    {
        using RobotBench bench = new("fast-walk:2,hold:1,slow-walk:1,disarm:0.5,arm:3,run:0.1,slow-walk:2");
        List<(double Time, SafetyState State, double Pulse)> seen = [];
        bench.Machine.World.Stepped = () => seen.Add((bench.Time, bench.Orders.State, bench.Machine.World.Pulse(2)));
        bench.Go();
        (double Time, SafetyState State, double Pulse)[] held = [.. seen.Where(at => at.State == SafetyState.Hold)];
        Assert.InRange(held[^1].Time - held[0].Time, 1.9, 2.1);     // the walk that was commanded meanwhile moved nothing
        Assert.Single(held.Skip(100).Select(at => at.Pulse).Distinct());
        Assert.True(held[^1].Pulse > 0);
        Assert.Contains(seen.Where(at => at.Time > held[^1].Time), at => at.State == SafetyState.Running);
    }

    /// <summary>A drive of 0 is not enough: load on the feet keeps it walking.</summary>
    [Fact]
    public void To_hold_still_reaches_the_nervous_system_while_it_runs_and_no_rhythm_waits_while_it_does_not()
    {
        using RobotBench bench = new("slow-walk:2");
        SupervisedSource source = new(new Halting(), bench.Run.Servos, () => bench.Run.Servos.Operator);
        bool Halts() => source.TryNext(0, new Senses(3), out DescendingCommand command) && command.Halts;
        Assert.False(Halts());
        List<(SafetyState State, bool Halts)> seen = [];
        bench.At(0.5, at => seen.Add((at.Orders.State, Halts()))).Go();
        Assert.Equal((SafetyState.Running, true), Assert.Single(seen));
        Assert.False(Halts());
    }

    private sealed class Halting : IDescendingSource
    {
        public bool TryNext(long tick, Senses senses, out DescendingCommand command)
        {
            command = DescendingCommand.Halt;
            return true;
        }
    }

    /// <summary>Standing asks the trunk for 0, beyond what this calibration allows: reported after 2 s, and over as soon as nothing is followed.</summary>
    [Theory, InlineData("disarm"), InlineData("hold")]
    public void A_joint_that_was_clamped_does_not_keep_the_robot_from_being_armed_again(string what)
    {
        using RobotBench bench = new($"stand:3,{what}:2,disarm:1,arm:3,run:0.1,stand:1",
            calibrate: set => set.With(0, new ServoCalibration(set[0]!.Low, set[0]!.High, new JointRange(0.5, 1))));
        double dwelt = 0;
        bool again = false;
        bench.At(2.9, at => dwelt = Worst(at)).At(9.5, at => again = at.Orders.State == SafetyState.Running).Go();
        Assert.InRange(dwelt, 2, 3);
        Assert.Equal(ArmingChecks.None, bench.Orders.Refused);
        Assert.True(again);
    }

    [Fact]
    public void A_safe_pose_beyond_the_range_of_a_joint_is_gone_to_as_far_as_it_may()
    {
        using RobotBench bench = new("fast-walk:20", calibrate: Narrow);
        double dwelt = -1, place = 0;
        bench.At(2, at => at.Run.End()).At(9, at => (dwelt, place) = (Worst(at), at.Run.Servos.Limiter.Position[^1])).Go();
        Assert.Equal((0, -0.9), (dwelt, place));
        Assert.Equal(SafetyState.Released, bench.Orders.State);
    }

    /// <summary>What a robot did replays on a desk.</summary>
    [Fact]
    public void A_recorded_run_replays_to_the_bit()
    {
        string path = Path.Combine(Scratch.Folder().FullName, "run.mcap");
        ulong digest;
        using (RobotBench bench = new("slow-walk:2,fast-walk:2,hold:1", record: path))
        {
            bench.At(1.5, at => at.Faults.First().AddressNackProbability = 0.1).Go();
            digest = bench.Run.Digest;
        }
        using FileStream file = File.OpenRead(path);
        ReplayResult replay = Replay.Run(new RecordedRun(file, path), progress: null, CancellationToken.None);
        Assert.True(replay.Agrees);
        Assert.Equal(digest, replay.Digest);
    }

    /// <summary>Lifts that may only go down to −0.9.</summary>
    private static CalibrationSet Narrow(CalibrationSet set) => Enumerable.Range(0, set.Robot.Joints.Count).Where(joint => set.Robot.Joints.Kind(joint) == JointKind.Lift)
        .Aggregate(set, (narrow, joint) => narrow.With(joint, new ServoCalibration(narrow[joint]!.Low, narrow[joint]!.High, new JointRange(-0.9, 1))));

    private static double Worst(RobotBench at)
    {
        double worst = 0;
        foreach (double dwell in at.Run.Servos.Limiter.Dwell) worst = Math.Max(worst, dwell);
        return worst;
    }

    [Fact]
    public void The_same_run_twice_gives_the_same_bits()
    {
        ulong[] digests = [.. Enumerable.Range(0, 2).Select(_ =>
        {
            using RobotBench bench = new("slow-walk:2,swim:1", segments: 4);
            return bench.Go().Run.Digest;
        })];
        Assert.Equal(digests[0], digests[1]);
    }
}

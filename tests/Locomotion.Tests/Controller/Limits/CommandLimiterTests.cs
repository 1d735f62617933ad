using CsCheck;
using Locomotion.Controller.Limits;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;

namespace Locomotion.Tests.Controller.Limits;

public class CommandLimiterTests
{
    private const int Segments = 3;
    private const double Frame = 0.02;
    private static readonly CommandLimits Limits = new();

    [Fact]
    public void Names_and_numbers_of_joints_go_both_ways()
    {
        JointTable table = new(Segments);
        Assert.Equal(14, table.Count);
        for (int joint = 0; joint < table.Count; joint++) Assert.Equal(joint, table.Parse(table.Name(joint)));
        Assert.Equal("bend-1", table.Name(1));
        Assert.Equal("yaw-0-right", table.Name(3));
        Assert.Equal("lift-2-left", table.Name(12));
    }

    [Theory, InlineData("bend-2"), InlineData("bend"), InlineData("yaw-1"), InlineData("yaw-3-left"), InlineData("lift-1-up"), InlineData("knee-1-left"), InlineData("bend--1")]
    public void A_joint_that_is_not_there_is_refused(string name) => Assert.Throws<InvalidInputException>(() => new JointTable(Segments).Parse(name));

    [Fact]
    public void Whatever_is_asked_position_speed_and_acceleration_stay_within_their_limits()
    {
        Gen.Double[-1e9, 1e9].Array[14].Array[1, 40].Sample(frames =>
        {
            CommandLimiter limiter = new(Segments, Limits with { CurrentBudget = 1000 });
            JointRange[] ranges = JointRange.All(Segments, Limits);
            double[] before = new double[14], rateBefore = new double[14];
            foreach (double[] wanted in frames)
            {
                Assert.True(limiter.Follow(Asking(wanted), Frame));
                for (int joint = 0; joint < 14; joint++)
                {
                    double unit = limiter.Joints.Kind(joint) == JointKind.Lift ? Limits.LiftTravel : 1;
                    double rate = (limiter.Position[joint] - before[joint]) / Frame;
                    Assert.InRange(limiter.Position[joint], ranges[joint].Min, ranges[joint].Max);
                    Assert.InRange(Math.Abs(rate) * unit, 0, Limits.Speed * (1 + 1e-9));
                    Assert.InRange(Math.Abs(rate - rateBefore[joint]) * unit, 0, Limits.Acceleration * Frame * (1 + 1e-9));
                    before[joint] = limiter.Position[joint];
                    rateBefore[joint] = rate;
                }
            }
        }, iter: 300);
    }

    [Theory, InlineData(0.02), InlineData(0.001)]
    public void A_joint_reaches_a_far_target_without_overshooting_as_fast_as_it_may(double dt)
    {
        CommandLimits limits = Limits with { Speed = 4, Acceleration = 40 };
        CommandLimiter limiter = new(Segments, limits);
        Command command = new(Segments);
        command.Bend[0] = 0.9;
        // up to speed and down again takes v/a each, the rest goes at full speed: d/v + v/a
        double due = 0.9 / 4 + 4.0 / 40;
        double time = 0, highest = 0;
        while (Math.Abs(limiter.Position[0] - 0.9) > 1e-6 && time < 2)
        {
            limiter.Follow(command, dt);
            time += dt;
            highest = Math.Max(highest, limiter.Position[0]);
        }
        Assert.InRange(time, due - dt, due + 3 * dt);
        Assert.InRange(highest, 0, 0.9 + 1e-9);
    }

    [Theory, InlineData(double.NaN), InlineData(double.PositiveInfinity), InlineData(double.NegativeInfinity)]
    public void A_number_that_is_none_moves_nothing_and_names_the_joint(double poison)
    {
        CommandLimiter limiter = new(Segments, Limits);
        Command command = new(Segments);
        command.Bend.AsSpan().Fill(0.5);
        limiter.Follow(command, Frame);
        double[] before = limiter.Position.ToArray();
        command.LegYaw[3] = poison;
        Assert.False(limiter.Follow(command, Frame));
        Assert.Equal(before, limiter.Position.ToArray());
        Assert.Equal("yaw-1-right", limiter.Joints.Name(limiter.NotFinite));
    }

    [Fact]
    public void Time_at_a_soft_limit_is_counted_until_the_joint_is_wanted_inside_again()
    {
        CommandLimiter limiter = new(Segments, Limits);
        Command command = new(Segments);
        command.Bend[1] = 1.2;
        for (int frame = 0; frame < 50; frame++) limiter.Follow(command, Frame);
        Assert.Equal(1, limiter.Dwell[1], 1e-9);
        Assert.Equal(50, limiter.Clamped[1]);
        Assert.Equal(Limits.Bend, limiter.Position[1], 1e-9);
        command.Bend[1] = 0.2;
        limiter.Follow(command, Frame);
        Assert.Equal(0, limiter.Dwell[1]);
        Assert.Equal(50, limiter.Clamped[1]);
    }

    [Fact]
    public void The_current_budget_slows_all_joints_alike()
    {
        Command command = new(Segments);
        command.Bend.AsSpan().Fill(1);
        command.LegYaw.AsSpan().Fill(1);
        CommandLimiter rich = new(Segments, Limits with { CurrentBudget = 100, Acceleration = 1e5 }), poor = new(Segments, Limits with { CurrentBudget = 1, Acceleration = 1e5 });
        rich.Follow(command, Frame);
        poor.Follow(command, Frame);
        Assert.Equal(1, poor.ExpectedCurrent, 1e-9);
        Assert.Equal(14 * 0.01 + 8 * 0.24, rich.ExpectedCurrent, 1e-9);     // eight joints at full speed
        Assert.Equal((1, 0), (poor.OverBudget, rich.OverBudget));
        double scale = poor.Position[0] / rich.Position[0];
        Assert.InRange(scale, 0.4, 0.5);
        for (int joint = 0; joint < 8; joint++) Assert.Equal(scale, poor.Position[joint] / rich.Position[joint], 1e-9);
    }

    [Fact]
    public void Hold_brakes_and_then_stands_still()
    {
        CommandLimiter limiter = new(Segments, Limits with { Acceleration = 100 });
        Command command = new(Segments);
        command.Bend[0] = 1;
        for (int frame = 0; frame < 3; frame++) limiter.Follow(command, Frame);
        double rate = limiter.Rate[0];
        Assert.InRange(rate, 3, 10);
        limiter.Hold(Frame);
        Assert.Equal(rate - 100 * Frame, limiter.Rate[0], 1e-9);
        for (int frame = 0; frame < 10; frame++) limiter.Hold(Frame);
        double stood = limiter.Position[0];
        for (int frame = 0; frame < 10; frame++) limiter.Hold(Frame);
        Assert.Equal(stood, limiter.Position[0]);
        Assert.Equal(0, limiter.Rate[0]);
    }

    [Theory, InlineData(false), InlineData(true)]
    public void What_is_not_followed_does_not_dwell_and_what_was_counted_stays(bool freeze)
    {
        CommandLimiter limiter = new(Segments, Limits);
        Command command = new(Segments);
        command.Bend[1] = 2;
        for (int frame = 0; frame < 150; frame++) limiter.Follow(command, Frame);
        Assert.Equal(150 * Frame, limiter.Dwell[1], 1e-9);
        if (freeze) limiter.Freeze();
        else limiter.Hold(Frame);
        Assert.Equal(0, limiter.Dwell[1]);
        Assert.Equal(150, limiter.Clamped[1]);
        limiter.Follow(command, Frame);
        Assert.Equal(Frame, limiter.Dwell[1], 1e-12);
    }

    [Fact]
    public void Narrower_ranges_of_single_joints_are_kept()
    {
        JointRange[] ranges = JointRange.All(Segments, Limits);
        ranges[0] = ranges[0].And(new JointRange(-0.1, 2));
        CommandLimiter limiter = new(Segments, Limits, ranges);
        Command command = new(Segments);
        command.Bend.AsSpan().Fill(-0.8);
        for (int frame = 0; frame < 50; frame++) limiter.Follow(command, Frame);
        Assert.Equal(-0.1, limiter.Position[0], 1e-9);
        Assert.Equal(-0.8, limiter.Position[1], 1e-9);
        Assert.Throws<InvalidInputException>(() => new JointRange(-1, 0).And(new JointRange(0.5, 1)));
        Assert.Throws<InvalidInputException>(() => new CommandLimiter(Segments, Limits, ranges[1..]));
    }

    [Fact]
    public void Following_and_holding_allocate_nothing()
    {
        CommandLimiter limiter = new(21, Limits);
        Command command = new(21);
        limiter.Follow(command, Frame);
        limiter.Hold(Frame);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int frame = 0; frame < 100; frame++)
        {
            command.Bend[0] = frame;
            limiter.Follow(command, Frame);
            limiter.Hold(Frame);
            limiter.CopyTo(command);
        }
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static Command Asking(double[] joints)
    {
        Command command = new(Segments);
        joints.AsSpan(0, 2).CopyTo(command.Bend);
        joints.AsSpan(2, 6).CopyTo(command.LegYaw);
        joints.AsSpan(8, 6).CopyTo(command.LegLift);
        return command;
    }
}

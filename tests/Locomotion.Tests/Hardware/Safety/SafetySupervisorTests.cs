using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Safety;

namespace Locomotion.Tests.Hardware.Safety;

public class SafetySupervisorTests
{
    private static SafetyObservations AllWell => SafetyScene.AllWell;

    [Theory]
    [InlineData(ArmingChecks.Calibration), InlineData(ArmingChecks.ChipIds), InlineData(ArmingChecks.Voltage), InlineData(ArmingChecks.FreshSenses)]
    [InlineData(ArmingChecks.LoopJitter), InlineData(ArmingChecks.NoAlert)]
    public void Each_check_of_the_list_refuses_arming_by_its_name(ArmingChecks missing)
    {
        SafetyScene scene = new SafetyScene(new()).Into(SafetyState.Disarmed);
        SafetyObservations seen = AllWell with { Checks = ArmingChecks.AllOfPlant & ~missing };
        Assert.Equal(missing, scene.Step(seen with { Requests = OperatorRequests.Arm }).Refused);
        Assert.Equal(SafetyState.Disarmed, scene.For(10, AllWell).State);
    }

    [Fact]
    public void A_check_that_fails_during_the_delay_ends_it()
    {
        SafetyScene scene = new SafetyScene(new()).Into(SafetyState.Disarmed);
        scene.Ask(OperatorRequests.Arm);
        Assert.InRange(scene.For(1, AllWell).ArmingIn, 0.9, 1.1);
        Assert.Equal(ArmingChecks.EmergencyStopOut | ArmingChecks.NoTrigger, scene.Step(AllWell with { EmergencyStop = true }).Refused);
        Assert.Equal(SafetyState.Disarmed, scene.For(10, AllWell).State);
    }

    [Fact]
    public void A_pause_of_the_program_does_not_use_up_the_delay()
    {
        SafetyScene scene = new SafetyScene(new()).Into(SafetyState.Disarmed);
        scene.Ask(OperatorRequests.Arm);
        Assert.Equal(SafetyState.Disarmed, scene.Step(AllWell with { Time = 30 }).State);
    }

    [Fact]
    public void A_stuck_key_does_not_arm_again()
    {
        SafetyScene scene = new SafetyScene(new()).Into(SafetyState.Disarmed);
        SafetyObservations stuck = AllWell with { Requests = OperatorRequests.Arm };
        Assert.Equal(SafetyState.Engaging, scene.For(2.1, stuck).State);
        scene.Step(AllWell with { Requests = OperatorRequests.Arm | OperatorRequests.Disarm });
        Assert.Equal(SafetyState.Disarmed, scene.For(20, stuck).State);
    }

    [Fact]
    public void Joints_engage_one_group_after_the_other_the_least_current_first()
    {
        EngagementPlan plan = new([0.5, 0.2, 0.9, 0.2, 0.1], jointsPerGroup: 2);
        Assert.Equal([1, 0, 2, 1, 0], Enumerable.Range(0, 5).Select(plan.GroupOf));
        SafetyScene scene = new SafetyScene(new(), plan.Groups).Into(SafetyState.Engaging);
        List<string> stages = [];
        while (scene.Orders.State == SafetyState.Engaging)
        {
            SafetyOrders orders = scene.Orders;
            string stage = string.Join(' ', Enumerable.Range(0, 3).Select(group => orders.Engages(group) ? "on" : "off"));
            if (stages.LastOrDefault() != stage) stages.Add(stage);
            scene.Step(AllWell);
        }
        Assert.Equal(["on off off", "on on off", "on on on"], stages);
        Assert.Equal(SafetyState.Armed, scene.Orders.State);
        Assert.True(scene.Orders.Engages(2));
    }

    [Fact]
    public void A_demand_beyond_hold_holds_first()
    {
        SafetyScene scene = new SafetyScene(new()).Into(SafetyState.Running);
        SafetyObservations blind = AllWell with { SensesAge = 6 };
        Assert.Equal(SafetyState.Hold, scene.For(0.9, blind).State);
        Assert.Equal(SafetyState.SafePose, scene.For(0.3, blind).State);
        Assert.Equal(SafetyState.Released, scene.For(9, AllWell).State);
        Assert.Equal(new SafetyReason(SafetyCause.StaleSenses, FailsafeRung.SafePose, 6, scene.Orders.Reason.Frame), scene.Orders.Reason);
    }

    [Fact]
    public void A_demand_that_ends_while_holding_leaves_the_hold()
    {
        SafetyScene scene = new SafetyScene(new()).Into(SafetyState.Running);
        scene.For(0.5, AllWell with { SensesAge = 6 });
        Assert.Equal(SafetyState.Hold, scene.For(20, AllWell).State);
    }

    [Fact]
    public void Where_off_means_hold_the_safe_pose_is_kept()
    {
        SafetyScene scene = new(new() { Off = new() { Meaning = OffMeaning.Hold } });
        scene.Into(SafetyState.SafePose);
        Assert.Equal(SafetyState.SafePose, scene.For(400, AllWell).State);
    }

    [Fact]
    public void A_short_dip_of_the_rail_does_not_count_a_long_one_stays_until_disarmed()
    {
        SafetyScene scene = new SafetyScene(new()).Into(SafetyState.Running);
        scene.For(0.1, AllWell with { RailVoltage = 4 });
        Assert.Equal(1, scene.Step(AllWell).DriveScale);
        scene.For(0.5, AllWell with { RailVoltage = 5.1 });
        Assert.Equal(0.5, scene.For(60, AllWell).DriveScale);
        scene.Ask(OperatorRequests.Disarm);
        scene.For(2, AllWell);
        scene.Ask(OperatorRequests.Arm);
        scene.Until(SafetyState.Armed);
        Assert.Equal(1, scene.Ask(OperatorRequests.Run).DriveScale);
    }

    [Fact]
    public void A_voltage_about_a_threshold_does_not_chatter()
    {
        SafetyScene scene = new SafetyScene(new()).Into(SafetyState.Disarmed);
        scene.For(1, AllWell with { RailVoltage = 5.39 });
        scene.For(5, AllWell with { RailVoltage = 5.5 });       // above the threshold, within the hysteresis
        Assert.Equal(ArmingChecks.NoTrigger, scene.Step(AllWell with { RailVoltage = 5.5, Requests = OperatorRequests.Arm }).Refused);
        scene.For(2, AllWell with { RailVoltage = 5.7 });
        Assert.Equal(ArmingChecks.None, scene.Step(AllWell with { RailVoltage = 5.7, Requests = OperatorRequests.Arm }).Refused);
    }

    [Fact]
    public void A_frozen_drive_moves_again_when_its_cause_has_been_gone_for_a_while()
    {
        SafetyScene scene = new SafetyScene(new()).Into(SafetyState.Running);
        Assert.Equal(0, scene.For(0.1, AllWell with { DriveAge = 1 }).DriveScale);
        Assert.Equal(0, scene.For(0.9, AllWell).DriveScale);
        Assert.Equal(1, scene.For(0.2, AllWell).DriveScale);
    }

    [Fact]
    public void A_fault_is_left_by_a_reset_once_its_cause_is_gone()
    {
        SafetyScene scene = new SafetyScene(new()).Into(SafetyState.Running);
        SafetyObservations pressed = AllWell with { EmergencyStop = true, RailVoltage = 0 }, cut = AllWell with { RailVoltage = 0 };
        scene.For(1, pressed);
        Assert.Equal(SafetyState.Fault, scene.Step(pressed with { Requests = OperatorRequests.Reset }).State);
        Assert.Equal(SafetyState.Fault, scene.Step(cut with { Requests = OperatorRequests.Disarm }).State);
        scene.For(2, cut);
        Assert.Equal(SafetyState.Disarmed, scene.Step(cut with { Requests = OperatorRequests.Reset }).State);
        Assert.True(scene.Step(cut).RailOn);
        Assert.Equal(SafetyState.Unpowered, scene.Orders.State);
        Assert.Equal(SafetyState.Disarmed, scene.Step(AllWell).State);
    }

    [Fact]
    public void Standing_still_for_long_ends_in_release()
    {
        SafetyScene scene = new SafetyScene(new()).Into(SafetyState.Running);
        Assert.Equal(SafetyState.Running, scene.For(299, AllWell with { DriveIdle = true }).State);
        Assert.Equal(SafetyState.Released, scene.For(10, AllWell with { DriveIdle = true }).State);
        Assert.Equal(SafetyCause.Idle, scene.Orders.Reason.Cause);
    }

    [Fact]
    public void Thresholds_in_the_wrong_order_are_refused()
    {
        InvalidInputException error = Assert.Throws<InvalidInputException>(() => new SafetySupervisor(new() { Senses = new() { Hold = 0.05 } }, 1));
        Assert.Contains("senses.hold", error.Message, StringComparison.Ordinal);
        Assert.Contains("0.05", error.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidInputException>(() => new SensesSettings { Hold = double.NaN });
    }

    [Fact]
    public void A_frame_allocates_nothing()
    {
        SafetyScene scene = new SafetyScene(new()).Into(SafetyState.Running);
        scene.For(10, AllWell);
        long before = GC.GetAllocatedBytesForCurrentThread();
        scene.For(100, AllWell with { SensesAge = 0.2 });
        scene.For(100, AllWell with { SensesAge = 6, RailVoltage = 4 });
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }
}

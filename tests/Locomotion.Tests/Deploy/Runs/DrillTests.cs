using Locomotion.Hardware.Models;
using Locomotion.Hardware.Safety;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Deploy.Runs;

/// <summary>Things that go wrong while it walks, and the safe end that each must have, seen at the outputs of the servo boards.</summary>
public class DrillTests
{
    private const long Second = 1_000_000_000;

    /// <summary>Killed or stopped, the program beats no more: the monostable lets output enable go high within its 100 ms.</summary>
    [Theory, InlineData("kill -9"), InlineData("SIGSTOP")]
    public void A_program_that_stands_still_loses_its_servos_and_does_not_get_them_back_by_itself(string what)
    {
        using RobotBench bench = new("fast-walk:20");
        double[]? after = null;
        bench.At(2, at =>
        {
            Assert.Contains(at.Pulses(), pulse => pulse > 0);
            at.Machine.Pass(130_000_000);
            after = at.Pulses();
            if (what == "kill -9") at.Run.End();       // nothing of it runs after; the rest of this test is about SIGSTOP
            at.Machine.Pass(2 * Second);
        }).Go();
        Assert.All(after!, pulse => Assert.Equal(0, pulse));
        Assert.All(bench.Pulses(), pulse => Assert.Equal(0, pulse));
        Assert.Equal(SafetyState.Fault, bench.Orders.State);
        Assert.Equal(SafetyCause.MissedDeadlines, bench.Orders.Reason.Cause);
        Assert.Empty(bench.Machine.Violations);
    }

    [Fact]
    public void SIGTERM_ends_in_the_safe_pose_and_then_without_pulses()
    {
        using RobotBench bench = new("fast-walk:20");
        bool posed = false;
        bench.At(2, at => at.Run.End()).At(8, at => posed = at.Orders.State == SafetyState.SafePose && at.Pulses().All(pulse => pulse > 0)).Go();
        Assert.True(posed);
        Assert.Equal(SafetyState.Released, bench.Orders.State);
        Assert.All(bench.Pulses(), pulse => Assert.Equal(0, pulse));
        Assert.InRange(bench.Time - bench.RunningSince, 9, 20);
    }

    [Fact]
    public void SIGTERM_waits_for_a_safe_pose_that_takes_long()
    {
        using RobotBench bench = new("fast-walk:1", safety: ", \"off.safe-pose-time\": 30");
        bench.Go();
        Assert.Equal(SafetyState.Released, bench.Orders.State);
        Assert.InRange(bench.Time - bench.RunningSince, 30, 40);
    }

    [Fact]
    public void SIGTERM_ends_at_once_where_a_stop_holds_for_ever()
    {
        using RobotBench bench = new("fast-walk:1", safety: ", \"off.meaning\": \"hold\"");
        bench.Go();
        Assert.Equal(SafetyState.Hold, bench.Orders.State);
        Assert.InRange(bench.Time - bench.RunningSince, 1, 1.5);
        Assert.All(bench.Pulses(), pulse => Assert.Equal(0, pulse));
    }

    [Theory, InlineData("unplugged"), InlineData("SDA held"), InlineData("SDA shorted")]
    public void A_dead_bus_ends_without_pulses_though_nobody_can_be_told(string what)
    {
        using RobotBench bench = new("fast-walk:20", segments: 4);
        bench.At(2, at =>
        {
            foreach (BusFaults faults in at.Faults)
            {
                faults.Unplugged = what == "unplugged";
                faults.SdaHeld = what == "SDA held";
                faults.SdaShorted = what == "SDA shorted";
            }
        }).At(4, at => Assert.All(at.Pulses(), pulse => Assert.Equal(0, pulse))).Go();
        Assert.Equal(SafetyState.Fault, bench.Orders.State);
        Assert.All(bench.Pulses(), pulse => Assert.Equal(0, pulse));
        Assert.Empty(bench.Machine.Violations);
    }

    [Fact]
    public void A_board_that_browns_out_takes_all_servos_with_it()
    {
        using RobotBench bench = new("fast-walk:20", segments: 4);
        bench.At(2, at => at.Machine.Buses[0].Boards[1].BrownOut()).At(2.1, at => Assert.All(at.Pulses(), pulse => Assert.Equal(0, pulse))).Go();
        Assert.Equal(SafetyState.Fault, bench.Orders.State);
        Assert.Empty(bench.Machine.Violations);
    }

    [Fact]
    public void A_reset_sets_a_lost_board_up_again_and_another_leaves_the_fault()
    {
        using RobotBench bench = new("fast-walk:12", segments: 4);
        SafetyState first = default, second = default;
        bench.At(2, at => at.Machine.Buses[0].Boards[1].BrownOut())
            .At(3, at => at.Run.Servos.Ask(OperatorRequests.Reset)).At(3.5, at => first = at.Orders.State)
            .At(4.5, at => at.Run.Servos.Ask(OperatorRequests.Reset)).At(4.6, at => second = at.Orders.State).Go();
        Assert.Equal((SafetyState.Fault, SafetyState.Disarmed), (first, second));
        Assert.True(bench.Run.Servos.Checks.HasFlag(ArmingChecks.ChipIds));
        Assert.Empty(bench.Machine.Violations);
    }

    [Theory, InlineData("expander"), InlineData("motion"), InlineData("rail")]
    public void A_sensor_that_browns_out_holds_the_robot_and_is_good_again_for_the_next_arming(string chip)
    {
        using RobotBench bench = new("fast-walk:4,disarm:0.5,arm:1.5,run:0.2,fast-walk:1");
        SafetyOrders held = default;
        bool again = false;
        bench.At(2, at => ((ChipModel)(chip == "expander" ? at.Machine.Buses[0].Expanders[0] : chip == "motion" ? at.Machine.Buses[0].Motion! : at.Machine.Buses[0].Rail!)).BrownOut())
            .At(2.5, at => held = at.Orders).At(6.8, at => again = at.Orders.State == SafetyState.Running).Go();
        Assert.Equal((SafetyState.Hold, SafetyCause.SensorLost), (held.State, held.Reason.Cause));
        Assert.True(again);
        Assert.DoesNotContain(bench.Machine.Violations, violation => violation.Kind == ViolationKind.PulseOutOfRange);
    }

    /// <summary>18 A and −12 A on a monitor for 15 A: a register that wraps says −12 A, and a shunt in reverse does too.</summary>
    [Theory, InlineData(18, true), InlineData(18, false), InlineData(-12, false)]
    public void Too_much_current_releases_however_the_monitor_puts_it(double amperes, bool wraps)
    {
        using RobotBench bench = new("fast-walk:6");
        SafetyOrders reached = default;
        bench.At(2, at =>
        {
            at.Machine.Buses[0].Rail!.Wraps = wraps;
            at.Machine.World.Stepped = () => at.Machine.Buses[0].Rail!.RailAmperes = amperes;
        }).At(2.5, at => reached = at.Orders).Go();
        Assert.Equal((SafetyState.Released, SafetyCause.OverCurrent), (reached.State, reached.Reason.Cause));
    }

    /// <summary>
    /// A load cell that lies in every reading, or a contact or a rail monitor that stands still, only disturbs the rhythm: limits stand behind it.
    /// The robot goes on, within them.
    /// </summary>
    [Theory]
    [InlineData(0x48, SensorFault.Frozen), InlineData(0x48, SensorFault.Garbage), InlineData(0x48, SensorFault.BitErrors)]
    [InlineData(0x20, SensorFault.Frozen), InlineData(0x41, SensorFault.Frozen)]
    public void A_sensor_that_lies_moves_no_servo_beyond_its_limits(int address, SensorFault fault)
    {
        using RobotBench bench = new("fast-walk:6", segments: 4);
        bool ran = false;
        bench.At(2, at => at.Machine.Buses[0].Bus.Faults.SetSensor(address, fault)).At(5.9, at => ran = at.Orders.State == SafetyState.Running).Go();
        Assert.True(ran);
        Assert.Empty(bench.Machine.Violations);
        Assert.Equal(SafetyState.Released, bench.Orders.State);
    }

    /// <summary>Its settings read back as nonsense too.</summary>
    [Theory, InlineData(0x20), InlineData(0x41)]
    public void A_contact_or_rail_monitor_that_talks_nonsense_stops_the_robot(int address)
    {
        using RobotBench bench = new("fast-walk:6", segments: 4);
        SafetyOrders reached = default;
        bench.At(2, at => at.Machine.Buses[0].Bus.Faults.SetSensor(address, SensorFault.Garbage)).At(2.3, at => reached = at.Orders).Go();
        Assert.NotEqual(SafetyState.Running, reached.State);
        Assert.Contains(reached.Reason.Cause, new[] { SafetyCause.SensorLost, SafetyCause.OverCurrent, SafetyCause.LowVoltage });
        Assert.Empty(bench.Machine.Violations);
    }

    [Fact]
    public void A_motion_sensor_that_talks_nonsense_stops_the_robot()
    {
        using RobotBench bench = new("fast-walk:20");
        bench.At(2, at => at.Machine.Buses[0].Bus.Faults.SetSensor(0x68, SensorFault.Garbage)).Go();
        Assert.Equal(SafetyCause.Attitude, bench.Orders.Reason.Cause);
        Assert.Empty(bench.Machine.Violations);
    }

    [Fact]
    public void A_rail_that_sags_slows_the_robot_then_sits_it_down_then_lets_it_go()
    {
        using RobotBench bench = new("fast-walk:30");
        double slowed = 1;
        SafetyState sat = SafetyState.Running;
        bench.At(2, at => at.Machine.World.SupplyVolts = 5.15).At(3, at => slowed = at.Orders.DriveScale)
            .At(4, at => at.Machine.World.SupplyVolts = 4.9).At(6, at => sat = at.Orders.State)
            .At(7, at => at.Machine.World.SupplyVolts = 4.3).At(9, at => Assert.All(at.Pulses(), pulse => Assert.Equal(0, pulse))).Go();
        Assert.InRange(slowed, 0.1, 0.9);
        Assert.Equal(SafetyState.SafePose, sat);
        Assert.Equal(SafetyCause.LowVoltage, bench.Orders.Reason.Cause);
    }

    [Fact]
    public void Senses_that_come_late_stop_the_robot()
    {
        using RobotBench bench = new("fast-walk:20");
        bench.At(2, at => at.Machine.Buses[0].Expanders[0].IsDead = true).Go();
        Assert.Contains(bench.Orders.Reason.Cause, new[] { SafetyCause.StaleSenses, SafetyCause.BusErrors });
        Assert.NotEqual(SafetyState.Running, bench.Orders.State);
    }

    [Fact]
    public void A_number_that_is_none_ends_the_run_without_pulses()
    {
        using RobotBench bench = new("fast-walk:20");
        bench.At(2, at => at.Run.Controller.Command.Bend[0] = double.NaN).Go();
        Assert.Contains("number that is none", bench.Run.Fault, StringComparison.Ordinal);
        Assert.Equal(SafetyState.Fault, bench.Orders.State);
        Assert.All(bench.Pulses(), pulse => Assert.Equal(0, pulse));
        Assert.Empty(bench.Machine.Violations);
    }

    [Fact]
    public void The_emergency_stop_ends_all_pulses_by_its_own_contact_and_the_program_follows()
    {
        using RobotBench bench = new("fast-walk:20");
        bench.At(2, at =>
        {
            at.Machine.Wiring.StopPressed = true;
            Assert.All(at.Pulses(), pulse => Assert.Equal(0, pulse));
        }).At(2.1, at => Assert.Equal(SafetyState.Fault, at.Orders.State))
          .At(2.2, at => at.Machine.Wiring.StopPressed = false).At(6, at => Assert.All(at.Pulses(), pulse => Assert.Equal(0, pulse))).Go();
        Assert.Equal(SafetyCause.EmergencyStop, bench.Orders.Reason.Cause);
    }

    /// <summary>Beats that are slept through whole are missed in a row: three hold, twenty are a fault.</summary>
    [Theory, InlineData(85, SafetyState.Hold), InlineData(600, SafetyState.Fault)]
    public void Missed_deadlines_hold_and_then_are_a_fault(int milliseconds, SafetyState end)
    {
        using RobotBench bench = new("fast-walk:6");
        SafetyOrders reached = default;
        bench.At(2, at => at.Machine.Pass(milliseconds * 1_000_000L)).At(4, at => reached = at.Orders).Go();
        Assert.Equal((end, SafetyCause.MissedDeadlines), (reached.State, reached.Reason.Cause));
        Assert.Empty(bench.Machine.Violations);
    }

    [Fact]
    public void With_three_transactions_in_ten_failing_no_pulse_is_wrong()
    {
        using RobotBench bench = new("fast-walk:20", segments: 4);
        bench.At(2, at =>
        {
            foreach (BusFaults faults in at.Faults)
            {
                faults.AddressNackProbability = 0.15;
                faults.DataNackProbability = 0.15;
            }
        }).Go();
        Assert.True(bench.Run.Servos.Lines.Sum(line => line.Links.Sum(link => link.Failures)) > 100);
        Assert.DoesNotContain(bench.Machine.Violations, violation => violation.Kind == ViolationKind.PulseOutOfRange);
        Assert.All(bench.Pulses(), pulse => Assert.Equal(0, pulse));
    }

    [Fact]
    public async Task A_full_disk_stops_the_recording_and_not_the_robot_which_is_not_armed_again()
    {
        string path = Path.Combine(Scratch.Folder().FullName, "run.mcap");
        using ManualResetEventSlim enough = new();
        Task reader = FillingDisk.ReadALittle(path, enough);
        using RobotBench bench = new("fast-walk:3,disarm:0.5,arm:1", record: path);
        bool ran = false;
        bench.At(0.1, _ => enough.Set()).At(2.9, at => ran = at.Orders.State == SafetyState.Running).Go();
        await reader;
        Assert.True(ran);
        Assert.NotNull(bench.Run.Failure);
        Assert.Equal((SafetyState.Disarmed, ArmingChecks.NoAlert), (bench.Orders.State, bench.Orders.Refused));
    }
}

using CsCheck;
using Locomotion.Controller.Parameters;
using Locomotion.Deploy.Calibration;
using Locomotion.Deploy.Commands;
using Locomotion.Deploy.Machine;
using Locomotion.Hardware.Robots;
using Locomotion.Hardware.Servos;
using Locomotion.Tests.EndToEnd;
using Locomotion.Tests.Hardware.Robots;

namespace Locomotion.Tests.Deploy.Setup;

public class CalibrateTests
{
    private const string Good = "g|1200|p -0.5|1800|p 0.5|1250|l|1750|h|s";

    [Fact]
    public void Two_points_and_limits_make_a_calibration_that_is_saved_at_once()
    {
        using Tool tool = new("one-segment");
        Assert.Equal(1, tool.Run(Good + "|q"));
        CalibrationSet saved = CalibrationFile.Read(tool.Robot, tool.CalibrationPath);
        ServoCalibration bend = saved[0]!;
        Assert.Equal((-0.5, 1200), (bend.Low.Place, bend.Low.Microseconds));
        Assert.Equal((0.5, 1800), (bend.High.Place, bend.High.Microseconds));
        Assert.Equal(-0.417, bend.Soft.Min, 1e-9);      // 1250 µs on the line of 600 µs a radian
        Assert.Equal(0.417, bend.Soft.Max, 1e-9);
        Assert.Equal(4, saved.Missing.Count);
        tool.AssertSafe();
    }

    [Fact]
    public void A_session_goes_on_where_the_last_one_ended_and_ends_when_all_is_done()
    {
        using Tool tool = new("one-segment");
        tool.Run(Good + "|q");
        Assert.Equal(0, tool.Run(string.Join('|', Enumerable.Repeat(Good, 4))));
        Assert.Empty(CalibrationFile.Read(tool.Robot, tool.CalibrationPath).Missing);
        Assert.DoesNotContain("bend-0 (", tool.LastText, StringComparison.Ordinal);
        Assert.Equal(0, tool.Run(""));
        Assert.Contains("Every servo is calibrated", tool.LastText, StringComparison.Ordinal);
        tool.AssertSafe();
    }

    [Fact]
    public void One_joint_can_be_done_again_and_keeps_what_is_not_changed()
    {
        using Tool tool = new("one-segment");
        tool.Run(Good + "|q");
        tool.Run("trim 12|s", "bend-0");
        ServoCalibration bend = CalibrationFile.Read(tool.Robot, tool.CalibrationPath)[0]!;
        Assert.Equal((1200, 1800, 12), (bend.Low.Microseconds, bend.High.Microseconds, bend.TrimMicroseconds));
    }

    [Theory]
    [InlineData("g|900", "is beyond its range")]
    [InlineData("g|2001", "is beyond its range")]
    [InlineData("g 999", "is beyond its range")]
    [InlineData("1500", "it gets no pulses")]
    [InlineData("p 0", "gets no pulses")]
    [InlineData("g|p", "is not a number")]
    [InlineData("g|p NaN", "is not a number")]
    [InlineData("g|p 0|s", "1 of 2 points are not enough")]
    [InlineData("g|p 0|1510|p 1|s", "are less than 50 µs apart")]
    [InlineData("g|p 0|1600|p 0.1|s", "are less than 0.2 apart")]
    [InlineData("g|1200|p -0.5|1800|p 0.5|at 2", "is beyond its range")]
    [InlineData("g|1200|p -0.5|1800|p 0.5|trim 300|s", "lies outside [-200, 200] µs")]
    [InlineData("g|1200|p -0.5|1800|p 0.5|l|h|s", "leave the joint no way to go")]
    [InlineData("jump", "'jump' is not known")]
    public void What_cannot_be_is_refused_and_nothing_is_saved(string commands, string refusal)
    {
        using Tool tool = new("one-segment");
        Assert.Equal(1, tool.Run(commands));
        Assert.Contains(refusal, tool.LastText, StringComparison.Ordinal);
        Assert.False(File.Exists(tool.CalibrationPath));
        tool.AssertSafe();
    }

    [Fact]
    public void Whatever_is_typed_no_pulse_leaves_the_range_and_one_servo_moves_at_a_time() =>
        Gen.OneOf("g", "g 1000", "g 2000", "g 5000", "+", "-", "++", "--", "1000", "2000", "0", "-1500", "1e9", "1999.9", "p -0.5", "p 0.5", "p 1", "at 0", "at 9", "l", "h",
            "trim 150", "trim -1000", "clear", "off", "s", "n", "x", "").Array[1, 40].Sample(commands =>
        {
            using Tool tool = new("one-segment");
            tool.Run(string.Join('|', commands));
            tool.AssertSafe();
        }, iter: 200, threads: 1);

    [Fact]
    public void A_servo_moves_no_faster_than_engaging_allows()
    {
        using Tool tool = new("one-segment");
        tool.Run("g 1000|2000|off|q");
        // 0.2 rad/s of a servo that turns 270° for 2000 µs; a count is 4.9 µs
        Assert.InRange(tool.LargestChange, 1, 0.2 * 424 * 0.02 + 4.9);
        Assert.InRange(tool.LongestPulse, 1995, 2005);
    }

    [Fact]
    public void The_emergency_stop_ends_the_pulses()
    {
        using Tool tool = new("one-segment");
        double after = -1;
        tool.Run("g|1900|!|g|q", surprise: () => tool.Machine.Wiring.StopPressed = true, atEnd: () => after = tool.Machine.Pulse(0));
        Assert.Contains("released: the emergency stop was pressed", tool.LastText, StringComparison.Ordinal);
        Assert.Contains("no pulses: the emergency stop is pressed", tool.LastText, StringComparison.Ordinal);
        Assert.InRange(tool.LongestPulse, 1400, 1600);
        Assert.Equal(0, after);
    }

    [Fact]
    public void A_blocked_servo_is_released()
    {
        using Tool tool = new("six-segments");
        tool.Run("g|1900|!|q", surprise: () => tool.Machine.Buses[0].Rail!.RailAmperes = 4);
        Assert.Contains("released: the rail draws 4 A", tool.LastText, StringComparison.Ordinal);
        Assert.InRange(tool.LongestPulse, 1400, 1600);
    }

    [Fact]
    public void A_board_that_browns_out_is_noticed()
    {
        using Tool tool = new("one-segment");
        tool.Run("g|1900|!|q", surprise: () => tool.Machine.Buses[0].Boards[0].BrownOut());
        Assert.Contains("released: the board lost its settings", tool.LastText, StringComparison.Ordinal);
    }

    [Fact]
    public void A_tool_that_is_stopped_releases()
    {
        using Tool tool = new("one-segment");
        using CancellationTokenSource stopped = new();
        tool.Run("g|1900|!|1000", surprise: stopped.Cancel, stopping: stopped);
        Assert.Equal(0, tool.Machine.Pulse(0));
        Assert.True(tool.Machine.Wiring.OutputEnableHigh);
        Assert.InRange(tool.LongestPulse, 1400, 1600);
    }

    [Fact]
    public void A_tool_that_is_killed_leaves_the_outputs_off_by_the_watchdog()
    {
        using Tool tool = new("one-segment");
        ServoJog jog = new(tool.Robot, tool.Machine);     // and never disposed of
        jog.Select(tool.Robot.Servos[0]);
        Assert.True(jog.TryEngage(1500));
        for (int frame = 0; frame < 20; frame++)
        {
            jog.Frame();
            Assert.InRange(tool.Machine.Pulse(0), 1495, 1505);
        }
        Assert.False(tool.Machine.Wiring.OutputEnableHigh);
        tool.Machine.Clock.Wait(150_000_000);
        Assert.True(tool.Machine.Wiring.OutputEnableHigh);
        Assert.Equal(0, tool.Machine.Pulse(0));
    }

    [Fact]
    public void Another_wiring_is_told_and_needs_a_new_calibration()
    {
        using Tool tool = new("one-segment");
        tool.Run(Good + "|q");
        string other = File.ReadAllText(tool.File).Replace("\"yaw-0-left\", \"yaw-0-right\"", "\"yaw-0-right\", \"yaw-0-left\"", StringComparison.Ordinal);
        File.WriteAllText(tool.File, other);
        Robot rewired = RobotReader.Read(tool.File);
        Assert.Contains("is not the hash", Assert.Throws<InvalidInputException>(() => CalibrationFile.Read(rewired, tool.CalibrationPath)).Message, StringComparison.Ordinal);
        Assert.Equal(1, tool.Run("q", anew: true));
    }

    /// <summary>The tool on models of a robot's chips, every pulse watched.</summary>
    private sealed class Tool : IDisposable
    {
        private readonly double[] last;
        private bool two;

        public Tool(string example)
        {
            File = Path.Combine(Scratch.Folder().FullName, "robot.jsonc");
            System.IO.File.Copy(ExampleRobots.File(example), File);
            Robot = RobotReader.Read(File);
            last = new double[Robot.Joints.Count];
            Machine = new DeskMachine(Robot) { Passed = Watch };
        }

        public string File { get; }

        public Robot Robot { get; }

        public DeskMachine Machine { get; }

        public string CalibrationPath => CalibrationFile.PathFor(File);

        public string LastText { get; private set; } = "";

        public double LargestChange { get; private set; }

        public double LongestPulse { get; private set; }

        public double ShortestPulse { get; private set; } = double.PositiveInfinity;

        public int Run(string commands, string? joint = null, Action? surprise = null, Action? atEnd = null, bool anew = false, CancellationTokenSource? stopping = null)
        {
            using StringWriter text = new();
            int code = CalibrateCommand.Calibrate(Robot, File, Machine, new ScriptInput(commands, surprise), text, joint, anew, stopping?.Token ?? TestContext.Current.CancellationToken);
            atEnd?.Invoke();
            LastText = text.ToString();
            return code;
        }

        public void AssertSafe()
        {
            Assert.Empty(Machine.Violations);
            Assert.False(two, "two servos had pulses at once");
            Assert.True(LongestPulse <= 2003, $"{LongestPulse} µs");
            Assert.True(ShortestPulse >= 997, $"{ShortestPulse} µs");
            Assert.All(Robot.Servos, servo => Assert.Equal(0, Machine.Pulse(servo.Joint)));
            Assert.True(Machine.Wiring.OutputEnableHigh);
        }

        public void Dispose() => Machine.Dispose();

        private void Watch()
        {
            int on = 0;
            foreach (ServoPlace servo in Robot.Servos)
            {
                double pulse = Machine.Pulse(servo.Joint);
                if (pulse > 0)
                {
                    on++;
                    LongestPulse = Math.Max(LongestPulse, pulse);
                    ShortestPulse = Math.Min(ShortestPulse, pulse);
                    if (last[servo.Joint] > 0) LargestChange = Math.Max(LargestChange, Math.Abs(pulse - last[servo.Joint]));
                }
                last[servo.Joint] = pulse;
            }
            two |= on > 1;
        }
    }
}

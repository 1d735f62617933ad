using Locomotion.Controller.Parameters;
using Locomotion.Deploy.Commands;
using Locomotion.Deploy.Machine;
using Locomotion.Hardware.Robots;
using Locomotion.Tests.Deploy.Runs;
using Locomotion.Tests.EndToEnd;
using Locomotion.Tests.Hardware.Robots;

namespace Locomotion.Tests.Deploy.Setup;

public class CheckTests
{
    [Theory, MemberData(nameof(RobotReaderTests.Examples), MemberType = typeof(RobotReaderTests))]
    public void Examples_are_fit_on_paper_and_on_models_of_their_chips(string name)
    {
        using DeskMachine machine = new(ExampleRobots.Read(name));
        Assert.Equal(0, Check(name, null, out _));
        Assert.Equal(0, Check(name, machine, out string text));
        Assert.Contains("PCA9685 at 0x60 on bus 1", text, StringComparison.Ordinal);
        Assert.Empty(machine.Violations);
        Assert.Null(machine.Pins.LastRise(ExampleRobots.Read(name).Pins.Heartbeat));
    }

    [Fact]
    public void Outputs_are_never_enabled()
    {
        Robot robot = ExampleRobots.Read("ten-segments");
        bool low = false;
        using DeskMachine machine = new(robot);
        machine.Passed = () => low |= machine.Pins.DrivesLow(robot.Pins.Enable);
        Check("ten-segments", machine, out _);
        Assert.False(low);
    }

    public static TheoryData<string, string> Faults => new()
    {
        { "stop", "open: pressed" },
        { "unplugged", "does not answer" },
        { "flat", "below voltage.warn" },
        { "tilted", "it must feel 9.8" },
    };

    [Theory, MemberData(nameof(Faults))]
    public void A_fault_is_found(string fault, string words)
    {
        using DeskMachine machine = new(ExampleRobots.Read("six-segments"));
        switch (fault)
        {
            case "stop": machine.Wiring.StopPressed = true; break;
            case "unplugged": machine.Buses[0].Bus.Faults.Unplugged = true; break;
            case "flat": machine.Buses[0].Rail!.RailVolts = 5.1; break;
            default: machine.Buses[0].Motion!.Motion = new(0, 0, 2, 0, 0, 0, 25); break;
        }
        Assert.Equal(1, Check("six-segments", machine, out string text));
        Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_watch_without_its_chip_is_bad()
    {
        string text = ExampleRobots.Text("one-segment").Replace("\"voltage.watch\": false", "\"voltage.watch\": true", StringComparison.Ordinal);
        string file = Path.Combine(Scratch.Folder().FullName, "robot.jsonc");
        File.WriteAllText(file, text);
        using StringWriter output = new();
        Assert.Equal(1, CheckCommand.Check(file, null, output));
        Assert.Contains("on, but no rail monitor is wired", output.ToString(), StringComparison.Ordinal);
    }

    [Theory, InlineData("1.2", true), InlineData("0.9", false)]
    public void A_safe_pose_beyond_a_joints_range_is_noted(string bend, bool noted)
    {
        string file = Path.Combine(Scratch.Folder().FullName, "robot.jsonc");
        File.WriteAllText(file, RobotBench.File(3, $", \"safe_pose\": {{ \"bend-1\": {bend} }}"));
        using StringWriter output = new();
        Assert.Equal(0, CheckCommand.Check(file, null, output));
        Assert.Equal(noted, output.ToString().Contains("beyond its range: bend-1 1.2 of [-1, 1]", StringComparison.Ordinal));
    }

    [Fact]
    public void An_unknown_bus_is_refused() =>
        Assert.Throws<InvalidInputException>(() => CheckCommand.Check(ExampleRobots.File("six-segments"), "imaginary", TextWriter.Null));

    private static int Check(string name, DeskMachine? machine, out string text)
    {
        using StringWriter output = new();
        int code = CheckCommand.Check(ExampleRobots.Read(name), ExampleRobots.File(name), machine, output);
        text = output.ToString();
        return code;
    }
}

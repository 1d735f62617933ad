using System.Device.Gpio;
using Locomotion.Controller.Limits;
using Locomotion.Controller.Parameters;
using Locomotion.Deploy.Running;
using Locomotion.Hardware.Models;
using Locomotion.Hardware.Pins;
using Locomotion.Hardware.Plant;
using Locomotion.Hardware.Robots;
using Locomotion.Hardware.Servos;
using Locomotion.Hardware.Timing;
using Locomotion.Tests.Deploy.Runs;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Hardware;

public class HeaderPinsTests
{
    private readonly string devices = Scratch.Folder().FullName;

    /// <summary>A Pi 5 has many chips, and the header's number changes.</summary>
    [Theory, InlineData("pinctrl-rp1"), InlineData("pinctrl-bcm2711"), InlineData("pinctrl-bcm2835")]
    public void The_headers_chip_is_found_by_its_label(string label)
    {
        FakeGpioKernel kernel = new(devices, "gpio-brcmstb@107d508500", label, "gpio-brcmstb@107d517c00");
        using GpioController gpio = HeaderPins.Open(devices, kernel.Open);
        using OutputEnable pins = new(gpio, 17);
        Assert.Equal((1, 17), Assert.Single(kernel.Lent).Key);
    }

    [Fact]
    public void What_is_missing_is_named_with_its_remedy()
    {
        Says("does not exist; run on a Raspberry Pi");
        FakeGpioKernel kernel = new(devices, "gpio-sim");
        Says("'gpio-sim' is none of pinctrl-bcm2835, pinctrl-bcm2711, pinctrl-rp1", kernel.Open);
        Says("gpiochip0 is no GPIO chip; use one of /dev/gpiochip*", path => new LinuxGpioChip(path));
        File.Delete(Path.Combine(devices, "gpiochip0"));
        Directory.CreateDirectory(Path.Combine(devices, "gpiochip0"));
        File.CreateSymbolicLink(Path.Combine(devices, "gpiochip1"), "nowhere");
        Says("gpiochip1 cannot be opened: No such file or directory; be in the group gpio", path => new LinuxGpioChip(path));

        void Says(string what, Func<string, LinuxGpioChip>? open = null) => Assert.Contains(what,
            Assert.Throws<InvalidInputException>(() => HeaderPins.Open(devices, open ?? (_ => throw new NotSupportedException()))).Message, StringComparison.Ordinal);
    }

    /// <summary>The package's own choice would be the registers, on a Pi 3 and 4.</summary>
    [Fact]
    public void No_program_lets_the_package_choose_a_driver()
    {
        foreach (string folder in new[] { "deploy-rpi", "Hardware" })
            foreach (string file in Directory.GetFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories))
                Assert.DoesNotContain("GpioController()", File.ReadAllText(file), StringComparison.Ordinal);
    }

    /// <summary>As with a service that runs: the kernel lends a line only once.</summary>
    [Theory, InlineData(17, "GPIO 17, output enable"), InlineData(27, "GPIO 27, heartbeat"), InlineData(22, "GPIO 22, emergency stop")]
    public void A_plant_names_the_line_that_another_program_has(int busy, string says)
    {
        SimulatedClock clock = new();
        Robot robot = RobotReader.Parse(RobotBench.File(3), "bench.json");
        CommandLimits limits = RobotAnimal.Of(robot).Body.Limits;
        FakeGpioKernel kernel = new(devices, "pinctrl-rp1");
        using GpioController service = HeaderPins.Open(devices, kernel.Open), gpio = HeaderPins.Open(devices, kernel.Open);
        using GpioPin lent = service.OpenPin(busy, PinMode.Input);
        RobotPorts ports = new(_ => throw new NotSupportedException(), gpio, clock, new Metronome(clock, 20_000_000), lines => new OneAfterTheOther(lines));
        InvalidInputException refusal = Assert.Throws<InvalidInputException>(() => new ServoPlant(robot, limits, CalibrationSet.Nominal(robot), ports));
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
        Assert.Contains(": Device or resource busy cannot be taken; stop the robot's service", refusal.Message, StringComparison.Ordinal);
    }
}

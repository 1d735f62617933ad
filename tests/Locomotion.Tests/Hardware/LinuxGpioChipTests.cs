using System.Device.Gpio;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Pins;
using Locomotion.Tests.EndToEnd;
using static Locomotion.Hardware.Pins.LinuxGpioNative;

namespace Locomotion.Tests.Hardware;

/// <summary>The kernel is asked as linux/gpio.h says, and its answers are taken for what they are.</summary>
public sealed class LinuxGpioChipTests : IDisposable
{
    private readonly FakeGpioKernel kernel;
    private readonly GpioController gpio;

    public LinuxGpioChipTests()
    {
        string devices = Scratch.Folder().FullName;
        kernel = new FakeGpioKernel(devices, "pinctrl-rp1");
        gpio = HeaderPins.Open(devices, kernel.Open);
    }

    public void Dispose() => gpio.Dispose();

    /// <summary>Sizes, places and numbers of the interface, as the C compiler sees them in the kernel's own header.</summary>
    [Fact]
    public void Structures_and_numbers_are_those_of_the_kernels_header()
    {
        const string program = """
            #include <stddef.h>
            #include <stdio.h>
            #include <linux/gpio.h>
            int main(void)
            {
                printf("%x %x %x %x ", (unsigned)GPIO_GET_CHIPINFO_IOCTL, (unsigned)GPIO_V2_GET_LINE_IOCTL, (unsigned)GPIO_V2_LINE_GET_VALUES_IOCTL, (unsigned)GPIO_V2_LINE_SET_VALUES_IOCTL);
                printf("%d %d %d %d %d ", GPIO_V2_LINE_FLAG_INPUT, GPIO_V2_LINE_FLAG_OUTPUT, GPIO_V2_LINE_FLAG_BIAS_PULL_UP, GPIO_V2_LINE_FLAG_BIAS_PULL_DOWN, GPIO_V2_LINE_ATTR_ID_OUTPUT_VALUES);
                printf("%zu %zu %zu ", sizeof(struct gpiochip_info), offsetof(struct gpiochip_info, label), offsetof(struct gpiochip_info, lines));
                printf("%zu %zu %zu ", sizeof(struct gpio_v2_line_values), offsetof(struct gpio_v2_line_values, bits), offsetof(struct gpio_v2_line_values, mask));
                printf("%zu %zu %zu %zu %zu ", sizeof(struct gpio_v2_line_request), offsetof(struct gpio_v2_line_request, consumer), offsetof(struct gpio_v2_line_request, config),
                    offsetof(struct gpio_v2_line_request, num_lines), offsetof(struct gpio_v2_line_request, fd));
                printf("%zu %zu %zu %zu %zu", offsetof(struct gpio_v2_line_config, flags), offsetof(struct gpio_v2_line_config, num_attrs), offsetof(struct gpio_v2_line_config, attrs),
                    offsetof(struct gpio_v2_line_config_attribute, attr.values), offsetof(struct gpio_v2_line_config_attribute, mask));
                return 0;
            }
            """;
        string folder = Scratch.Folder().FullName, source = Path.Combine(folder, "gpio.c");
        File.WriteAllText(source, program);
        Outcome outcome = new DeskProgram("bash", "-c", $"cc -o '{folder}/gpio' '{source}' && '{folder}/gpio'").Run();
        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Equal(string.Join(' ',
        [
            $"{ReadChipInfo:x} {GetLine:x} {GetValues:x} {SetValues:x}", $"{Input} {Output} {PullUp} {PullDown} {OutputValues}",
            $"{Unsafe.SizeOf<ChipInfo>()} {Place<ChipInfo>("Label")} {Place<ChipInfo>("Lines")}",
            $"{Unsafe.SizeOf<LineValues>()} {Place<LineValues>("Bits")} {Place<LineValues>("Mask")}",
            $"{Unsafe.SizeOf<LineRequest>()} {Place<LineRequest>("Consumer")} {Place<LineRequest>("Config")} {Place<LineRequest>("Count")} {Place<LineRequest>("File")}",
            $"{Place<LineConfig>("Flags")} {Place<LineConfig>("Count")} {Place<LineConfig>("Attributes")} {Place<LineAttribute>("Values")} {Place<LineAttribute>("Mask")}",
        ]), outcome.Output.Trim());
    }

    [Fact]
    public void An_output_begins_at_its_level_and_follows()
    {
        using OutputEnable pins = new(gpio, 17);
        pins.Allow();
        pins.Forbid();
        Assert.Equal([(17, true), (17, false), (17, true)], kernel.Driven);
        Assert.Equal((Output, "locomotion-robot"), kernel.Lent[(0, 17)]);
    }

    [Fact]
    public void An_input_has_its_pull_and_tells_its_level()
    {
        kernel.High = true;
        using EmergencyStop stop = new(gpio, 22);
        Assert.Equal(Input | PullUp, kernel.Lent[(0, 22)].Flags);
        for (int k = 0; k < 9; k++) stop.Sample();
        Assert.True(stop.IsPressed);
        kernel.High = false;
        for (int k = 0; k < 9; k++) stop.Sample();
        Assert.False(stop.IsPressed);
    }

    [Fact]
    public void A_line_that_is_lent_is_refused_with_its_reason()
    {
        string device = Path.Combine(Scratch.Folder().FullName, "gpiochip0");
        File.WriteAllText(device, "");
        using GpioController service = new(kernel.Open(device));
        using OutputEnable first = new(service, 17);
        Assert.Contains("Device or resource busy", Assert.Throws<InvalidInputException>(() => PinUse.Take("output enable", 17, pin => new OutputEnable(gpio, pin))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Reading_and_writing_allocate_nothing()
    {
        using Heartbeat heartbeat = new(gpio, 27);
        using EmergencyStop stop = new(gpio, 22);
        Frame();
        kernel.Driven.Capacity = 10_000;
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int k = 0; k < 1000; k++) Frame();
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);

        void Frame()
        {
            heartbeat.Beat();
            stop.Sample();
        }
    }

    private static nint Place<T>(string field) => Marshal.OffsetOf<T>(field);
}

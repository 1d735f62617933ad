using System.Device.Gpio;
using System.Runtime.InteropServices;
using System.Text;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Bus;
using static Locomotion.Hardware.Pins.LinuxGpioNative;

namespace Locomotion.Hardware.Pins;

/// <summary>
/// The lines of a GPIO chip of Linux, /dev/gpiochipN, each of which the kernel lends to one program at a time. For one thread; reading and
/// writing allocate nothing. No events: the loop samples.
/// </summary>
/// <remarks>
/// An output has its level from its first moment. When the program ends, however it does, the kernel takes the lines back; what level they keep
/// is the chip's affair. Source: linux/Documentation/userspace-api/gpio/chardev.rst.
/// </remarks>
public sealed unsafe class LinuxGpioChip : GpioDriver
{
    private readonly string path;
    private readonly Asking ask;
    private readonly int[] lines = [];      // [line]: its file; −1 while it is not taken
    private readonly PinMode[] modes = [];  // [line]
    private int chip = -1;                  // its file; −1 when it is closed

    /// <summary>Opens a chip; no line is taken yet.</summary>
    /// <exception cref="InvalidInputException">It cannot be opened, or is no GPIO chip.</exception>
    public LinuxGpioChip(string path) : this(path, LinuxDevice.Control)
    {
    }

    internal LinuxGpioChip(string path, Asking ask)
    {
        (this.path, this.ask) = (path, ask);
        chip = LinuxDevice.Open(path);
        if (chip < 0) throw Refused($"cannot be opened: {Marshal.GetLastPInvokeErrorMessage()}", "be in the group gpio");
        ChipInfo info = default;
        if (ask(chip, ReadChipInfo, (nuint)(&info)) < 0)
        {
            Dispose();
            throw Refused("is no GPIO chip", "use one of /dev/gpiochip*");
        }
        Label = Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(info.Label));
        lines = new int[info.Lines];
        Array.Fill(lines, -1);
        modes = new PinMode[info.Lines];
    }

    /// <summary>Asks the kernel: what ioctl does.</summary>
    internal delegate int Asking(int file, nuint request, nuint argument);

    /// <summary>Which chip it is, by its driver.</summary>
    public string Label { get; }

    /// <inheritdoc/>
    protected override int PinCount => lines.Length;

    /// <summary>Does nothing: a line is taken when it is known for what.</summary>
    protected override void OpenPin(int pinNumber)
    {
    }

    /// <inheritdoc/>
    protected override void ClosePin(int pinNumber)
    {
        if (lines[pinNumber] >= 0) _ = LinuxDevice.Close(lines[pinNumber]);
        lines[pinNumber] = -1;
    }

    /// <inheritdoc/>
    protected override void SetPinMode(int pinNumber, PinMode mode) => SetPinMode(pinNumber, mode, PinValue.Low);

    /// <inheritdoc/>
    /// <exception cref="IOException">Another program has the line, or the chip cannot do that.</exception>
    protected override void SetPinMode(int pinNumber, PinMode mode, PinValue initialValue)
    {
        ClosePin(pinNumber);
        LineRequest request = new() { Count = 1 };
        request.Offsets[0] = (uint)pinNumber;
        "locomotion-robot"u8.CopyTo(new Span<byte>(request.Consumer, NameSize));
        request.Config.Flags = Flags(mode);
        if (mode == PinMode.Output)
        {
            request.Config.Count = 1;
            request.Config.Attributes[0] = new() { Id = OutputValues, Values = Bit(initialValue), Mask = 1 };
        }
        Ask(chip, GetLine, &request, pinNumber);
        (lines[pinNumber], modes[pinNumber]) = (request.File, mode);
    }

    /// <inheritdoc/>
    protected override PinMode GetPinMode(int pinNumber) => modes[pinNumber];

    /// <inheritdoc/>
    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) => mode is PinMode.Input or PinMode.InputPullUp or PinMode.InputPullDown or PinMode.Output;

    /// <inheritdoc/>
    /// <exception cref="IOException">The kernel does not tell: the chip is gone.</exception>
    protected override PinValue Read(int pinNumber)
    {
        LineValues values = new() { Mask = 1 };
        Ask(lines[pinNumber], GetValues, &values, pinNumber);
        return (values.Bits & 1) == 1 ? PinValue.High : PinValue.Low;
    }

    /// <inheritdoc/>
    /// <exception cref="IOException">The kernel does not do it: the chip is gone, or the line is an input.</exception>
    protected override void Write(int pinNumber, PinValue value)
    {
        LineValues values = new() { Bits = Bit(value), Mask = 1 };
        Ask(lines[pinNumber], SetValues, &values, pinNumber);
    }

    /// <inheritdoc/>
    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) => throw NoEvents();

    /// <inheritdoc/>
    protected override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback) => throw NoEvents();

    /// <inheritdoc/>
    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback) => throw NoEvents();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        for (int line = 0; line < lines.Length; line++) ClosePin(line);
        if (chip >= 0) _ = LinuxDevice.Close(chip);
        chip = -1;
        base.Dispose(disposing);
    }

    private void Ask(int file, nuint request, void* argument, int line)
    {
        if (ask(file, request, (nuint)argument) < 0) throw new IOException($"{path}, line {line}: {Marshal.GetLastPInvokeErrorMessage()}");
    }

    private static ulong Bit(PinValue value) => value == PinValue.High ? 1u : 0u;

    private static ulong Flags(PinMode mode) => mode switch
    {
        PinMode.Output => Output,
        PinMode.InputPullUp => Input | PullUp,
        PinMode.InputPullDown => Input | PullDown,
        _ => Input,
    };

    private static NotSupportedException NoEvents() => new("These pins have no events: sample them once a frame.");

    private InvalidInputException Refused(string rule, string remedy) => new("GPIO", path, rule, remedy);
}

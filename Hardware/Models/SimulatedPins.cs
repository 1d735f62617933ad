using System.Device.Gpio;
using Locomotion.Hardware.Clocks;

namespace Locomotion.Hardware.Models;

/// <summary>The Pi's pins for a GpioController, on simulated time: what the program drives, and what the world does to its inputs.</summary>
/// <remarks>Levels of outputs stay when the program dies, as on the Pi; closing a pin makes it an input. No events: the loop samples.</remarks>
public sealed class SimulatedPins(IClock clock) : GpioDriver
{
    private const int Pins = 28;        // BCM 0 to 27
    private readonly PinMode[] modes = new PinMode[Pins];
    private readonly bool[] driven = new bool[Pins];
    private readonly bool?[] world = new bool?[Pins];
    private readonly long[] rises = Never();

    /// <summary>True when <paramref name="pin"/> is an output and low.</summary>
    public bool DrivesLow(int pin) => modes[pin] == PinMode.Output && !driven[pin];

    /// <summary>When the program last made <paramref name="pin"/> rise, ns; null: never.</summary>
    public long? LastRise(int pin) => rises[pin] < 0 ? null : rises[pin];

    /// <summary>Connects an input to a level from outside; null leaves it open.</summary>
    public void Connect(int pin, bool? high) => world[pin] = high;

    /// <summary>The level on the pin: high where true.</summary>
    public bool Level(int pin) => modes[pin] == PinMode.Output ? driven[pin] : world[pin] ?? modes[pin] == PinMode.InputPullUp;

    /// <inheritdoc/>
    protected override int PinCount => Pins;

    /// <inheritdoc/>
    protected override void OpenPin(int pinNumber)
    {
    }

    /// <inheritdoc/>
    protected override void ClosePin(int pinNumber) => modes[pinNumber] = PinMode.Input;

    /// <inheritdoc/>
    protected override void SetPinMode(int pinNumber, PinMode mode) => modes[pinNumber] = mode;

    /// <inheritdoc/>
    protected override void SetPinMode(int pinNumber, PinMode mode, PinValue initialValue)
    {
        driven[pinNumber] = initialValue == PinValue.High;      // the level first, so that the pin does not glitch
        modes[pinNumber] = mode;
    }

    /// <inheritdoc/>
    protected override PinMode GetPinMode(int pinNumber) => modes[pinNumber];

    /// <inheritdoc/>
    protected override bool IsPinModeSupported(int pinNumber, PinMode mode) => true;

    /// <inheritdoc/>
    protected override PinValue Read(int pinNumber) => Level(pinNumber) ? PinValue.High : PinValue.Low;

    /// <inheritdoc/>
    protected override void Write(int pinNumber, PinValue value)
    {
        bool high = value == PinValue.High;
        if (high && !driven[pinNumber]) rises[pinNumber] = clock.Nanoseconds;
        driven[pinNumber] = high;
    }

    /// <inheritdoc/>
    protected override WaitForEventResult WaitForEvent(int pinNumber, PinEventTypes eventTypes, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Simulated pins have no events: sample them once a frame.");

    /// <inheritdoc/>
    protected override void AddCallbackForPinValueChangedEvent(int pinNumber, PinEventTypes eventTypes, PinChangeEventHandler callback) =>
        throw new NotSupportedException("Simulated pins have no events: sample them once a frame.");

    /// <inheritdoc/>
    protected override void RemoveCallbackForPinValueChangedEvent(int pinNumber, PinChangeEventHandler callback) =>
        throw new NotSupportedException("Simulated pins have no events: sample them once a frame.");

    private static long[] Never()
    {
        long[] never = new long[Pins];
        never.AsSpan().Fill(-1);
        return never;
    }
}

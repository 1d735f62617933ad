using System.Device.Gpio;
using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Pins;

/// <summary>
/// The emergency stop's contact: normally closed to ground, with the Pi's pull-up. Pressed, cut or unplugged it reads high, which is
/// "stop". Sampled once a frame.
/// </summary>
public sealed class EmergencyStop : IDisposable
{
    private readonly GpioController gpio;
    private readonly int pin, pressSamples, releaseSamples;
    private int differing;

    /// <summary>
    /// Takes the pin (logical number) as an input with pull-up. Pressed until proved released.
    /// </summary>
    /// <param name="gpio">The controller of the pins.</param>
    /// <param name="pin">Logical number of the pin.</param>
    /// <param name="pressSamples">Open samples in a row that mean "stop", at least 1. 2: one disturbed sample stops nothing.</param>
    /// <param name="releaseSamples">Closed samples in a row that mean "released", at least 1: longer than the contact bounces.</param>
    public EmergencyStop(GpioController gpio, int pin, int pressSamples = 2, int releaseSamples = 5)
    {
        if (pressSamples < 1 || releaseSamples < 1)
            throw new InvalidInputException("Emergency stop", $"{pressSamples} and {releaseSamples} samples", "must both be at least 1", "use 2 and 5");
        this.gpio = gpio;
        this.pin = pin;
        this.pressSamples = pressSamples;
        this.releaseSamples = releaseSamples;
        gpio.OpenPin(pin, PinMode.InputPullUp);
    }

    /// <summary>True from the press until the contact has been closed for long enough.</summary>
    public bool IsPressed { get; private set; } = true;

    /// <summary>Times that it went from released to pressed.</summary>
    public long Presses { get; private set; }

    /// <summary>Takes a sample; returns <see cref="IsPressed"/>.</summary>
    public bool Sample()
    {
        bool open = gpio.Read(pin) == PinValue.High;
        differing = open == IsPressed ? 0 : differing + 1;
        if (differing < (open ? pressSamples : releaseSamples)) return IsPressed;
        differing = 0;
        IsPressed = open;
        if (open) Presses++;
        return IsPressed;
    }

    /// <summary>Gives the pin back.</summary>
    public void Dispose()
    {
        if (gpio.IsPinOpen(pin)) gpio.ClosePin(pin);
    }
}

using System.Device.Gpio;

namespace Locomotion.Hardware.Pins;

/// <summary>
/// The line to all PCA9685's OE: low lets pulses out. A pull-up on the boards keeps it high while the Pi boots, hangs or is unplugged,
/// and the external watchdog may hold it high against this pin; <see cref="IsAllowed"/> is what this program asks, not what the line is.
/// </summary>
/// <remarks>Source: PCA9685 data sheet Rev. 4, 7.4. Reads of an output pin give its own level, so no claim is made about the line.</remarks>
public sealed class OutputEnable : IDisposable
{
    private readonly GpioController gpio;
    private readonly int pin;    // written as a list of one: GpioController's Write of a single pin allocates (4.2.0)

    /// <summary>Takes the pin (logical number) as an output, high: outputs off.</summary>
    public OutputEnable(GpioController gpio, int pin)
    {
        this.gpio = gpio;
        this.pin = pin;
        gpio.OpenPin(pin, PinMode.Output, PinValue.High);
    }

    /// <summary>True after <see cref="Allow"/>, false after <see cref="Forbid"/>.</summary>
    public bool IsAllowed { get; private set; }

    /// <summary>Lets pulses out, as far as the watchdog agrees.</summary>
    public void Allow()
    {
        gpio.Write([new PinValuePair(pin, PinValue.Low)]);
        IsAllowed = true;
    }

    /// <summary>Makes every output low at once: no pulses.</summary>
    public void Forbid()
    {
        gpio.Write([new PinValuePair(pin, PinValue.High)]);
        IsAllowed = false;
    }

    /// <summary>Forbids and gives the pin back.</summary>
    public void Dispose()
    {
        if (!gpio.IsPinOpen(pin)) return;
        Forbid();
        gpio.ClosePin(pin);
    }
}

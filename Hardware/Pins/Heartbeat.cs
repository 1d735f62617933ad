using System.Device.Gpio;

namespace Locomotion.Hardware.Pins;

/// <summary>
/// Beats to the external watchdog, a retriggerable monostable that lets output enable go high when they cease: a program that is
/// killed, stopped or hung leaves its pins as they were, so a level would not do. Call <see cref="Beat"/> only from a frame that
/// went well.
/// </summary>
public sealed class Heartbeat : IDisposable
{
    private readonly GpioController gpio;
    private readonly int pin;    // written as a list of one: GpioController's Write of a single pin allocates (4.2.0)
    private bool level;

    /// <summary>Takes the pin (logical number) as an output, low.</summary>
    public Heartbeat(GpioController gpio, int pin)
    {
        this.gpio = gpio;
        this.pin = pin;
        gpio.OpenPin(pin, PinMode.Output, PinValue.Low);
    }

    /// <summary>Beats so far.</summary>
    public long Beats { get; private set; }

    /// <summary>One edge. The monostable is triggered by rising edges: every other beat.</summary>
    public void Beat()
    {
        level = !level;
        gpio.Write([new PinValuePair(pin, level ? PinValue.High : PinValue.Low)]);
        Beats++;
    }

    /// <summary>Stops beating and gives the pin back.</summary>
    public void Dispose()
    {
        if (gpio.IsPinOpen(pin)) gpio.ClosePin(pin);
    }
}

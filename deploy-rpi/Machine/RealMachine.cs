using System.Device.Gpio;
using System.Device.I2c;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Bus;
using Locomotion.Hardware.Clocks;

namespace Locomotion.Deploy.Machine;

/// <summary>This machine's own buses and pins.</summary>
public sealed class RealMachine : IMachine
{
    /// <summary>Takes its GPIO lines; buses are opened when they are asked for.</summary>
    /// <exception cref="InvalidInputException">It has none that this program may use.</exception>
    public RealMachine()
    {
        try
        {
            Gpio = new GpioController();
        }
        catch (Exception fault) when (fault is PlatformNotSupportedException or NotSupportedException or IOException or UnauthorizedAccessException or DllNotFoundException)
        {
            throw new InvalidInputException("GPIO", fault.Message.TrimEnd('.'), "cannot be used", "run on a Raspberry Pi, as a member of the group gpio; or with --bus simulated");
        }
    }

    /// <inheritdoc/>
    public GpioController Gpio { get; }

    /// <inheritdoc/>
    public IClock Clock => MonotonicClock.Instance;

    /// <inheritdoc/>
    public I2cBus OpenBus(int id) => new LinuxI2cBus(id);

    /// <inheritdoc/>
    public void Dispose() => Gpio.Dispose();
}

using System.Device.Gpio;
using System.Device.I2c;
using Locomotion.Hardware.Bus;
using Locomotion.Hardware.Clocks;
using Locomotion.Hardware.Pins;

namespace Locomotion.Deploy.Machine;

/// <summary>This machine's own buses and pins.</summary>
public sealed class RealMachine : IMachine
{
    /// <summary>Opens its header's GPIO chip; buses are opened when they are asked for.</summary>
    /// <exception cref="Controller.Parameters.InvalidInputException">It has none that this program may use.</exception>
    public RealMachine() => Gpio = HeaderPins.Open();

    /// <inheritdoc/>
    public GpioController Gpio { get; }

    /// <inheritdoc/>
    public IClock Clock => MonotonicClock.Instance;

    /// <inheritdoc/>
    public I2cBus OpenBus(int id) => new LinuxI2cBus(id);

    /// <inheritdoc/>
    public void Dispose() => Gpio.Dispose();
}

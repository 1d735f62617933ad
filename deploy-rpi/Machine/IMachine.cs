using System.Device.Gpio;
using System.Device.I2c;
using Locomotion.Hardware.Clocks;

namespace Locomotion.Deploy.Machine;

/// <summary>The ports of a machine: real ones, or models of what hangs on them.</summary>
public interface IMachine : IDisposable
{
    /// <summary>GPIO lines.</summary>
    GpioController Gpio { get; }

    /// <summary>By which transactions, ramps and pauses are timed.</summary>
    IClock Clock { get; }

    /// <summary>Opens the I2C bus of that number; the caller disposes of it.</summary>
    I2cBus OpenBus(int id);
}

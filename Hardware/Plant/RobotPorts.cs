using System.Device.Gpio;
using System.Device.I2c;
using Locomotion.Hardware.Clocks;
using Locomotion.Hardware.Timing;

namespace Locomotion.Hardware.Plant;

/// <summary>Where a robot's plant meets the world: a machine's ports, or models of them.</summary>
/// <param name="OpenBus">Opens the I2C bus of a number.</param>
/// <param name="Gpio">Its GPIO lines.</param>
/// <param name="Clock">By which transactions are timed.</param>
/// <param name="Metronome">Beats once a servo frame.</param>
/// <param name="Crew">Who serves the buses.</param>
public sealed record RobotPorts(Func<int, I2cBus> OpenBus, GpioController Gpio, IClock Clock, Metronome Metronome, Func<IReadOnlyList<BusLine>, IBusCrew> Crew);

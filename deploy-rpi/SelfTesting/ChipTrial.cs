using System.Device.Gpio;
using Locomotion.Hardware.Bus;
using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Models;
using Locomotion.Hardware.Pins;

namespace Locomotion.Deploy.SelfTesting;

/// <summary>A servo board on a simulated bus gets a pulse, a simulated pin a level.</summary>
internal static class ChipTrial
{
    private const int Address = 0x60, Enable = 17;

    public static string Run()
    {
        SimulatedClock clock = new();
        using SimulatedI2cBus bus = new(1, clock);
        Pca9685Model model = new(Address, clock);
        bus.Attach(model);
        using Pca9685 board = new(bus.CreateDevice(Address), new(), new TickBudget(clock));
        double[] pulses = new double[Pca9685.Channels];
        pulses[3] = 1500;
        if (!board.TryStart() || !board.TryWritePulses(pulses)) throw new InvalidOperationException($"The board is not spoken to: {board.Link.Status}.");

        SimulatedPins pins = new(clock);
        using GpioController gpio = new(pins);
        using OutputEnable enable = new(gpio, Enable);
        bool before = pins.DrivesLow(Enable);
        enable.Allow();
        return $"{model.PulseMicroseconds(3):0} µs, output enable low {before} and {pins.DrivesLow(Enable)}";
    }
}

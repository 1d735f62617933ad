using Locomotion.Hardware.Models;
using Locomotion.Hardware.Robots;

namespace Locomotion.Deploy.Machine;

/// <summary>A simulated bus and the models of the chips on it, in the order of its plan.</summary>
public sealed class BusModels
{
    /// <summary>Models of all chips of <paramref name="plan"/>.</summary>
    /// <param name="plan">What hangs there.</param>
    /// <param name="clock">Time.</param>
    /// <param name="outputEnableHigh">The line to all boards' OE.</param>
    /// <param name="seed">Of its faults.</param>
    public BusModels(BusPlan plan, SimulatedClock clock, Func<bool> outputEnableHigh, ulong seed)
    {
        Plan = plan;
        Bus = new SimulatedI2cBus(plan.Id, clock, plan.Hertz, seed);
        Boards = [.. plan.Boards.Select(board => Board(board, clock, outputEnableHigh))];
        Converters = [.. plan.Converters.Select(converter => new Ads1115Model(converter.Address, clock))];
        Expanders = [.. plan.Expanders.Select(expander => new Mcp23017Model(expander.Address, clock))];
        Motion = plan.Motion is { } motion ? new Mpu6050Model(motion, clock) : null;
        Rail = plan.Rail is { } rail ? new Ina219Model(rail.Address, clock, rail.ShuntOhms) : null;
        foreach (ChipModel chip in Chips) Bus.Attach(chip);
    }

    /// <summary>What hangs there.</summary>
    public BusPlan Plan { get; }

    /// <summary>The wires.</summary>
    public SimulatedI2cBus Bus { get; }

    /// <summary>Servo boards.</summary>
    public IReadOnlyList<Pca9685Model> Boards { get; }

    /// <summary>Converters.</summary>
    public IReadOnlyList<Ads1115Model> Converters { get; }

    /// <summary>Expanders.</summary>
    public IReadOnlyList<Mcp23017Model> Expanders { get; }

    /// <summary>The motion sensor; null without one.</summary>
    public Mpu6050Model? Motion { get; }

    /// <summary>The rail monitor; null without one.</summary>
    public Ina219Model? Rail { get; }

    /// <summary>All of them.</summary>
    public IEnumerable<ChipModel> Chips => [.. Boards, .. Converters, .. Expanders, .. Motion is null ? [] : new ChipModel[] { Motion }, .. Rail is null ? [] : new ChipModel[] { Rail }];

    private static Pca9685Model Board(ServoBoardPlan plan, SimulatedClock clock, Func<bool> outputEnableHigh)
    {
        Pca9685Model board = new(plan.Address, clock, plan.OscillatorHz) { OutputEnableHigh = outputEnableHigh };
        // a pulse is a whole number of counts: its width may be off by half of one
        for (int channel = 0; channel < plan.Joints.Count; channel++) board.Limit(channel, plan.Pulses.MinMicroseconds - 3, plan.Pulses.MaxMicroseconds + 3);
        return board;
    }
}

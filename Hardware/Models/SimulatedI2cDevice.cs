using Locomotion.Hardware.Bus;

namespace Locomotion.Hardware.Models;

/// <summary>A chip's place on a <see cref="SimulatedI2cBus"/>, whether a model sits there or not.</summary>
public sealed class SimulatedI2cDevice : TryI2cDevice
{
    private readonly SimulatedI2cBus bus;
    private readonly int address;

    internal SimulatedI2cDevice(SimulatedI2cBus bus, int id, int address) : base(id, address) => (this.bus, this.address) = (bus, address);

    private protected override BusStatus Transfer(ReadOnlySpan<byte> write, Span<byte> read) => bus.Transfer(address, write, read);
}

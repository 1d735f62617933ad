using System.Device.I2c;
using Locomotion.Hardware.Bus;

namespace Locomotion.Hardware.Models;

/// <summary>A chip's place on a <see cref="SimulatedI2cBus"/>, whether a model sits there or not.</summary>
public sealed class SimulatedI2cDevice : I2cDevice, ITryI2cDevice
{
    private readonly SimulatedI2cBus bus;
    private readonly int address;

    internal SimulatedI2cDevice(SimulatedI2cBus bus, I2cConnectionSettings settings)
    {
        this.bus = bus;
        address = settings.DeviceAddress;
        ConnectionSettings = settings;
    }

    /// <inheritdoc/>
    public override I2cConnectionSettings ConnectionSettings { get; }

    /// <inheritdoc/>
    public BusStatus TryWrite(ReadOnlySpan<byte> bytes) => bus.Transfer(address, bytes, default);

    /// <inheritdoc/>
    public BusStatus TryRead(Span<byte> bytes) => bus.Transfer(address, default, bytes);

    /// <inheritdoc/>
    public BusStatus TryWriteRead(ReadOnlySpan<byte> write, Span<byte> read) => bus.Transfer(address, write, read);

    /// <inheritdoc/>
    public override void Read(Span<byte> buffer) => ThrowUnlessOk(TryRead(buffer));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => ThrowUnlessOk(TryWrite(buffer));

    /// <inheritdoc/>
    public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) => ThrowUnlessOk(TryWriteRead(writeBuffer, readBuffer));

    private void ThrowUnlessOk(BusStatus status)
    {
        if (status != BusStatus.Ok) throw new IOException($"Chip 0x{address:x2} on simulated I2C bus {ConnectionSettings.BusId}: {status}.");
    }
}

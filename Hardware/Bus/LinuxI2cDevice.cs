using System.Device.I2c;

namespace Locomotion.Hardware.Bus;

/// <summary>A chip on a <see cref="LinuxI2cBus"/>: in the loop by status, at set-up by exceptions as any I2cDevice.</summary>
public sealed class LinuxI2cDevice : I2cDevice, ITryI2cDevice
{
    private readonly LinuxI2cBus bus;
    private readonly int address;

    internal LinuxI2cDevice(LinuxI2cBus bus, I2cConnectionSettings settings)
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
        if (status != BusStatus.Ok)
            throw new IOException($"Chip 0x{address:x2} on I2C bus {ConnectionSettings.BusId}: {status} (error {bus.LastError}).");
    }
}

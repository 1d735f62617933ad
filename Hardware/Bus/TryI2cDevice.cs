using System.Device.I2c;

namespace Locomotion.Hardware.Bus;

/// <summary>A chip's place on one of our buses: in the loop by status, at set-up by exceptions as any I2cDevice.</summary>
public abstract class TryI2cDevice : I2cDevice, ITryI2cDevice
{
    private protected TryI2cDevice(int bus, int address) => ConnectionSettings = new I2cConnectionSettings(bus, address);

    /// <inheritdoc/>
    public override I2cConnectionSettings ConnectionSettings { get; }

    /// <summary>What went wrong last, for the message of an exception.</summary>
    private protected virtual string Failure(BusStatus status) => $"{status}";

    /// <inheritdoc/>
    public BusStatus TryWrite(ReadOnlySpan<byte> bytes) => Transfer(bytes, default);

    /// <inheritdoc/>
    public BusStatus TryRead(Span<byte> bytes) => Transfer(default, bytes);

    /// <inheritdoc/>
    public BusStatus TryWriteRead(ReadOnlySpan<byte> write, Span<byte> read) => Transfer(write, read);

    /// <inheritdoc/>
    public override void Read(Span<byte> buffer) => ThrowUnlessOk(TryRead(buffer));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer) => ThrowUnlessOk(TryWrite(buffer));

    /// <inheritdoc/>
    public override void WriteRead(ReadOnlySpan<byte> writeBuffer, Span<byte> readBuffer) => ThrowUnlessOk(TryWriteRead(writeBuffer, readBuffer));

    /// <summary>One transaction: what is written, if anything, then what is read, if anything.</summary>
    private protected abstract BusStatus Transfer(ReadOnlySpan<byte> write, Span<byte> read);

    private void ThrowUnlessOk(BusStatus status)
    {
        if (status != BusStatus.Ok)
            throw new IOException($"Chip 0x{ConnectionSettings.DeviceAddress:x2} on I2C bus {ConnectionSettings.BusId}: {Failure(status)}.");
    }
}

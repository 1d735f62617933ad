using System.Device.I2c;

namespace Locomotion.Hardware.Bus;

/// <summary>
/// Any I2cDevice as one that does not throw. A failed transaction costs an exception, so garbage, inside; the loop wants
/// <see cref="LinuxI2cDevice"/> instead.
/// </summary>
public sealed class CatchingI2cDevice(I2cDevice device) : ITryI2cDevice
{
    /// <summary>The device itself where it never throws, else wrapped.</summary>
    public static ITryI2cDevice Of(I2cDevice device)
    {
        ArgumentNullException.ThrowIfNull(device);
        return device as ITryI2cDevice ?? new CatchingI2cDevice(device);
    }

    /// <inheritdoc/>
    public BusStatus TryWrite(ReadOnlySpan<byte> bytes)
    {
        try
        {
            device.Write(bytes);
            return BusStatus.Ok;
        }
        catch (IOException)
        {
            return BusStatus.AdapterError;
        }
        catch (ObjectDisposedException)
        {
            return BusStatus.Closed;
        }
    }

    /// <inheritdoc/>
    public BusStatus TryRead(Span<byte> bytes)
    {
        try
        {
            device.Read(bytes);
            return BusStatus.Ok;
        }
        catch (IOException)
        {
            return BusStatus.AdapterError;
        }
        catch (ObjectDisposedException)
        {
            return BusStatus.Closed;
        }
    }

    /// <inheritdoc/>
    public BusStatus TryWriteRead(ReadOnlySpan<byte> write, Span<byte> read)
    {
        try
        {
            device.WriteRead(write, read);
            return BusStatus.Ok;
        }
        catch (IOException)
        {
            return BusStatus.AdapterError;
        }
        catch (ObjectDisposedException)
        {
            return BusStatus.Closed;
        }
    }
}

namespace Locomotion.Hardware.Bus;

/// <summary>One chip on an I2C bus, reached without exceptions or allocation, so that a real-time loop may lose a transaction.</summary>
public interface ITryI2cDevice
{
    /// <summary>Start, address with W, <paramref name="bytes"/>, stop.</summary>
    BusStatus TryWrite(ReadOnlySpan<byte> bytes);

    /// <summary>Start, address with R, bytes until <paramref name="bytes"/> is full, stop. Its content is undefined unless Ok.</summary>
    BusStatus TryRead(Span<byte> bytes);

    /// <summary>A write and a read in one transaction, joined by a repeated start: no other master comes between.</summary>
    BusStatus TryWriteRead(ReadOnlySpan<byte> write, Span<byte> read);
}

namespace Locomotion.Hardware.Bus;

/// <summary>A chip on a <see cref="LinuxI2cBus"/>.</summary>
public sealed class LinuxI2cDevice : TryI2cDevice
{
    private readonly LinuxI2cBus bus;
    private readonly int address;

    internal LinuxI2cDevice(LinuxI2cBus bus, int id, int address) : base(id, address) => (this.bus, this.address) = (bus, address);

    private protected override BusStatus Transfer(ReadOnlySpan<byte> write, Span<byte> read) => bus.Transfer(address, write, read);

    private protected override string Failure(BusStatus status) => $"{status} (error {bus.LastError})";
}

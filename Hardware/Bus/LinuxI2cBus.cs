using System.Device.I2c;
using System.Runtime.InteropServices;
using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Bus;

/// <summary>An I2C bus of Linux, /dev/i2c-N, whose transactions report their failure as a status. For one thread.</summary>
/// <remarks>
/// A transaction is one ioctl I2C_RDWR. The adapter's own retries are off, since <see cref="ChipLink"/> repeats within the tick, and
/// its time-out is the shortest that i2c-dev knows, 10 ms: a bus that hangs costs at most that once a tick.
/// <para>Source: linux/Documentation/i2c/dev-interface.rst and fault-codes.rst.</para>
/// </remarks>
public sealed class LinuxI2cBus : I2cBus, IRecoverableBus
{
    private const nuint TimeoutTens = 1;
    private readonly int busId;
    private readonly string path;
    private int file;

    /// <summary>Opens /dev/i2c-<paramref name="busId"/>. Throws InvalidInputException when that is not possible.</summary>
    public LinuxI2cBus(int busId) : this(busId, $"/dev/i2c-{busId}")
    {
    }

    internal LinuxI2cBus(int busId, string path, bool check = true)
    {
        this.busId = busId;
        this.path = path;
        file = LinuxDevice.Open(path);
        if (file < 0)
            throw new InvalidInputException($"I2C bus {busId}", path, $"cannot be opened: {Marshal.GetLastPInvokeErrorMessage()}",
                "enable I2C (dtparam=i2c_arm=on), and let the user be in the group i2c");
        if (check) Prepare();
    }

    /// <inheritdoc/>
    public long Recoveries { get; private set; }

    /// <summary>The kernel's error number of the last transaction that failed; 0 before.</summary>
    public int LastError { get; private set; }

    /// <inheritdoc/>
    public override I2cDevice CreateDevice(int deviceAddress) => new LinuxI2cDevice(this, busId, deviceAddress);

    /// <summary>Does nothing: a device holds nothing of the bus.</summary>
    public override void RemoveDevice(int deviceAddress)
    {
    }

    /// <summary>
    /// Opens the device file anew. The nine clock pulses that free SDA (UM10204, 3.1.16) are the kernel's: adapters that can, send
    /// them after a time-out (i2c_recover_bus); the Raspberry Pi's bcm2835 adapter cannot, and then only power to the chips does.
    /// </summary>
    public BusStatus TryRecover()
    {
        Recoveries++;
        if (file >= 0) _ = LinuxDevice.Close(file);
        file = LinuxDevice.Open(path);
        if (file < 0)
        {
            LastError = Marshal.GetLastPInvokeError();
            return BusStatus.Closed;
        }
        Limit();
        return BusStatus.Ok;
    }

    internal unsafe BusStatus Transfer(int address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        if (file < 0) return BusStatus.Closed;
        if (write.Length > ushort.MaxValue || read.Length > ushort.MaxValue) return BusStatus.AdapterError;
        fixed (byte* writeBytes = write, readBytes = read)
        {
            LinuxI2cNative.Message* messages = stackalloc LinuxI2cNative.Message[2];
            uint count = 0;
            if (!write.IsEmpty)
                messages[count++] = new() { Address = (ushort)address, Length = (ushort)write.Length, Bytes = writeBytes };
            if (!read.IsEmpty)
                messages[count++] = new() { Address = (ushort)address, Flags = LinuxI2cNative.ReadFlag, Length = (ushort)read.Length, Bytes = readBytes };
            LinuxI2cNative.MessageList list = new() { Messages = messages, Count = count };
            if (LinuxDevice.Control(file, LinuxI2cNative.Transfer, (nuint)(&list)) >= 0) return BusStatus.Ok;
        }
        LastError = Marshal.GetLastPInvokeError();
        return StatusOf(LastError);
    }

    /// <summary>What an error number of the kernel means for the chip. Source: Documentation/i2c/fault-codes.rst.</summary>
    internal static BusStatus StatusOf(int error) => error switch
    {
        6 or 121 => BusStatus.NoAcknowledge,        // ENXIO, EREMOTEIO
        110 or 16 => BusStatus.Timeout,             // ETIMEDOUT, EBUSY
        11 => BusStatus.ArbitrationLost,            // EAGAIN
        9 or 19 => BusStatus.Closed,                // EBADF, ENODEV
        _ => BusStatus.AdapterError,
    };

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (file >= 0) _ = LinuxDevice.Close(file);
        file = -1;
        base.Dispose(disposing);
    }

    private unsafe void Prepare()
    {
        nuint functions = 0;
        int result = LinuxDevice.Control(file, LinuxI2cNative.Functions, (nuint)(&functions));
        if (result < 0 || (functions & LinuxI2cNative.PlainI2c) == 0)
        {
            Dispose(disposing: true);
            throw new InvalidInputException($"I2C bus {busId}", path, "is no adapter for whole I2C messages", "use a hardware I2C bus of the Pi");
        }
        Limit();
    }

    private void Limit()
    {
        _ = LinuxDevice.Control(file, LinuxI2cNative.Retries, 0);
        _ = LinuxDevice.Control(file, LinuxI2cNative.Timeout, TimeoutTens);
    }
}

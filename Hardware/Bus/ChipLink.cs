using System.Buffers.Binary;
using System.Device.I2c;

namespace Locomotion.Hardware.Bus;

/// <summary>
/// One chip's line to its bus: every transaction is timed, a failed one repeated while the tick's budget allows, and what is lost is
/// counted. Never throws and never allocates. All that chips send may be sent twice: registers are set, never added to.
/// </summary>
public sealed class ChipLink(I2cDevice device, TickBudget budget, string chip)
{
    /// <summary>Times that a failed transaction is repeated at most, within one tick.</summary>
    public const int MaxRetries = 2;

    /// <summary>Time for the attempts of an urgent transaction, ns.</summary>
    public const long UrgentNanoseconds = 3_000_000;

    /// <summary>Lost in a row for <see cref="Faulted"/>.</summary>
    public const int LossesToFault = 3;

    private readonly ITryI2cDevice line = CatchingI2cDevice.Of(device);
    private long lastGood = budget.Clock.Nanoseconds;

    /// <summary>Chip and address, for reports: "PCA9685 at 0x60 on bus 1".</summary>
    public string Name { get; } = $"{chip} at 0x{device.ConnectionSettings.DeviceAddress:x2} on bus {device.ConnectionSettings.BusId}";

    /// <summary>Transactions asked for.</summary>
    public long Transactions { get; private set; }

    /// <summary>Attempts that failed, the repeated ones too.</summary>
    public long Failures { get; private set; }

    /// <summary>Attempts beyond the first.</summary>
    public long Retries { get; private set; }

    /// <summary>Transactions given up, or not tried for want of time.</summary>
    public long Lost { get; private set; }

    /// <summary>Transactions lost since the last that succeeded.</summary>
    public int LostInARow { get; private set; }

    /// <summary>
    /// True from the moment that <see cref="LossesToFault"/> transactions in a row were lost, until <see cref="ClearFault"/>. The link
    /// goes on trying, so that outputs can still be switched off by it.
    /// </summary>
    public bool Faulted { get; private set; }

    /// <summary>How the last attempt ended.</summary>
    public BusStatus Status { get; private set; }

    /// <summary>What the last attempt took, ns.</summary>
    public long LastNanoseconds { get; private set; }

    /// <summary>What the longest attempt took, ns.</summary>
    public long WorstNanoseconds { get; private set; }

    /// <summary>What all attempts took together, ns.</summary>
    public long TotalNanoseconds { get; private set; }

    /// <summary>Time since the last transaction that succeeded, or since the link was made, ns.</summary>
    public long Age => budget.Clock.Nanoseconds - lastGood;

    /// <summary>The budget that this link spends from.</summary>
    public TickBudget Budget => budget;

    /// <summary>Forgets a fault: for the operator, once its cause is dealt with.</summary>
    public void ClearFault()
    {
        Faulted = false;
        LostInARow = 0;
    }

    /// <summary>Sends <paramref name="bytes"/>. False when lost.</summary>
    public bool TryWrite(ReadOnlySpan<byte> bytes) => TryTransfer(bytes, default);

    /// <summary>
    /// Sends <paramref name="bytes"/> whatever is left of the tick's budget: for switching off. Repeats while that takes less than
    /// <see cref="UrgentNanoseconds"/>, so a bus that hangs costs one time-out. False when lost.
    /// </summary>
    public bool TryWriteUrgent(ReadOnlySpan<byte> bytes) => TryTransfer(bytes, default, budget.Clock.Nanoseconds + UrgentNanoseconds);

    /// <summary>Sends <paramref name="write"/> and fills <paramref name="read"/> in one transaction. False when lost.</summary>
    public bool TryWriteRead(ReadOnlySpan<byte> write, Span<byte> read) => TryTransfer(write, read);

    /// <summary>Sets one register of 8 bits. False when lost.</summary>
    public bool TryWriteByte(byte register, byte value) => TryTransfer([register, value], default);

    /// <summary>Sets one register of 16 bits, most significant byte first. False when lost.</summary>
    public bool TryWriteWord(byte register, ushort value) => TryTransfer([register, (byte)(value >> 8), (byte)value], default);

    /// <summary>Reads one register of 8 bits. False, and 0, when lost.</summary>
    public bool TryReadByte(byte register, out byte value)
    {
        Span<byte> read = stackalloc byte[1];
        bool good = TryTransfer([register], read);
        value = good ? read[0] : (byte)0;
        return good;
    }

    /// <summary>Reads one register of 16 bits, most significant byte first. False, and 0, when lost.</summary>
    public bool TryReadWord(byte register, out ushort value)
    {
        Span<byte> read = stackalloc byte[2];
        bool good = TryTransfer([register], read);
        value = good ? BinaryPrimitives.ReadUInt16BigEndian(read) : (ushort)0;
        return good;
    }

    private bool TryTransfer(ReadOnlySpan<byte> write, Span<byte> read, long urgentUntil = 0)
    {
        Transactions++;
        for (int attempt = 0; attempt <= MaxRetries; attempt++)
        {
            long left = urgentUntil == 0 ? budget.Left : Math.Max(attempt == 0 ? 1 : 0, urgentUntil - budget.Clock.Nanoseconds);
            if (left == 0 || attempt > 0 && left < LastNanoseconds)
            {
                if (attempt == 0) Status = BusStatus.OutOfTime;
                break;
            }
            if (attempt > 0) Retries++;
            if (Attempt(write, read)) return true;
        }
        Lost++;
        LostInARow++;
        if (LostInARow >= LossesToFault) Faulted = true;
        return false;
    }

    private bool Attempt(ReadOnlySpan<byte> write, Span<byte> read)
    {
        long start = budget.Clock.Nanoseconds;
        Status = read.IsEmpty ? line.TryWrite(write) : line.TryWriteRead(write, read);
        long end = budget.Clock.Nanoseconds;
        LastNanoseconds = end - start;
        TotalNanoseconds += LastNanoseconds;
        WorstNanoseconds = Math.Max(WorstNanoseconds, LastNanoseconds);
        if (Status != BusStatus.Ok)
        {
            Failures++;
            return false;
        }
        LostInARow = 0;
        lastGood = end;
        return true;
    }
}

using System.Device.I2c;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Bus;

namespace Locomotion.Hardware.Models;

/// <summary>An I2C bus with chip models on it, on simulated time: each transaction takes what its bits take.</summary>
public sealed class SimulatedI2cBus : I2cBus, IRecoverableBus
{
    private const int GeneralCall = 0, Remembered = 16;
    private const long AdapterTimeout = 10_000_000;         // as LinuxI2cBus sets it

    private readonly int busId, hertz;
    private readonly SimulatedClock clock;
    private readonly List<ChipModel> chips = [];
    private readonly byte[]?[] lastReads = new byte[128][];  // [address], by register

    /// <summary>A bus without chips.</summary>
    /// <param name="busId">Number of the bus, as in /dev/i2c-N.</param>
    /// <param name="clock">Time; transactions move it on.</param>
    /// <param name="hertz">The bus's clock, Hz.</param>
    /// <param name="seed">Of random faults.</param>
    public SimulatedI2cBus(int busId, SimulatedClock clock, int hertz = BusTime.FastMode, ulong seed = 1)
    {
        this.busId = busId;
        this.clock = clock;
        this.hertz = hertz;
        Faults = new BusFaults(seed);
    }

    /// <summary>What is wrong with the bus. Nothing at first.</summary>
    public BusFaults Faults { get; }

    /// <summary>Where traffic is written, if anywhere.</summary>
    public BusLog? Log { get; set; }

    /// <summary>Time that transactions took, all together, ns.</summary>
    public long BusyNanoseconds { get; private set; }

    /// <inheritdoc/>
    public long Recoveries { get; private set; }

    /// <summary>Puts a chip on the bus. Throws when its address is taken, naming both.</summary>
    public void Attach(ChipModel chip)
    {
        ChipModel? other = chips.Find(c => c.Address == chip.Address);
        if (other is not null)
            throw new InvalidInputException($"I2C bus {busId}", $"{chip.GetType().Name} and {other.GetType().Name}",
                $"are both at 0x{chip.Address:x2}", "move one by its address pins");
        chips.Add(chip);
        lastReads[chip.Address] = new byte[256 * Remembered];
    }

    /// <inheritdoc/>
    public override I2cDevice CreateDevice(int deviceAddress) => new SimulatedI2cDevice(this, busId, deviceAddress);

    /// <summary>Does nothing: a device holds nothing of the bus.</summary>
    public override void RemoveDevice(int deviceAddress)
    {
    }

    /// <summary>Nine clocks: frees a chip that holds SDA, not a short.</summary>
    public BusStatus TryRecover()
    {
        Recoveries++;
        Faults.SdaHeld = false;
        Pass(BusTime.Nanoseconds(9, hertz));
        return BusStatus.Ok;
    }

    /// <summary>Sends the software reset: byte 06h to the general-call address.</summary>
    public BusStatus TrySoftwareReset() => Transfer(GeneralCall, [0x06], default);

    internal BusStatus Transfer(int address, ReadOnlySpan<byte> write, Span<byte> read)
    {
        Log?.Begin(clock.Nanoseconds, busId);
        Pass(Faults.LatencyNanoseconds);
        if (Faults.Hangs)
        {
            Log?.Hang();
            Pass(AdapterTimeout);
            return BusStatus.Timeout;
        }
        foreach (ChipModel chip in chips) chip.Settle();
        bool lost = Faults.Unplugged || Faults.LosesAddress();
        int sent = 0, received = 0;
        bool good = write.IsEmpty || Write(address, write, lost, out sent);
        if (good && !read.IsEmpty)
        {
            good = Read(address, write.IsEmpty ? -1 : write[0], read, lost);
            received = good ? read.Length : 0;
        }
        if (!lost) End(address, interrupted: !good);
        Log?.Stop();
        int bits = good ? BusTime.Bits(sent, received) : BusTime.Bits(sent, 0) + (sent == 0 ? 9 : 0);
        Pass(BusTime.Nanoseconds(bits, hertz));
        return good ? BusStatus.Ok : BusStatus.NoAcknowledge;
    }

    private bool Write(int address, ReadOnlySpan<byte> bytes, bool lost, out int sent)
    {
        sent = 0;
        bool answered = !lost && Begin(address, read: false);
        Log?.Address(address, read: false, answered);
        if (!answered) return false;
        int broken = Faults.LosesByte(bytes.Length);
        for (; sent < bytes.Length; sent++)
        {
            bool acknowledged = sent < broken && Take(address, bytes[sent]);
            Log?.Byte(bytes[sent], acknowledged);
            if (acknowledged) continue;
            sent++;
            return false;
        }
        return true;
    }

    private bool Read(int address, int register, Span<byte> bytes, bool lost)
    {
        ChipModel? chip = lost ? null : Answering(address, read: true);
        Log?.Address(address, read: true, chip is not null);
        if (chip is null) return false;
        chip.Begin(read: true);
        foreach (ref byte value in bytes) value = chip.Give();
        Spoil(address, register, bytes);
        if (Log is not null)
            foreach (byte value in bytes) Log.Byte(value, acknowledged: true);
        return true;
    }

    private void Spoil(int address, int register, Span<byte> bytes)
    {
        byte[]? memory = lastReads[address];
        if (memory is null || register < 0 || bytes.Length > Remembered) return;
        Span<byte> before = memory.AsSpan(register * Remembered, bytes.Length);
        Faults.Spoil(Faults.Sensor(address), bytes, before);
        bytes.CopyTo(before);
    }

    private bool Begin(int address, bool read)
    {
        if (address == GeneralCall) return chips.Count > 0;
        bool any = false;
        foreach (ChipModel chip in chips)
        {
            if (chip.IsDead || !chip.Answers(address, read)) continue;
            chip.Begin(read);
            any = true;
        }
        return any;
    }

    private bool Take(int address, byte value)
    {
        bool any = false;
        foreach (ChipModel chip in chips)
            any |= address == GeneralCall ? chip.TakeGeneralCall(value) : !chip.IsDead && chip.Answers(address, read: false) && chip.Take(value);
        return any;
    }

    private void End(int address, bool interrupted)
    {
        foreach (ChipModel chip in chips)
            if (!chip.IsDead && chip.Answers(address, read: false)) chip.End(interrupted);
    }

    private ChipModel? Answering(int address, bool read)
    {
        foreach (ChipModel chip in chips)
            if (!chip.IsDead && chip.Answers(address, read)) return chip;
        return null;
    }

    private void Pass(long nanoseconds)
    {
        clock.Advance(nanoseconds);
        BusyNanoseconds += nanoseconds;
    }
}

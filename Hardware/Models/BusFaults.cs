using Locomotion.Controller.Maths;

namespace Locomotion.Hardware.Models;

/// <summary>What is wrong with a simulated bus. Random faults follow from the seed alone.</summary>
public sealed class BusFaults(ulong seed)
{
    private readonly SensorFault[] sensors = new SensorFault[128];
    private Xoshiro256 random = new(seed);

    /// <summary>The cable is off: no chip answers.</summary>
    public bool Unplugged { get; set; }

    /// <summary>A chip holds SDA low, as after a read that was broken off: every transaction times out until recovery.</summary>
    public bool SdaHeld { get; set; }

    /// <summary>SDA is shorted to ground: recovery does not help.</summary>
    public bool SdaShorted { get; set; }

    /// <summary>Probability that a transaction's address is not acknowledged, 0 to 1.</summary>
    public double AddressNackProbability { get; set; }

    /// <summary>Probability that a write is broken off at one of its bytes, 0 to 1.</summary>
    public double DataNackProbability { get; set; }

    /// <summary>Time added to each transaction: clocks stretched, or the adapter busy, ns.</summary>
    public long LatencyNanoseconds { get; set; }

    /// <summary>Sets what is wrong with the bytes read from the chip at <paramref name="address"/>.</summary>
    public void SetSensor(int address, SensorFault fault) => sensors[address] = fault;

    /// <summary>What is wrong with the bytes read from the chip at <paramref name="address"/>.</summary>
    public SensorFault Sensor(int address) => sensors[address];

    internal bool Hangs => SdaHeld || SdaShorted;

    internal bool LosesAddress() => AddressNackProbability > 0 && random.NextUnit() < AddressNackProbability;

    /// <summary>The byte at which a write of <paramref name="length"/> is broken off; <paramref name="length"/>: none.</summary>
    internal int LosesByte(int length) =>
        DataNackProbability > 0 && random.NextUnit() < DataNackProbability ? (int)(random.NextUnit() * length) : length;

    internal void Spoil(SensorFault fault, Span<byte> data, ReadOnlySpan<byte> before)
    {
        switch (fault)
        {
            case SensorFault.Frozen:
                before[..data.Length].CopyTo(data);
                break;
            case SensorFault.Garbage:
                foreach (ref byte value in data) value = (byte)random.NextBits();
                break;
            case SensorFault.BitErrors:
                int bit = (int)(random.NextUnit() * data.Length * 8);
                data[bit / 8] ^= (byte)(1 << bit % 8);
                break;
            case SensorFault.None:
            default:
                break;
        }
    }
}

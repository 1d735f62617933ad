using System.Numerics;
using Locomotion.Hardware.Chips;

namespace Locomotion.Hardware.Models;

/// <summary>The sixteen outputs of a <see cref="Pca9685Model"/>: which bytes a transaction touched, and what pulse follows from them.</summary>
internal sealed class PwmChannels(Action<ViolationKind, string> violate)
{
    private readonly int[] counts = new int[Pca9685.Channels];
    private readonly double[] min = new double[Pca9685.Channels], max = Unlimited();
    private ulong touched;      // a bit for each of the 64 bytes

    /// <summary>True when the transaction wrote to a channel.</summary>
    public bool Touched => touched != 0;

    /// <summary>True when any channel gives pulses.</summary>
    public bool AnyRunning => counts.AsSpan().ContainsAnyExcept(0);

    public int Counts(int channel) => counts[channel];

    public void Limit(int channel, double minMicroseconds, double maxMicroseconds)
    {
        min[channel] = minMicroseconds;
        max[channel] = maxMicroseconds;
    }

    public void Touch(int index) => touched |= 1UL << index;

    public void Clear()
    {
        touched = 0;
        counts.AsSpan().Clear();
    }

    /// <summary>What the stop does: takes over the channels that the transaction touched, if they are whole.</summary>
    public void Latch(byte[] registers, PulseScale scale, bool asleep, bool interrupted)
    {
        for (int channel = 0; channel < Pca9685.Channels; channel++)
        {
            ulong bytes = touched >> 4 * channel & 0xF;
            if (bytes == 0) continue;
            ReadOnlySpan<byte> four = registers.AsSpan(Pca9685.FirstLed + 4 * channel, 4);
            if ((four[3] & Pca9685.FullOff) != 0)
                counts[channel] = 0;
            else if (bytes != 0xF && !asleep)
                violate(interrupted ? ViolationKind.InterruptedPulse : ViolationKind.TornPulse,
                    $"channel {channel}: {BitOperations.PopCount(bytes)} of its four bytes in one transaction while it runs");
            else
                Accept(channel, four, scale);
        }
        touched = 0;
    }

    private void Accept(int channel, ReadOnlySpan<byte> four, PulseScale scale)
    {
        int on = four[0] | (four[1] & 0x0F) << 8, off = four[2] | (four[3] & 0x0F) << 8;
        int width = off - on & PulseScale.Counts - 1;
        double microseconds = scale.ToMicroseconds(width);
        if ((four[1] & Pca9685.FullOff) != 0)
            violate(ViolationKind.PulseOutOfRange, $"channel {channel}: full on, a pulse without end");
        else if (width == 0)
            violate(ViolationKind.PulseOutOfRange, $"channel {channel}: ON equals OFF, {on}, which must not be (7.3.3)");
        else if (microseconds < min[channel] || microseconds > max[channel])
            violate(ViolationKind.PulseOutOfRange, $"channel {channel}: {microseconds:f1} µs is outside [{min[channel]}, {max[channel]}]");
        else
            counts[channel] = width;
    }

    private static double[] Unlimited()
    {
        double[] limits = new double[Pca9685.Channels];
        limits.AsSpan().Fill(double.PositiveInfinity);
        return limits;
    }
}

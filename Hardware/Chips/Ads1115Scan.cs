using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Bus;

namespace Locomotion.Hardware.Chips;

/// <summary>
/// The inputs of one ADS1115 in turn, one a frame: read what the frame before began, begin the next. The conversion runs while the
/// frame does, so nobody waits; each input is renewed every n frames.
/// </summary>
public sealed class Ads1115Scan
{
    private readonly Ads1115 chip;
    private readonly long[] taken;
    private int running = -1;
    private long begun;

    /// <summary>Scans inputs 0 to <paramref name="inputs"/> − 1 of a chip. The first reading is there after two frames.</summary>
    public Ads1115Scan(Ads1115 chip, int inputs = Ads1115.Inputs)
    {
        if (inputs is < 1 or > Ads1115.Inputs)
            throw new InvalidInputException($"Scan of {chip.Link.Name}", $"{inputs} inputs", $"is outside [1, {Ads1115.Inputs}]", "give the inputs in use");
        this.chip = chip;
        Volts = new double[inputs];
        taken = new long[inputs];
        taken.AsSpan().Fill(long.MinValue);
    }

    /// <summary>The chip.</summary>
    public Ads1115 Chip => chip;

    /// <summary>The last reading of each input, V; 0 before the first. [input]</summary>
    public readonly double[] Volts;

    /// <summary>Frames in which the conversion of the frame before was not over yet: the frame is too short for the data rate.</summary>
    public long TooSoon { get; private set; }

    /// <summary>
    /// One frame: two transactions. True when both went through; <see cref="Age"/> tells which readings are fresh. A reading that
    /// was lost is not made up for: its input waits for its next turn.
    /// </summary>
    public bool TryStep()
    {
        long now = Now;
        bool good = true;
        if (running >= 0)
        {
            if (now - begun < chip.ConversionNanoseconds)
            {
                TooSoon++;
                return false;
            }
            good = chip.TryReadRaw(out short counts);
            if (good)
            {
                Volts[running] = chip.RawToVoltage(counts);
                taken[running] = begun;
            }
        }
        int next = (running + 1) % Volts.Length;
        if (!chip.TryStartConversion((InputMultiplexer)((int)InputMultiplexer.AIN0 + next)))
        {
            running = -1;           // what the chip converts is not known: do not believe its next reading
            return false;
        }
        running = next;
        begun = Now;
        return good;
    }

    /// <summary>Time since <paramref name="input"/>'s conversion began, ns; long.MaxValue before its first reading.</summary>
    public long Age(int input) => taken[input] == long.MinValue ? long.MaxValue : Now - taken[input];

    private long Now => chip.Link.Budget.Clock.Nanoseconds;
}

using Locomotion.Controller.Limits;
using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Servos;

/// <summary>
/// One servo's map from a joint's place (rad; of a lift −1 to 1) to its pulse, µs: the only place where the two meet. Two measured points make
/// a line; which way it falls is the servo's direction. Immutable; every instance is valid.
/// </summary>
public sealed record ServoCalibration
{
    /// <summary>Nearest that two measured places may lie, in units of the joint.</summary>
    public const double LeastSpread = 0.2;

    /// <summary>Nearest that their pulses may lie, µs.</summary>
    public const double LeastPulseSpread = 50;

    /// <summary>A line through two points, for places within <paramref name="soft"/>.</summary>
    /// <param name="low">The point with the smaller place.</param>
    /// <param name="high">The other.</param>
    /// <param name="soft">Where the joint may be asked to go.</param>
    /// <param name="trimMicroseconds">Added to every pulse: how far the horn was put on askew, µs.</param>
    /// <exception cref="InvalidInputException">The points lie too near to each other, or in the wrong order, or the trim is too large.</exception>
    public ServoCalibration(PulsePoint low, PulsePoint high, JointRange soft, double trimMicroseconds = 0)
    {
        if (!(high.Place - low.Place >= LeastSpread))
            throw new InvalidInputException("Places of a calibration", $"{Naming.Number(low.Place)} and {Naming.Number(high.Place)}",
                $"are less than {Naming.Number(LeastSpread)} apart, or in the wrong order", "measure two places farther apart, the smaller one first");
        if (!(Math.Abs(high.Microseconds - low.Microseconds) >= LeastPulseSpread))
            throw new InvalidInputException("Pulses of a calibration", $"{Naming.Number(low.Microseconds)} and {Naming.Number(high.Microseconds)} µs",
                $"are less than {Naming.Number(LeastPulseSpread)} µs apart", "measure two places farther apart");
        if (!(Math.Abs(trimMicroseconds) <= 200))
            throw new InvalidInputException("Trim", $"{Naming.Number(trimMicroseconds)} µs", "lies outside [-200, 200] µs", "put the horn on straighter");
        Low = low;
        High = high;
        Soft = soft;
        TrimMicroseconds = trimMicroseconds;
    }

    /// <summary>The measured point with the smaller place.</summary>
    public PulsePoint Low { get; }

    /// <summary>The other.</summary>
    public PulsePoint High { get; }

    /// <summary>Where the joint may be asked to go.</summary>
    public JointRange Soft { get; }

    /// <summary>Added to every pulse, µs.</summary>
    public double TrimMicroseconds { get; }

    /// <summary>µs for one unit of the joint; negative if the servo turns the other way.</summary>
    public double Slope => (High.Microseconds - Low.Microseconds) / (High.Place - Low.Place);

    /// <summary>The pulse for <paramref name="place"/>, not limited, µs.</summary>
    public double PulseMicroseconds(double place) => Low.Microseconds + Slope * (place - Low.Place) + TrimMicroseconds;

    /// <summary>Where a pulse of <paramref name="microseconds"/> leads.</summary>
    public double Place(double microseconds) => Low.Place + (microseconds - TrimMicroseconds - Low.Microseconds) / Slope;

    /// <summary>Where the joint may be asked to go so that no pulse leaves <paramref name="hard"/>, the servo's travel.</summary>
    /// <exception cref="InvalidInputException">Nothing is left.</exception>
    public JointRange Within(PulseRange hard)
    {
        double a = Place(hard.MinMicroseconds), b = Place(hard.MaxMicroseconds);
        return Soft.And(new JointRange(Math.Min(a, b), Math.Max(a, b)));
    }
}

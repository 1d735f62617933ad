using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Servos;

/// <summary>The pulses that a servo is made for, µs: its hard limits. Every instance is valid.</summary>
public sealed record PulseRange
{
    /// <summary>Shortest and longest pulse that any hobby servo takes, µs.</summary>
    public const double Shortest = 400, Longest = 2600;

    /// <summary>Narrowest range, µs: less is no travel to speak of.</summary>
    public const double Narrowest = 100;

    /// <summary>From <paramref name="min"/> to <paramref name="max"/>, µs.</summary>
    /// <exception cref="InvalidInputException">The range is too narrow, or reaches beyond what servos take.</exception>
    public PulseRange(double min, double max)
    {
        if (!(min >= Shortest && max <= Longest && max - min >= Narrowest))
            throw new InvalidInputException("Range of pulses", $"[{Naming.Number(min)}, {Naming.Number(max)}] µs",
                $"is narrower than {Narrowest} µs or not within [{Shortest}, {Longest}] µs", "take the servo's data sheet; 1000 to 2000 is safe for most");
        MinMicroseconds = min;
        MaxMicroseconds = max;
    }

    /// <summary>Shortest, µs.</summary>
    public double MinMicroseconds { get; }

    /// <summary>Longest, µs.</summary>
    public double MaxMicroseconds { get; }

    /// <summary>The nearest allowed pulse.</summary>
    public double Clamp(double microseconds) => Math.Clamp(microseconds, MinMicroseconds, MaxMicroseconds);
}

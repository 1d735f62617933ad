using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Loop;

/// <summary>How often the controller steps and how often the plant is sensed and commanded. Every instance is valid.</summary>
public sealed record LoopTiming
{
    /// <summary>1 ms steps, the plant at every step.</summary>
    public static readonly LoopTiming Default = new(1e-3, 1e-3);

    /// <summary>A timing of whole steps per period.</summary>
    /// <param name="step">The controller's step h, s, from 10 µs to 10 ms.</param>
    /// <param name="period">Time from one command of the plant to the next, s: a whole number of steps, at most 0.1 s.</param>
    /// <exception cref="InvalidInputException">A value is out of range, or the period is not a whole number of steps.</exception>
    public LoopTiming(double step, double period)
    {
        if (!(step >= 1e-5 && step <= 1e-2))
            throw new InvalidInputException("Step", $"{Naming.Number(step)} s", "lies outside [1e-5, 0.01] s", "choose a value inside; 0.001 is usual");
        if (!(period >= step && period <= 0.1))
            throw new InvalidInputException("Plant period", $"{Naming.Number(period)} s", $"lies outside [{Naming.Number(step)}, 0.1] s",
                "choose a whole number of steps");
        StepsPerTick = (int)Math.Round(period / step);
        if (Math.Abs(StepsPerTick * step - period) > 1e-9 * period)
            throw new InvalidInputException("Plant period", $"{Naming.Number(period)} s",
                $"is not a whole number of steps of {Naming.Number(step)} s", $"use {Naming.Number(StepsPerTick * step)} s, or another step");
        Step = step;
    }

    /// <summary>The controller's step h, s.</summary>
    public double Step { get; }

    /// <summary>Controller steps for one command of the plant.</summary>
    public int StepsPerTick { get; }

    /// <summary>Time from one command of the plant to the next, s.</summary>
    public double Period => StepsPerTick * Step;

    /// <summary>Ticks in <paramref name="seconds"/>, rounded to the nearest whole one.</summary>
    public long Ticks(double seconds) => (long)Math.Round(seconds / Period);
}

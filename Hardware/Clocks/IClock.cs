namespace Locomotion.Hardware.Clocks;

/// <summary>Elapsed time, as drivers and metronomes read it. Tests and rehearsals pass a simulated one.</summary>
public interface IClock
{
    /// <summary>Time since some fixed instant, ns; never decreases.</summary>
    long Nanoseconds { get; }

    /// <summary>Returns no earlier than <paramref name="nanoseconds"/> from now. For start-up; may be late by milliseconds.</summary>
    void Wait(long nanoseconds);
}

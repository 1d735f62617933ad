namespace Locomotion.Telemetry.Mqtt;

/// <summary>How long ticks take; whoever keeps the loop's pace knows.</summary>
public interface ITickTimes
{
    /// <summary>Time that the last tick worked, without the wait for the next, ns. Loop's thread.</summary>
    long WorkNanoseconds { get; }

    /// <summary>How late the last tick began, ns; 0 if in time. Loop's thread.</summary>
    long LateNanoseconds { get; }
}

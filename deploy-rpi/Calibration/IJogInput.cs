namespace Locomotion.Deploy.Calibration;

/// <summary>Where the calibration tool's commands come from.</summary>
internal interface IJogInput
{
    /// <summary>The next command; null while there is none.</summary>
    /// <param name="moving">Whether the servo is still on its way: scripts wait for it, people need not.</param>
    string? Poll(bool moving);

    /// <summary>No more commands will come.</summary>
    bool Ended { get; }
}

namespace Locomotion.Hardware.Plant;

/// <summary>Who serves the buses in a frame.</summary>
public interface IBusCrew : IDisposable
{
    /// <summary>Serves every bus once, <see cref="BusLine.Exchange"/>, and returns when all are done. Neither throws nor allocates.</summary>
    void Exchange();
}

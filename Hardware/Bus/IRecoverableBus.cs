namespace Locomotion.Hardware.Bus;

/// <summary>A bus that can be given a fresh start after its lines hung.</summary>
public interface IRecoverableBus
{
    /// <summary>
    /// Frees a bus whose SDA is held low, as far as the machine allows. Takes milliseconds: call it when outputs are off, not between
    /// two transactions of a frame. Ok says that the adapter is open again; whether the line is free, the next transaction tells.
    /// </summary>
    BusStatus TryRecover();

    /// <summary>How often recovery was tried.</summary>
    long Recoveries { get; }
}

namespace Locomotion.Hardware.Models;

/// <summary>What was done to a chip that must not be.</summary>
public enum ViolationKind : byte
{
    /// <summary>A running channel got only some of its four bytes in one transaction: for a moment its pulse is neither old nor new.</summary>
    TornPulse,

    /// <summary>The same, because the transaction was broken off on the bus: no fault of the program, but of the pulse.</summary>
    InterruptedPulse,

    /// <summary>A pulse outside the channel's limits, or without end.</summary>
    PulseOutOfRange,

    /// <summary>Touched before the oscillator ran, 500 µs after sleep ended.</summary>
    TooEarly,

    /// <summary>A register written in a state in which the chip ignores that.</summary>
    IgnoredWrite,

    /// <summary>A register that is reserved, or does not exist.</summary>
    ReservedRegister,

    /// <summary>A setting that is unsafe on this robot: outputs that are high or open when they should be low.</summary>
    UnsafeSetting,

    /// <summary>An input that is open and has no pull-up, or that the data sheet does not allow as an input.</summary>
    BadInput,
}

namespace Locomotion.Hardware.Safety;

/// <summary>What a stop means for this robot: in water or on a slope, going limp may be the hazard.</summary>
public enum OffMeaning
{
    /// <summary>Holds the pose, with torque, until disarmed.</summary>
    Hold,

    /// <summary>No pulses: most servos go limp.</summary>
    Slump,

    /// <summary>Moves slowly to the safe pose, then goes limp.</summary>
    SafePoseThenRelease,
}

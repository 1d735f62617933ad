namespace Locomotion.Hardware.Safety;

/// <summary>How far a group of joints is switched on.</summary>
public enum EngagementStage
{
    /// <summary>No pulses.</summary>
    Off,

    /// <summary>Pulses, led slowly from the last known angle.</summary>
    Ramping,

    /// <summary>Fully on.</summary>
    On,
}

namespace Locomotion.Hardware.Safety;

/// <summary>The checklist before arming: each holds, or arming is refused naming it.</summary>
[Flags]
public enum ArmingChecks
{
    /// <summary>None.</summary>
    None = 0,

    /// <summary>Every joint has a calibration, and it is the one that was saved.</summary>
    Calibration = 1,

    /// <summary>Every chip answers with its identity, and its registers are as written.</summary>
    ChipIds = 2,

    /// <summary>The rail's voltage is right for this robot's battery.</summary>
    Voltage = 4,

    /// <summary>Every sense is fresh.</summary>
    FreshSenses = 8,

    /// <summary>The loop keeps its time.</summary>
    LoopJitter = 16,

    /// <summary>No part of the program reports an alert: ticks that begin late, a recording that stopped early.</summary>
    NoAlert = 32,

    /// <summary>All that the plant answers for.</summary>
    AllOfPlant = 63,

    /// <summary>The supervisor's own: no trigger of the ladder is up.</summary>
    NoTrigger = 64,

    /// <summary>The supervisor's own: the emergency stop is out.</summary>
    EmergencyStopOut = 128,

    /// <summary>The supervisor's own: the rail is on.</summary>
    RailOn = 256,

    /// <summary>The supervisor's own: the robot is disarmed. A stop is left by disarming (a fault by a reset) first.</summary>
    Disarmed = 512,

    /// <summary>Everything.</summary>
    All = 1023,
}

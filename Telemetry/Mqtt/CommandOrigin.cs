namespace Locomotion.Telemetry.Mqtt;

/// <summary>Whose descending command is in force.</summary>
public enum CommandOrigin
{
    /// <summary>The scenario's.</summary>
    Scenario,
    /// <summary>An operator's.</summary>
    Client,
    /// <summary>That of an operator from whom nothing more is heard: <see cref="LadderTimes"/>.</summary>
    Ladder,
    /// <summary>Nobody's: the animal was told to stop.</summary>
    Hold,
}

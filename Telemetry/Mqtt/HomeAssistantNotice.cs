namespace Locomotion.Telemetry.Mqtt;

/// <summary>What a Home Assistant on the same broker is told.</summary>
public enum HomeAssistantNotice
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>That the animal is there, and what can be seen and set.</summary>
    Announce,
    /// <summary>That what an earlier run announced is no more.</summary>
    Withdraw,
}

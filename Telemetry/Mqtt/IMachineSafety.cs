namespace Locomotion.Telemetry.Mqtt;

/// <summary>A machine that must be armed before it moves. Any thread.</summary>
public interface IMachineSafety
{
    /// <summary>What safety/cmd can ask of it.</summary>
    static readonly IReadOnlyList<string> Operations = ["stop", "hold", "arm", "run", "disarm", "reset"];

    /// <summary>The supervisor's state, as in the animal's phase: disarmed, running, hold.</summary>
    string Phase { get; }

    /// <summary>Why it is as it is: the latest escalation, or what of the checklist does not hold; empty without a reason.</summary>
    string Reason { get; }

    /// <summary>Asks the supervisor for one of <see cref="Operations"/>; whether it comes, <see cref="Phase"/> tells.</summary>
    void Ask(string operation);
}

namespace Locomotion.Telemetry.Mqtt;

/// <summary>What a reply says, and under what a refusal is counted: docs/mqtt.md.</summary>
public static class RefusalCode
{
    /// <summary>Done.</summary>
    public const string Ok = "ok";
    /// <summary>It will happen.</summary>
    public const string Accepted = "accepted";
    /// <summary>A value, named in the refusals, cannot be.</summary>
    public const string Field = "refused-field";
    /// <summary>The base version is not the active one.</summary>
    public const string Version = "refused-version";
    /// <summary>Another client holds the lease, or nobody does.</summary>
    public const string Lease = "refused-lease";
    /// <summary>This client has no candidate.</summary>
    public const string NothingStaged = "refused-nothing-staged";
    /// <summary>The candidate failed its trial.</summary>
    public const string Trial = "refused-trial";
    /// <summary>It may only change while the animal rests.</summary>
    public const string AtRest = "refused-at-rest";
    /// <summary>It came too late.</summary>
    public const string Expired = "refused-expired";
    /// <summary>It is no command of this interface.</summary>
    public const string Malformed = "refused-malformed";
    /// <summary>It is longer than any command need be.</summary>
    public const string TooLarge = "refused-too-large";
    /// <summary>There is no such operation, or not here.</summary>
    public const string UnknownOp = "refused-unknown-op";
    /// <summary>No such version is known any more.</summary>
    public const string UnknownVersion = "refused-unknown-version";
    /// <summary>The state of the animal forbids it.</summary>
    public const string Phase = "refused-phase";
    /// <summary>The client says too much at once.</summary>
    public const string Rate = "refused-rate";
    /// <summary>A broker kept it, and it may be old; never answered.</summary>
    public const string Retained = "refused-retained";
    /// <summary>The client sent a newer one before; never answered.</summary>
    public const string Superseded = "refused-superseded";
}

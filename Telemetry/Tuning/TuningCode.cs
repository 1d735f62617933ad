namespace Locomotion.Telemetry.Tuning;

/// <summary>How a request ended. On the wire a code is its word in lower case, as <see cref="Controller.Parameters.Naming.Word"/> writes it.</summary>
public enum TuningCode
{
    /// <summary>Done.</summary>
    Ok,
    /// <summary>Will happen later; an event or a second reply tells when.</summary>
    Accepted,
    /// <summary>Some values cannot be; the reply names each.</summary>
    RefusedField,
    /// <summary>The set that the values were meant for is not the active one any more.</summary>
    RefusedVersion,
    /// <summary>Another client holds the right to change parameters, or none was taken.</summary>
    RefusedLease,
    /// <summary>There is nothing to commit or to try.</summary>
    RefusedNothingStaged,
    /// <summary>The candidate failed its trial, or there is nobody to run one.</summary>
    RefusedTrial,
    /// <summary>Only values that may change at rest alone stand in the way.</summary>
    RefusedAtRest,
    /// <summary>It came too late.</summary>
    RefusedExpired,
    /// <summary>It is no request.</summary>
    RefusedMalformed,
    /// <summary>It is larger than anybody needs.</summary>
    RefusedTooLarge,
    /// <summary>Nobody knows that operation.</summary>
    RefusedUnknownOp,
    /// <summary>There is no such version, or not any more.</summary>
    RefusedUnknownVersion,
    /// <summary>What the animal does forbids it.</summary>
    RefusedPhase,
    /// <summary>Too many requests in a second.</summary>
    RefusedRate,
}

using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Tuning;

/// <summary>What a client asks for.</summary>
/// <param name="Client">Who asks: a to z, 0 to 9 and "-", at most 32.</param>
/// <param name="Id">Any text up to 64, new for each request: one that is repeated gets the same reply and does nothing again.</param>
public abstract record TuningRequest(string Client, string Id)
{
    /// <summary>When it is too late; null if never.</summary>
    public DateTimeOffset? Expires { get; init; }

    /// <summary>The operation, as the wire calls it.</summary>
    public string Op => Naming.Kebab(GetType().Name[..^"Request".Length]);
}

/// <summary>Takes or renews the right to change parameters.</summary>
/// <param name="Client">Who asks.</param>
/// <param name="Id">Of the request.</param>
/// <param name="Seconds">For how long, s.</param>
public sealed record LeaseRequest(string Client, string Id, double Seconds) : TuningRequest(Client, Id);

/// <summary>Gives the right back.</summary>
public sealed record ReleaseRequest(string Client, string Id) : TuningRequest(Client, Id);

/// <summary>Checks values against the active set and keeps the result as the client's candidate.</summary>
/// <param name="Client">Who asks.</param>
/// <param name="Id">Of the request.</param>
/// <param name="BaseVersion">The version that the client takes for the active one.</param>
/// <param name="Values">What shall differ from it, as text.</param>
public sealed record StageRequest(string Client, string Id, long BaseVersion, IReadOnlyList<Assignment> Values) : TuningRequest(Client, Id);

/// <summary>
/// Checks values against the active set and makes the result active at once: for clients that say all in one word. Needs no lease, but
/// nobody else may hold it.
/// </summary>
/// <param name="Client">Who asks.</param>
/// <param name="Id">Of the request.</param>
/// <param name="Values">What shall differ from the active set, as text.</param>
public sealed record SetRequest(string Client, string Id, IReadOnlyList<Assignment> Values) : TuningRequest(Client, Id);

/// <summary>Forgets the candidate.</summary>
public sealed record DiscardRequest(string Client, string Id) : TuningRequest(Client, Id);

/// <summary>The candidate becomes active, whole, between two ticks.</summary>
public sealed record CommitRequest(string Client, string Id) : TuningRequest(Client, Id)
{
    /// <summary>When.</summary>
    public CommitTime When { get; init; }

    /// <summary>Leg cycles over which numbers move to their new values; 0: at once.</summary>
    public double RampCycles { get; init; }

    /// <summary>Time of the run after which it is taken back unless confirmed, s, from its last step on; null: never.</summary>
    public double? ConfirmSeconds { get; init; }
}

/// <summary>Keeps what would be taken back.</summary>
public sealed record ConfirmRequest(string Client, string Id, long Version) : TuningRequest(Client, Id);

/// <summary>Back to the parent of the active version, now.</summary>
public sealed record RevertRequest(string Client, string Id) : TuningRequest(Client, Id);

/// <summary>An earlier set becomes active as a new version.</summary>
public sealed record RollbackRequest(string Client, string Id, long Version) : TuningRequest(Client, Id);

/// <summary>The candidate first runs in a copy of the simulation; a second reply under the same id tells how that went.</summary>
/// <param name="Client">Who asks.</param>
/// <param name="Id">Of the request.</param>
/// <param name="Cycles">For how many leg cycles.</param>
public sealed record TrialRequest(string Client, string Id, int Cycles) : TuningRequest(Client, Id);

/// <summary>Lists versions.</summary>
public sealed record HistoryRequest(string Client, string Id) : TuningRequest(Client, Id);

using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Tuning;

/// <summary>The answer to a request.</summary>
/// <param name="Client">Whom it is for.</param>
/// <param name="Id">Of the request.</param>
/// <param name="Op">Of the request.</param>
/// <param name="Code">How it ended.</param>
/// <param name="Message">The same for a person; what to do if it was refused.</param>
public sealed record TuningReply(string Client, string Id, string Op, TuningCode Code, string Message)
{
    /// <summary>Whether it was done, or will be.</summary>
    public bool Ok => Code is TuningCode.Ok or TuningCode.Accepted;

    /// <summary>The code as the wire has it.</summary>
    public string CodeWord => Naming.Word(Code);

    /// <summary>The version it is about: the new one of a commit, revert or rollback, else the active one.</summary>
    public long Version { get; init; }

    /// <summary>The tick from which it holds, if that is known already; else the last that ran.</summary>
    public long Tick { get; init; }

    /// <summary>Values that cannot be.</summary>
    public IReadOnlyList<FieldRefusal> Refusals { get; init; } = [];

    /// <summary>The versions, oldest first, if they were asked for.</summary>
    public IReadOnlyList<TuningVersion> History { get; init; } = [];
}

using Locomotion.Controller;

namespace Locomotion.Telemetry.Tuning;

/// <summary>The sets that were active, the last of them the one that is.</summary>
internal sealed class VersionHistory
{
    /// <summary>How many are kept.</summary>
    public const int Most = 20;

    private readonly List<TuningVersion> versions;      // in the order in which they became active

    public VersionHistory(ControllerParameters first, long tick) =>
        versions = [new TuningVersion(1, first, ParameterHash.Of(first), Parent: 0, TuningAuthor.Start, tick, [])];

    /// <summary>The one that holds.</summary>
    public TuningVersion Active => versions[^1];

    /// <summary>All that are kept, oldest first.</summary>
    public IReadOnlyList<TuningVersion> All => [.. versions];

    /// <summary>The last number given to anybody.</summary>
    public long LastNumber { get; private set; } = 1;

    /// <summary>A number for the next version.</summary>
    public long NextNumber() => ++LastNumber;

    /// <summary>The version of that number; null if it never became active, or is not kept any more.</summary>
    public TuningVersion? Find(long number) => versions.Find(version => version.Number == number);

    /// <summary>Another set is active.</summary>
    public TuningVersion Add(long number, ControllerParameters set, long parent, string author, long tick)
    {
        versions.Add(new TuningVersion(number, set, ParameterHash.Of(set), parent, author, tick, ParameterHash.Changed(Active.Set, set)));
        if (versions.Count > Most) versions.RemoveAt(0);
        return Active;
    }

    /// <summary>Until when the active one waits to be confirmed.</summary>
    public void Await(long? tick) => versions[^1] = Active with { ConfirmUntil = tick };
}

namespace Locomotion.Sim.Experiments.Reporting;

/// <summary>What a report is written from. It names no day and no machine: the same figures make the same report.</summary>
/// <param name="Experiments">In the order in which they are told.</param>
/// <param name="Command">The command that gives the same figures again.</param>
/// <param name="Source">The program that gave them.</param>
public sealed record ExperimentBook(IReadOnlyList<FinishedExperiment> Experiments, string Command, SourceVersion Source)
{
    /// <summary>The heading.</summary>
    public const string Title = "Experiments on the centipede model";

    /// <summary>What to make of the digest.</summary>
    public const string DigestMeaning = "The digest is over every figure of every table, to the bit. It is the same on every machine and with any number of threads.";

    /// <summary>Digest of all figures of all experiments.</summary>
    public string Digest { get; } = ExperimentDigest.Of(Experiments.Select(experiment => experiment.Digest));

    /// <summary>How many checks hold.</summary>
    public string Verdict => Check.Verdict([.. Experiments.SelectMany(experiment => experiment.Report.Checks)]);
}

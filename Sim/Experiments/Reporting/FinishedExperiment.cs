namespace Locomotion.Sim.Experiments.Reporting;

/// <summary>An experiment that was run and drawn.</summary>
/// <param name="Experiment">What was run.</param>
/// <param name="Report">What it came to.</param>
/// <param name="Pictures">Its pictures, already on disk; may be none.</param>
public sealed record FinishedExperiment(Experiment Experiment, ExperimentReport Report, IReadOnlyList<Picture> Pictures)
{
    /// <summary>Digest of all its figures.</summary>
    public string Digest { get; } = ExperimentDigest.Of(Report.Tables);

    /// <summary>How many of its checks hold.</summary>
    public string Verdict => Check.Verdict(Report.Checks);

    /// <summary>Its findings, each paragraph by itself.</summary>
    public IReadOnlyList<string> Paragraphs => Report.Findings.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

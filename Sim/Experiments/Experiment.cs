namespace Locomotion.Sim.Experiments;

/// <summary>An experiment that <c>locomotion experiment</c> runs by name.</summary>
/// <param name="Name">Its name, also that of its folder.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Question">What it asks, in a sentence.</param>
/// <param name="Run">Runs it.</param>
public sealed record Experiment(string Name, string Title, string Question, Func<ExperimentOptions, ExperimentReport> Run)
{
    /// <summary>All of them, in the order in which they are told.</summary>
    public static IReadOnlyList<Experiment> All { get; } =
    [
        GaitsExperiment.Described,
        TransitionsExperiment.Described,
        ShoreExperiment.Described,
        LesionsExperiment.Described,
        ContributionExperiment.Described,
        LandSweepExperiment.Described,
        SwimTheoryExperiment.Described,
        StiffnessExperiment.Described,
        GapExperiment.Described,
        RoughGroundExperiment.Described,
        TurningExperiment.Described,
        OscillatorsExperiment.Described,
    ];
}

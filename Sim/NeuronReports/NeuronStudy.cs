namespace Locomotion.Sim.NeuronReports;

/// <summary>A study that <c>locomotion neurons</c> runs by name.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Description">What it shows, in a sentence.</param>
/// <param name="HasModels">Whether it is run with either neuron.</param>
/// <param name="Run">Runs it.</param>
public sealed record NeuronStudy(string Name, string Description, bool HasModels, Func<StudyOptions, StudyReport> Run)
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<NeuronStudy> All { get; } =
    [
        new("constant", "Burst and pause at constant inputs: the period response, and tonic and silent ranges.", true, ConstantReport.Run),
        new("pulse", "A pulse at every phase of the cycle: the phase response curve.", true, PulseReport.Run),
        new("periodic", "Periodic pulses: phase coherence and the Arnold tongue.", true, PeriodicReport.Run),
        new("pyloric", "The pyloric rhythm from 10 to 25 degrees.", false, PyloricReport.Run),
        new("mouse", "The mouse's rhythm from rest to bounding.", false, MouseReport.Run),
        new("half-center", "Three pairs of neurons that inhibit each other.", false, HalfCenterReport.Run),
    ];
}

using Locomotion.Sim.Neurons;
namespace Locomotion.Sim.NeuronPictures;
/// <summary>Pictures to come.</summary>
public static class NeuronStudyPictures
{
    /// <summary>Pictures to come.</summary>
    public static IReadOnlyList<string> Constant(SingleUnit unit, IReadOnlyList<ConstantResponse> responses, string folder) => [];
    /// <summary>Pictures to come.</summary>
    public static IReadOnlyList<string> Pulse(SingleUnit unit, PhaseResponseCurve curve, string folder) => [];
    /// <summary>Pictures to come.</summary>
    public static IReadOnlyList<string> Periodic(SingleUnit unit, IReadOnlyList<Entrainment> e, string folder) => [];
    /// <summary>Pictures to come.</summary>
    public static IReadOnlyList<string> Pyloric(IReadOnlyList<PyloricRow> rows, ulong seed, string folder) => [];
    /// <summary>Pictures to come.</summary>
    public static IReadOnlyList<string> Mouse(IReadOnlyList<MouseRow> rows, ulong seed, string folder) => [];
    /// <summary>Pictures to come.</summary>
    public static IReadOnlyList<string> HalfCenter(IReadOnlyList<HalfCenterRun> runs, string folder) => [];
}

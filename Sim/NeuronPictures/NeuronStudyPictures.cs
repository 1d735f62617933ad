using Locomotion.Sim.Neurons;
using Locomotion.Sim.Pictures;

namespace Locomotion.Sim.NeuronPictures;

/// <summary>The pictures of the neuron studies, each as PNG (twice the size, for sharp screens) and SVG. All return the paths written.</summary>
public static class NeuronStudyPictures
{
    /// <summary>response-curve, traces, phase-portrait.</summary>
    public static IReadOnlyList<string> Constant(SingleUnit unit, IReadOnlyList<ConstantResponse> responses, string folder) => Save(folder,
        ("response-curve", () => ResponseCurvePicture.Draw(unit, responses)), ("traces", () => TracesPicture.Draw(unit, responses)),
        ("phase-portrait", () => PhasePortraitPicture.Draw(unit, responses)));

    /// <summary>phase-response.</summary>
    public static IReadOnlyList<string> Pulse(SingleUnit unit, PhaseResponseCurve curve, string folder) =>
        Save(folder, ("phase-response", () => PhaseResponsePicture.Draw(unit, curve)));

    /// <summary>tongue.</summary>
    public static IReadOnlyList<string> Periodic(SingleUnit unit, IReadOnlyList<Entrainment> entrainments, string folder) =>
        Save(folder, ("tongue", () => TonguePicture.Draw(unit, entrainments)));

    /// <summary>pyloric-traces of one seed, pyloric-phases.</summary>
    public static IReadOnlyList<string> Pyloric(IReadOnlyList<PyloricRow> rows, ulong seed, Settings? settings, string folder) => Save(folder,
        ("pyloric-traces", () => PyloricTracesPicture.Draw(seed, settings)), ("pyloric-phases", () => PyloricPhasesPicture.Draw(rows)));

    /// <summary>mouse-footfalls of one seed, mouse-durations.</summary>
    public static IReadOnlyList<string> Mouse(IReadOnlyList<MouseRow> rows, ulong seed, Settings? settings, string folder) => Save(folder,
        ("mouse-footfalls", () => MouseFootfallsPicture.Draw(rows, seed, settings)), ("mouse-durations", () => MouseDurationsPicture.Draw(rows)));

    /// <summary>half-center.</summary>
    public static IReadOnlyList<string> HalfCenter(IReadOnlyList<HalfCenterRun> runs, string folder) =>
        Save(folder, ("half-center", () => HalfCenterPicture.Draw(runs)));

    internal static string Name(SingleUnit unit) => unit.Model == UnitModel.Simplified ? "Simplified burster" : "Biophysical neuron";

    internal static string Number(double value) => NiceNumbers.Text(value);

    private static List<string> Save(string folder, params (string Name, Func<Sheet> Draw)[] pictures)
    {
        Directory.CreateDirectory(folder);
        List<string> written = [];
        foreach ((string name, Func<Sheet> draw) in pictures)
        {
            using Sheet sheet = draw();
            written.AddRange(sheet.Save(folder, name));
        }
        return written;
    }
}

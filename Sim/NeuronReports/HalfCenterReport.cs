using Locomotion.Sim.NeuronPictures;
using Locomotion.Sim.Neurons;
using Locomotion.Sim.Reports;

namespace Locomotion.Sim.NeuronReports;

/// <summary>The three half-centers. Only pictures of them were published, so there is nothing to put beside the figures.</summary>
internal static class HalfCenterReport
{
    public static StudyReport Run(StudyOptions options)
    {
        IReadOnlyList<HalfCenterRun> runs = HalfCenterStudy.Run(options.Seed, options.Settings);
        options.Progress(1);
        ReportTable table = new("half-center", "Half-centers",
        [
            new("variant", "variant"), new("step_ms", "step\nms"), new("flexor_ms", "flexor's\nburst, ms"), new("extensor_ms", "extensor's\nburst, ms"),
            new("overlap_percent", "both fire\n%", "0.0"), new("gap_percent", "neither fires\n%", "0.0"),
        ])
        { Note = "Published as pictures only. Bursts: the mean over the run." };
        foreach (HalfCenterRun run in runs)
            table.Add(run.Name, run.Trace.Dt * 1000, Burst(run.Trace, "flexor"), Burst(run.Trace, "extensor"), 100 * run.Overlap, 100 * run.Gap);
        return new([table], folder => NeuronStudyPictures.HalfCenter(runs, folder));
    }

    private static double? Burst(CircuitTrace trace, string neuron)
    {
        IReadOnlyList<(int Start, int End)> bursts = Waveform.Bursts(trace[neuron]);
        return bursts.Count > 2 ? 1000 * trace.Dt * bursts.Skip(1).SkipLast(1).Average(burst => burst.End - burst.Start) : null;
    }
}

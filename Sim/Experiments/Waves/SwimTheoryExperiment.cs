using Locomotion.Body;
using Locomotion.Body.Ground;
using Locomotion.Sim.Prescribed;
using Locomotion.Sim.Reports;

namespace Locomotion.Sim.Experiments;

/// <summary>Swimming with prescribed waves against resistive theory, and against frequency.</summary>
public static class SwimTheoryExperiment
{
    private const double Frequency = 2;     // Hz
    private const int Cycle = 500;          // ms
    private static readonly double[] dragRatios = [0.1, 0.05], slopes = [0.25, 0.5, 1];
    private static readonly int[] cycles = [1000, 500, 400, 250, 200];     // ms: 1 to 5 Hz

    /// <summary>As it is listed.</summary>
    public static Experiment Described { get; } = new("swim-theory", "Swimming by prescribed waves, beside resistive theory",
        "Does a body that takes a written wave swim as fast as resistive theory says, and in proportion to the wave's frequency?", Run);

    /// <summary>U/V of a simulated body. Stiff joints make it take the shape; a small mass leaves the theory alone and lets transients die sooner.</summary>
    /// <param name="segments">Links of the body.</param>
    /// <param name="waves">Waves on it.</param>
    /// <param name="dragRatio">C_T / C_N.</param>
    /// <param name="slope">Largest slope of the wave, a k.</param>
    public static double SpeedRatio(int segments, double waves, double dragRatio, double slope)
    {
        BodyParameters body = new()
        {
            Shape = new() { Segments = segments, Mass = 4e-4 },
            Joints = new() { Stiffness = 1 },
            Water = new() { TangentialDrag = 1.5 * dragRatio, LegDrag = 0, AddedMass = 0 },
        };
        DrivenBody driven = new(body, Habitat.Water, PrescribedSwim.SlopeWave(Frequency, waves, slope), period: 1e-3);
        double speed = driven.Run(10 * Cycle).Travel(2 * Cycle) / 2 * Frequency;
        double waveSpeed = Frequency * body.Shape.Length / waves * ResistiveTheory.MeanCosine(slope);
        return speed / waveSpeed;
    }

    /// <summary>Body lengths per cycle of the animal with stiff joints; a cycle takes <paramref name="cycle"/> ms.</summary>
    public static double SpeedPerCycle(int cycle)
    {
        BodyParameters stiff = new() { Joints = new() { Stiffness = 0.1 } };
        DrivenBody driven = new(stiff, Habitat.Water, PrescribedSwim.BendWave(1000.0 / cycle, waves: 1.15, amplitude: 0.25), period: 1e-3);
        return driven.Run(8 * cycle).Travel(2 * cycle) / 2 / stiff.Shape.Length;
    }

    /// <summary>Runs it.</summary>
    public static ExperimentReport Run(ExperimentOptions options)
    {
        (double Drag, double Slope)[] waves = [.. dragRatios.SelectMany(drag => slopes.Select(slope => (drag, slope)))];
        Func<double>[] runs =
        [
            .. waves.Select(wave => (Func<double>)(() => SpeedRatio(segments: 100, waves: 4, wave.Drag, wave.Slope))),
            .. waves.Select(wave => (Func<double>)(() => SpeedRatio(segments: 21, waves: 1, wave.Drag, wave.Slope))),
            .. cycles.Select(cycle => (Func<double>)(() => SpeedPerCycle(cycle))),
        ];
        IReadOnlyList<double> found = options.RunEach(runs, run => run());
        SwumWave[] swum = [.. waves.Select((wave, k) =>
            new SwumWave(wave.Drag, wave.Slope, ResistiveTheory.SpeedRatio(wave.Slope, wave.Drag), found[k], found[waves.Length + k]))];
        double[] frequencies = [.. cycles.Select(cycle => 1000.0 / cycle)], perCycle = [.. found.Skip(2 * waves.Length)];
        double spread = perCycle.Max() / perCycle.Min();
        return new ExperimentReport
        {
            Findings = $"Four waves on a body of 100 links swim at {100 * swum.Min(wave => wave.Long / wave.Theory):0.0} to {100 * swum.Max(wave => wave.Long / wave.Theory):0.0} % of the speed "
                + $"that resistive theory gives an endless wave. One wave on the animal's 21 links reaches {100 * swum.Min(wave => wave.Animal / wave.Theory):0} to "
                + $"{100 * swum.Max(wave => wave.Animal / wave.Theory):0} %: the rest is lost to the ends of so short a body.\n\n"
                + $"From {frequencies.Min():0.#} to {frequencies.Max():0.#} Hz the animal's body, its joints stiff, swims {perCycle.Min():0.000} to {perCycle.Max():0.000} BL/cycle: "
                + $"speed follows frequency within {100 * (spread - 1):0.0} %.",
            Tables = [Beside(swum), Frequencies(frequencies, perCycle)],
            Checks =
            [
                .. swum.Select(wave => Check.Within($"100 links over theory, C_T/C_N {wave.DragRatio}, a k {wave.Slope}", wave.Long / wave.Theory, 0.95, 1.05, format: "0.000")),
                Check.AtMost("largest over smallest speed per cycle, 1 to 5 Hz", spread, 1.05, format: "0.000"),
            ],
            Draw = folder =>
            [
                Picture.Save(SwimTheoryPicture.Draw(swum), folder, "swim-theory", "Speed of swimming over speed of the wave, against the wave's slope."),
                Picture.Save(SwimFrequencyPicture.Draw(frequencies, perCycle), folder, "swim-frequency", "Speed of swimming against the frequency of the wave."),
            ],
        };
    }

    private static ReportTable Beside(SwumWave[] swum)
    {
        ReportTable table = new("swim-theory", "U/V: speed over the wave's speed",
        [
            new("drag_ratio", "C_T/C_N", "0.00"), new("slope", "a k", "0.00"), new("theory", "theory", "0.000"), new("links_100", "4 waves on\n100 links", "0.000"),
            new("links_100_percent", "difference\n%", "+0.0;-0.0;0.0"), new("links_21", "1 wave on\n21 links", "0.000"), new("links_21_percent", "difference\n%", "+0.0;-0.0;0.0"),
        ])
        { Note = "Theory: an endless wave of slope atan(a k) sin(k s - w t) under independent quadratic drags, after Taylor 1952, Proc. R. Soc. A 214:158." };
        foreach (SwumWave wave in swum)
        {
            table.Add(wave.DragRatio, wave.Slope, wave.Theory, wave.Long, ReportTable.Percent(wave.Long, wave.Theory), wave.Animal,
                ReportTable.Percent(wave.Animal, wave.Theory));
        }
        return table;
    }

    private static ReportTable Frequencies(double[] frequencies, double[] perCycle)
    {
        ReportTable table = new("swim-frequency", "Speed against frequency: 1.15 waves, joints of 0.1 N m/rad that bend 0.25 rad",
            [new("frequency_hz", "frequency\nHz", "0.0"), new("speed_bl_per_cycle", "speed\nBL/cycle", "0.000"), new("speed_bl_per_s", "speed\nBL/s", "0.000")]);
        for (int k = 0; k < frequencies.Length; k++) table.Add(frequencies[k], perCycle[k], perCycle[k] * frequencies[k]);
        return table;
    }
}

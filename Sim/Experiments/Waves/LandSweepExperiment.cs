using Locomotion.Body;
using Locomotion.Body.Ground;
using Locomotion.Sim.Prescribed;
using Locomotion.Sim.Reports;

namespace Locomotion.Sim.Experiments;

/// <summary>Walking with prescribed waves of legs and trunk, over the phase between the two.</summary>
/// <remarks>Theory: Chong et al. 2020, APS March Meeting U22.3, for Scolopendra polymorpha: 2.0 leg waves and 1.6 trunk waves on the body.</remarks>
public static class LandSweepExperiment
{
    /// <summary>Speed by the theory, body lengths per cycle: without bending, at the best phase, at the worst.</summary>
    public const double StraightTheory = 0.25, BestTheory = 0.40, WorstTheory = 0.10;

    private const int Points = 36;
    private const double TrunkBend = 0.2;   // rad
    private const double Frequency = 2;     // Hz
    private const int Cycle = 500;          // ms

    /// <summary>As it is listed.</summary>
    public static Experiment Described { get; } = new("land-sweep", "Legs and trunk on land, at every phase between them",
        "How does the phase between the waves of legs and trunk decide the speed of walking, and is it as theory says?", Run);

    /// <summary>Body lengths per cycle, after two cycles: by then the walk repeats to four digits.</summary>
    /// <param name="bend">Amplitude of trunk bending, rad.</param>
    /// <param name="phase">Phase of the trunk wave against the leg wave, rad.</param>
    public static double Speed(double bend, double phase)
    {
        BodyParameters animal = new();
        DrivenBody driven = new(animal, Habitat.Land, new PrescribedWalk(Frequency, bend, phase).Move, period: 1e-3);
        return driven.Run(2 * Cycle).Travel(2 * Cycle) / 2 / animal.Shape.Length;
    }

    /// <summary>How far a speed may be from <paramref name="theory"/>: 15 % or 0.02 body lengths per cycle, whichever is larger.</summary>
    public static double Tolerance(double theory) => Math.Max(0.15 * theory, 0.02);

    /// <summary>Runs it.</summary>
    public static ExperimentReport Run(ExperimentOptions options)
    {
        double[] phases = [.. Enumerable.Range(0, Points).Select(k => (double)k / Points)];
        (double Bend, double Phase)[] runs = [(0, 0), .. phases.Select(cycles => (TrunkBend, Math.Tau * cycles))];
        IReadOnlyList<double> all = options.RunEach(runs, run => Speed(run.Bend, run.Phase));
        double straight = all[0];
        double[] speeds = [.. all.Skip(1)];
        int best = Array.IndexOf(speeds, speeds.Max()), worst = Array.IndexOf(speeds, speeds.Min());
        double apart = (phases[worst] - phases[best] + 1) % 1;

        ReportTable sweep = new("land-sweep", "Speed at each phase of the trunk wave against the leg wave",
        [
            new("phase_cycles", "phase\ncycles", "0.000"), new("speed_bl_per_cycle", "speed\nBL/cycle", "0.000"),
            new("against_straight_percent", "against no\nbending, %", "+0;-0;0"),
        ]);
        for (int k = 0; k < Points; k++) sweep.Add(phases[k], speeds[k], ReportTable.Percent(speeds[k], straight));

        ReportTable theory = new("land-sweep-theory", "Beside the theory, BL/cycle",
        [
            new("trunk", "trunk"), new("phase_cycles", "phase\ncycles", "0.000"), new("speed_bl_per_cycle", "ours", "0.000"),
            new("theory_bl_per_cycle", "theory", "0.00"), new("difference_percent", "difference\n%", "+0;-0;0"),
        ])
        { Note = "Theory: Chong et al. 2020, APS March Meeting U22.3. Allowed: 15 % or 0.02 BL/cycle, whichever is larger." };
        theory.Add("not bending", null, straight, StraightTheory, ReportTable.Percent(straight, StraightTheory));
        theory.Add("best phase", phases[best], speeds[best], BestTheory, ReportTable.Percent(speeds[best], BestTheory));
        theory.Add("worst phase", phases[worst], speeds[worst], WorstTheory, ReportTable.Percent(speeds[worst], WorstTheory));

        return new ExperimentReport
        {
            Findings = $"Without bending the body walks {straight:0.000} of its length per cycle of the legs. A trunk wave of {TrunkBend} rad makes that "
                + $"{speeds[best]:0.000} at the best phase, {phases[best]:0.00} cycles ({ReportTable.Percent(speeds[best], straight):+0;-0} %), "
                + $"and {speeds[worst]:0.000} at the worst, {phases[worst]:0.00} cycles ({ReportTable.Percent(speeds[worst], straight):+0;-0} %); the two lie {apart:0.00} cycles apart. "
                + $"The same wave helps or hinders: {speeds.Count(speed => speed > straight)} of {Points} phases are faster than no bending.\n\n"
                + $"Theory has {StraightTheory:0.00}, {BestTheory:0.00} and {WorstTheory:0.00}.",
            Tables = [theory, sweep],
            Checks =
            [
                Near("speed without bending", straight, StraightTheory), Near("speed at the best phase", speeds[best], BestTheory),
                Near("speed at the worst phase", speeds[worst], WorstTheory), Check.Within("worst phase after the best", apart, 0.4, 0.6, "cycles"),
            ],
            Draw = folder =>
            [
                Picture.Save(LandSweepPicture.Draw(phases, speeds, straight), folder, "land-sweep",
                    "Speed of walking against the phase of the trunk wave; theory dashed."),
            ],
        };
    }

    private static Check Near(string what, double speed, double theory) =>
        Check.Within(what, speed, theory - Tolerance(theory), theory + Tolerance(theory), "BL/cycle", "0.000");
}

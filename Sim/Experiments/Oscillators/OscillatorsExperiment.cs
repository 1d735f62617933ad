using Locomotion.Controller.Descending;
using Locomotion.Controller.Rhythms;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Pictures;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Reports;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Experiments;

/// <summary>Phase oscillators against bursting neurons, walking with the trunk held at every drive.</summary>
public static class OscillatorsExperiment
{
    private const double Seconds = 10;
    private static readonly double slow = Gait.SlowWalk.Command.Drive, fast = Gait.FastWalk.Command.Drive;
    private static readonly double[] drives = [0, 0.1, slow, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, fast];

    /// <summary>As it is listed.</summary>
    public static Experiment Described { get; } = new("oscillators", "Phase oscillators and bursting neurons",
        "Do bursting neurons coordinate the legs as phase oscillators do, at every drive, and does their stance shorten with drive while their swing does not?", Run);

    /// <summary>Runs it, with half the seeds: each of them walks as often as there are cords and drives.</summary>
    public static ExperimentReport Run(ExperimentOptions options)
    {
        ulong[] seeds = [.. options.AllSeeds.Take((options.Seeds + 1) / 2)];
        Trial[] trials = [.. Trial.Cords.SelectMany(cord => drives.Select(drive => Walk(cord, drive)))];
        DriveCurve[] cords = [.. Outcomes.Of(options, trials, seeds).Chunk(drives.Length).Select(own => new DriveCurve(own[0].Trial.Cord, own))];
        RecordedRun[] shown = [.. Trial.Cords.SelectMany(cord => new[] { slow, fast }.Select(drive => Record(Walk(cord, drive), options)))];
        return new ExperimentReport
        {
            Findings = $"Walking on land with the trunk held, at {drives.Length} drives from 0 to 1, means of {seeds.Length} seeds. {string.Join(' ', cords.Select(InWords))}\n\n{Answer(cords[0], cords[1])}",
            Tables = [Table(cords)],
            Checks = [.. Checks(cords[1])],
            Draw = folder =>
            [
                Picture.Save(OscillatorsPicture.Draw(cords), folder, "oscillators",
                    $"The walk of both cords against drive: from drive {slow:0.00} to {fast:0} the swing of the bursting cord changes by {100 * cords[1].Change(gait => gait.SwingS, slow, fast):+0;-0;0} %, "
                    + $"of the phase cord by {100 * cords[0].Change(gait => gait.SwingS, slow, fast):+0;-0;0} %."),
                Picture.Save(SwingRasterPicture.Draw(shown), folder, "swings",
                    $"When each leg swings, that is, when its flexor bursts, at a slow walk's drive and at a full one: bars of {Swing(cords[0], slow)} and {Swing(cords[0], fast)} in the phase cord, "
                    + $"of {Swing(cords[1], slow)} and {Swing(cords[1], fast)} in the bursting one."),
            ],
        };
    }

    private static string Swing(DriveCurve cord, double drive) => $"{1000 * cord.At(drive).Mean(gait => gait.SwingS):0} ms";

    private static Trial Walk(Oscillator cord, double drive) => new(cord, new DescendingCommand(drive, release: 0, swim: 0), ExpectedGait.Walk, Seconds);

    private static RecordedRun Record(Trial trial, ExperimentOptions options)
    {
        Trajectory trajectory = trial.Run(options.Seed, options.Stop).Trajectory;
        return new RecordedRun(trial.Scenario(options.Seed), trajectory);
    }

    private static string InWords(DriveCurve cord)
    {
        Outcomes first = cord.Drives[0], last = cord.Drives[^1];
        return $"The {Trial.Name(cord.Cord)} cord steps at {first.Mean(gait => gait.FrequencyHz):0.0} to {last.Mean(gait => gait.FrequencyHz):0.0} Hz; from drive {slow:0.00} to {fast:0} its swing goes from "
            + $"{1000 * cord.At(slow).Mean(gait => gait.SwingS):0} to {1000 * cord.At(fast).Mean(gait => gait.SwingS):0} ms, its stance from {1000 * cord.At(slow).Mean(gait => gait.StanceS):0} to "
            + $"{1000 * cord.At(fast).Mean(gait => gait.StanceS):0} ms. Its leg wave lags {cord.Least(gait => gait.LegWaveLagCycles):0.000} to {cord.Most(gait => gait.LegWaveLagCycles):0.000} cycles a segment, "
            + $"with a coherence of {cord.Least(gait => gait.LegWaveCoherence):0.00} at least (drive {cord.WhereLeast(gait => gait.LegWaveCoherence):0.00}), and walks "
            + $"{cord.Least(gait => gait.SpeedBlPerCycle):0.00} to {cord.Most(gait => gait.SpeedBlPerCycle):0.00} BL/cycle; {100 * cord.Drives.Average(outcomes => outcomes.SettledShare):0} % of its walks settle.";
    }

    private static string Answer(DriveCurve phase, DriveCurve bursting)
    {
        double swing = bursting.Change(gait => gait.SwingS, slow, fast), stance = bursting.Change(gait => gait.StanceS, slow, fast);
        Check[] failed = [.. Checks(bursting).Where(check => !check.Holds)];
        string missing = failed.Length == 0 ? "Bursting neurons keep everything that is asked of them at every drive."
            : $"Bursting neurons miss {failed.Length} of the {Checks(bursting).Count()} things asked of them: {string.Join("; ", failed.Select(check => $"{check.What} ({check.MeasuredText}, {check.Expected})"))}.";
        return $"Swing changes by {100 * swing:+0;-0;0} % and stance by {100 * stance:+0;-0;0} % where bursting neurons go from a slow walk's drive to a full one; in phase oscillators they change by {100 * phase.Change(gait => gait.SwingS, slow, fast):+0;-0;0} and "
            + $"{100 * phase.Change(gait => gait.StanceS, slow, fast):+0;-0;0} %, as both are half a cycle. {missing}";
    }

    private static IEnumerable<Check> Checks(DriveCurve bursting) =>
    [
        Check.AtLeast("bursting: least lag at any drive", bursting.Least(gait => gait.LegWaveLagCycles), 0.08, "cycles", "0.000"),
        Check.AtMost("bursting: largest lag at any drive", bursting.Most(gait => gait.LegWaveLagCycles), 0.15, "cycles", "0.000"),
        Check.AtLeast("bursting: least coherence at any drive", bursting.Least(gait => gait.LegWaveCoherence), 0.9, format: "0.000"),
        Check.AtMost("bursting: left-right off 0.5, most at any drive", bursting.Most(gait => gait.LeftRightPhase is { } phase ? Math.Abs(phase - 0.5) : null), 0.05, "cycles", "0.000"),
        Check.AtMost($"bursting: change of swing, drive {slow:0.00} to {fast:0}", 100 * Math.Abs(bursting.Change(gait => gait.SwingS, slow, fast)), 25, "%", "0"),
        Check.AtLeast($"bursting: shortening of stance, drive {slow:0.00} to {fast:0}", -100 * bursting.Change(gait => gait.StanceS, slow, fast), 50, "%", "0"),
    ];

    private static ReportTable Table(DriveCurve[] cords)
    {
        ReportTable table = new("oscillators", "The walk at every drive",
        [
            new("cord", "cord"), new("drive", "drive", "0.00"), new("frequency_hz", "frequency\nHz", "0.00"), new("swing_s", "swing\ns", "0.000"), new("stance_s", "stance\ns", "0.000"),
            new("lag_cycles", "lag\ncycles", "0.000"), new("coherence", "coherence", "0.000"), new("left_right_cycles", "left-right\ncycles", "0.000"),
            new("left_right_off_cycles", "off 0.5\ncycles", "0.000"), new("speed_bl_per_cycle", "speed\nBL/cycle", "0.000"), new("settled", "settled", "0.00"), new("settled_s", "after\ns", "0.0"),
        ])
        { Note = $"Over the second half of {Seconds:0} s on land, release 0; means of the seeds. Off 0.5: left-right of each seed against half a cycle. Settled: to coherence above 0.95 and a lag within 0.03 cycles of the phase cord's, kept to the end; after: mean of the seeds that did. Cells without a figure: not every seed has one, or none settled." };
        foreach (DriveCurve cord in cords)
        {
            foreach (Outcomes at in cord.Drives)
            {
                table.Add(Trial.Name(cord.Cord), at.Trial.Command.Drive, at.Mean(gait => gait.FrequencyHz), at.Mean(gait => gait.SwingS), at.Mean(gait => gait.StanceS),
                    at.Mean(gait => gait.LegWaveLagCycles), at.Mean(gait => gait.LegWaveCoherence), at.Mean(gait => gait.LeftRightPhase), at.OffAntiphase,
                    at.Mean(gait => gait.SpeedBlPerCycle), at.SettledShare, at.SettledS);
            }
        }
        return table;
    }
}

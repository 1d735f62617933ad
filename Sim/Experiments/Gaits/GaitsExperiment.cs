using Locomotion.Body;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Rhythms;
using Locomotion.Body.Animals;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Reports;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Experiments;

/// <summary>The three gaits with both cords, and what lies between them.</summary>
public static class GaitsExperiment
{
    private const double Seconds = 8;
    private const double SlowSeconds = 24;      // phase oscillators are slow to even out the lag along the body
    private const double GaitShare = 0.5;       // of the work
    private static readonly DescendingCommand heldFast = new(Gait.FastWalk.Command.Drive, release: 0, swim: 0);

    /// <summary>As it is listed.</summary>
    public static Experiment Described { get; } = new("gaits", "The three gaits",
        "Do three descending numbers alone turn a slow walk into a fast one and a fast one into swimming, with either kind of cord?", Run);

    /// <summary>A gait with one cord, as it is tried here.</summary>
    public static Trial Trial(Oscillator cord, Gait gait) => new(
        cord, gait.Command, gait == Gait.Swim ? ExpectedGait.Swim : ExpectedGait.Walk, gait == Gait.SlowWalk ? SlowSeconds : Seconds);

    /// <summary>Parameters of nervous system and body that are not the same in all of <paramref name="scenarios"/>, by name.</summary>
    public static IReadOnlyList<string> Differing(IReadOnlyList<Scenario> scenarios) =>
        [.. Animal.Parameters.Where(parameter => scenarios.Select(scenario => scenario.Animal.Read(parameter)).Distinct().Count() > 1).Select(parameter => parameter.Name)];

    /// <summary>Runs it.</summary>
    public static ExperimentReport Run(ExperimentOptions options)
    {
        Trial[] trials = [.. Experiments.Trial.Cords.SelectMany(cord =>
            Gait.All.Select(gait => Trial(cord, gait)).Append(new Trial(cord, heldFast, ExpectedGait.Walk, Seconds)))];
        IReadOnlyList<Outcomes> found = Outcomes.Of(options with { Progress = share => options.Progress(GaitShare * share) }, trials, [.. options.AllSeeds]);
        IReadOnlyList<BehaviourMap> maps = BehaviourMap.All(options with { Progress = share => options.Progress(GaitShare + (1 - GaitShare) * share) });
        CordGaits[] cords = [.. found.Chunk(4).Select(four => new CordGaits(four[0].Trial.Cord, four[0], four[1], four[2], four[3]))];
        int differing = Differing([.. Gait.All.Select(gait => Trial(Oscillator.Phase, gait).Scenario(options.Seed))]).Count;
        return new ExperimentReport
        {
            Findings = $"Of the {Animal.Parameters.Count} parameters of nervous system and body {(differing == 0 ? "none differs" : $"{differing} differ")} between the three gaits; only the descending "
                + $"drive, release and swim do. {string.Join(' ', cords.Select(cord => cord.InWords))}\n\n"
                + $"Between the gaits, drive, release and swim going from 0 to 1 ({BehaviourMap.Columns} by {BehaviourMap.Rows} cells, one seed), the animal does one thing or another: "
                + $"of {maps.Sum(map => map.Neighbours.Count())} pairs of neighbouring cells {maps.Sum(map => map.Neighbours.Count(pair => pair.Differ))} differ in behaviour. {string.Join(' ', maps.Select(InWords))}",
            Tables = [GaitTable(cords, options.Seeds), MapTable(maps)],
            Checks =
            [
                Check.AtMost("parameters that differ between the gaits", differing, 0, format: "0"),
                .. cords[0].PhaseChecks, Cells(maps), .. cords[1].BurstingChecks,
            ],
            Draw = folder =>
            [
                Picture.Save(GaitsPicture.Draw(cords), folder, "gaits", "Speed, trunk bending and coherence of the leg wave in the three gaits: legs alone, legs and trunk, trunk alone."),
                Picture.Save(BehaviourPicture.Draw(maps), folder, "behaviour",
                    "What the animal does at every drive and release on land, and at every drive and swim in open water; the numbers are speeds in BL/s."),
            ],
        };
    }

    private static string InWords(BehaviourMap map)
    {
        IEnumerable<string> counts = Enum.GetValues<Behaviour>().Where(one => map.Count(one) > 0).OrderByDescending(map.Count).Select(one => $"{one.InWords()} {map.Count(one)}");
        return $"{(map.Place == ExpectedGait.Walk ? "On land" : "In water")}, {Experiments.Trial.Name(map.Cord)} cord: {string.Join(", ", counts)}.";
    }

    private static Check Cells(IReadOnlyList<BehaviourMap> maps)
    {
        Dictionary<Gait, Behaviour> named = new() { [Gait.SlowWalk] = Behaviour.LegsOnly, [Gait.FastWalk] = Behaviour.LegsAndTrunk, [Gait.Swim] = Behaviour.Swims };
        int right = maps.Where(map => map.Cord == Oscillator.Phase).Sum(map => map.Gaits.Count(gait => map.At(gait).Figures.Behaviour == named[gait]));
        return Check.Within("phase: gaits whose cell of the map shows their behaviour", right, named.Count, named.Count, format: "0");
    }

    private static ReportTable GaitTable(CordGaits[] cords, int seeds)
    {
        ReportTable table = new("gaits", "The gaits",
        [
            new("cord", "cord"), new("gait", "gait"), new("drive", "drive", "0.00"), new("release", "release"), new("swim", "swim"),
            new("speed_bl_per_s", "speed\nBL/s", "0.00"), new("speed_bl_per_cycle", "speed\nBL/cycle", "0.000"), new("frequency_hz", "frequency\nHz", "0.00"),
            new("lag_cycles", "lag\ncycles", "0.000"), new("coherence", "coherence", "0.000"), new("left_right_cycles", "left-right\ncycles", "0.000"),
            new("trunk_rad", "trunk\nrad", "0.000"), new("folded", "folded", "0.00"), new("settled", "settled", "0.00"),
        ])
        {
            Note = $"Means of {seeds} seeds, over the second half of {Seconds:0} s, of the slow walk {SlowSeconds:0} s. Walks on level land, swims in open water. Lag, coherence, left-right: of the leg wave, in walking. "
                + "Trunk: amplitude of its bending. Settled: share of the seeds that came to the gait and kept it. No figure: not every seed has one.",
        };
        foreach (CordGaits cord in cords)
        {
            foreach ((string name, Outcomes gait) in cord.Named)
            {
                DescendingCommand command = gait.Trial.Command;
                table.Add(Experiments.Trial.Name(cord.Cord), name, command.Drive, command.Release, command.Swim,
                    gait.Mean(one => one.SpeedBlPerS), gait.Mean(one => one.SpeedBlPerCycle), gait.Mean(one => one.FrequencyHz), gait.Mean(one => one.LegWaveLagCycles),
                    gait.Mean(one => one.LegWaveCoherence), gait.Mean(one => one.LeftRightPhase), gait.Mean(one => one.TrunkAmplitudeRad), gait.Mean(one => one.FoldedFraction),
                    gait.SettledShare);
            }
        }
        return table;
    }

    /// <summary>Without a title: too long to be read.</summary>
    private static ReportTable MapTable(IReadOnlyList<BehaviourMap> maps)
    {
        ReportTable table = new("behaviour", "",
        [
            new("cord", "cord"), new("place", "place"), new("drive", "drive"), new("release", "release"), new("swim", "swim"), new("behaviour", "behaviour"),
            new("speed_bl_per_s", "speed"), new("leg_hz", "legs"), new("trunk_rad", "trunk"), new("trunk_wave", "wave"), new("folded", "folded"),
        ]);
        double length = new BodyParameters().Shape.Length;
        foreach (BehaviourMap map in maps)
        {
            foreach ((DescendingCommand command, BehaviourFigures figures) in map.Cells)
            {
                table.Add(Experiments.Trial.Name(map.Cord), map.Place == ExpectedGait.Walk ? "land" : "water", command.Drive, command.Release, command.Swim,
                    figures.Behaviour.InWords(), figures.Speed / length, figures.LegHz, figures.Trunk, figures.Direction, figures.Folded);
            }
        }
        return table;
    }
}

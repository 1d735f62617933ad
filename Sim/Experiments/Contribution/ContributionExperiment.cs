using System.Globalization;
using Locomotion.Controller.Rhythms;
using Locomotion.Body.Animals;
using Locomotion.Sim.Reports;

namespace Locomotion.Sim.Experiments;

/// <summary>Each coupling and feedback of the two cords switched off in turn.</summary>
public static class ContributionExperiment
{
    private const int MostSeeds = 10;
    private const double Broken = 0.5;

    /// <summary>As it is listed.</summary>
    public static Experiment Described { get; } = new("contribution", "What each coupling and feedback contributes",
        "What breaks when a single coupling or feedback is switched off, and what goes on as before?", Run);

    /// <summary>Runs it, with ten seeds at most: each of them does six tasks as often as there are couplings.</summary>
    public static ExperimentReport Run(ExperimentOptions options)
    {
        ulong[] seeds = [.. options.AllSeeds.Take(MostSeeds)];
        ExperimentOptions Part(double from, double share) => options with { Progress = done => options.Progress(from + share * done) };
        IReadOnlyList<ContributionRow> rows = Measure(Part(0, 0.8), seeds);
        IReadOnlyList<Margin> gap = GapExperiment.WithoutLoad(Part(0.8, 0.1)), rough = RoughGroundExperiment.WithoutLoad(Part(0.9, 0.1));
        IReadOnlyList<ContributionRow> phase = [.. rows.Where(row => row.Cord == CordName(Oscillator.Phase))];
        return new ExperimentReport
        {
            Findings = Findings(rows, gap, rough, seeds.Length),
            Tables =
            [
                Table(rows), Margin.Table("contribution-gap", "Load feedback off, across a gap of five segments", gap),
                Margin.Table("contribution-rough-ground", "Load feedback off, over rough ground", rough),
            ],
            Checks =
            [
                .. Essential(phase),
                .. Margin.Of(gap, GroundMeasure.Unsupported).Claim(GapExperiment.UnsupportedMargin).Select(At("gap")),
                .. Margin.Of(rough, GroundMeasure.Unsupported).Claim(RoughGroundExperiment.UnsupportedMargin).Select(At("rough ground")),
            ],
            Draw = folder =>
            [
                Picture.Save(ContributionPicture.Draw(rows), folder, "contribution", "What is left of each gait without one of the couplings; the darker, the farther from intact."),
            ],
        };
    }

    private static Func<Check, Check> At(string where) => check => check with { What = $"{where}: {check.What}" };

    private static IReadOnlyList<ContributionRow> Measure(ExperimentOptions options, ulong[] seeds)
    {
        (Oscillator Cord, AnimalChange Change, Animal Animal, ContributionTask Task, ulong Seed)[] runs =
        [
            .. new[] { Oscillator.Phase, Oscillator.Bursting }.SelectMany(cord => (cord == Oscillator.Phase ? Couplings.Phase : Couplings.Bursting).SelectMany(change =>
            {
                Animal animal = change.Of(Preset.Centipede with { Controller = new() { Oscillator = cord } });
                return ContributionTask.All.SelectMany(task => seeds.Select(seed => (cord, change, animal, task, seed)));
            })),
        ];
        IReadOnlyList<ContributionFigures> found = options.RunEach(runs, run => run.Task.Run(run.Animal, run.Seed, options.Stop));
        return [.. runs.Zip(found).Chunk(seeds.Length * ContributionTask.All.Count).Select(same => new ContributionRow(CordName(same[0].First.Cord), same[0].First.Change.Name,
            same.GroupBy(one => one.First.Task).ToDictionary(task => task.Key, task => (IReadOnlyList<ContributionFigures>)[.. task.Select(one => one.Second)])))];
    }

    private static string CordName(Oscillator cord) => cord == Oscillator.Phase ? "phase cord" : "bursting cord";

    private static ContributionRow Named(IReadOnlyList<ContributionRow> rows, AnimalChange change) => rows.First(row => row.Change == change.Name);

    /// <summary>What must break, and what must not, in the phase cord.</summary>
    private static IEnumerable<Check> Essential(IReadOnlyList<ContributionRow> phase)
    {
        ContributionRow intact = Named(phase, AnimalChange.None);
        foreach (ContributionTask gait in new[] { ContributionTask.Slow, ContributionTask.Fast, ContributionTask.Swim })
            yield return Check.AtLeast($"intact: share of seeds that settle, {gait.Name}", intact.Settled(gait), 1);
        yield return Check.AtLeast("intact: antiphase, slow walk", Antiphase(intact), 0.9);
        yield return Check.AtMost($"{Couplings.ContralateralAndLoad.Name}: antiphase, slow walk", Antiphase(Named(phase, Couplings.ContralateralAndLoad)), Broken);
        yield return Check.AtMost($"{Couplings.Neighbours.Name}: coherence, slow walk", Named(phase, Couplings.Neighbours).Median(ContributionTask.Slow, one => one.Coherence), Broken);
        yield return Check.AtLeast("intact: what the trunk adds to the fast walk", intact.TrunkGain, 20, "%", "0");
        yield return Check.AtMost($"{Couplings.TrunkToLeg.Name}: what the trunk adds to the fast walk", Named(phase, Couplings.TrunkToLeg).TrunkGain, intact.TrunkGain / 2, "%", "0");
        yield return Check.AtMost($"{Couplings.TrunkChain.Name}: share of seeds that settle, swim", Named(phase, Couplings.TrunkChain).Settled(ContributionTask.Swim), Broken);
        yield return Check.AtMost($"{Couplings.Contact.Name}, told to swim on land: speed over intact",
            Speed(Named(phase, Couplings.Contact), ContributionTask.SwimOnLand) / Speed(intact, ContributionTask.SwimOnLand), 0.75);
        yield return Check.AtMost("intact, told to walk in water: legs folded", Folded(intact, ContributionTask.WalkInWater), 0.05);
        yield return Check.AtLeast($"{Couplings.FoldByEither.Name}, told to walk in water: legs folded", Folded(Named(phase, Couplings.FoldByEither), ContributionTask.WalkInWater), 0.95);
    }

    private static double Speed(ContributionRow row, ContributionTask task) => row.Median(task, one => one.Speed);

    private static double Antiphase(ContributionRow row) => row.Median(ContributionTask.Slow, one => one.Antiphase);

    private static double Folded(ContributionRow row, ContributionTask task) => row.Median(task, one => one.Folded);

    private static string Findings(IReadOnlyList<ContributionRow> rows, IReadOnlyList<Margin> gap, IReadOnlyList<Margin> rough, int seeds)
    {
        IEnumerable<string> cords = rows.GroupBy(row => row.Cord).Select(cord =>
        {
            ContributionRow intact = cord.First();
            string[] broken = [.. cord.Skip(1).Select(row => (row.Change, Lost: ContributionMeasure.All.Where(measure => IsLost(measure, row, intact)).ToArray())).Where(one => one.Lost.Length > 0)
                .Select(one => $"{one.Change} ({string.Join("; ", one.Lost.Select(measure => InWords(measure, cord.First(row => row.Change == one.Change), intact)))})")];
            string[] kept = [.. cord.Skip(1).Where(row => !ContributionMeasure.All.Any(measure => IsLost(measure, row, intact))).Select(row => row.Change)];
            return $"In the {cord.Key}, what breaks a gait: {(broken.Length > 0 ? string.Join(", ", broken) : "nothing")}. Without breaking any: {(kept.Length > 0 ? string.Join(", ", kept) : "none")}.";
        });
        ContributionRow alone = Named(rows, Couplings.Contralateral), neither = Named(rows, Couplings.ContralateralAndLoad);
        PairedSeeds load = new([.. neither.Seeds[ContributionTask.Slow].Select(one => one.Antiphase)], [.. alone.Seeds[ContributionTask.Slow].Select(one => one.Antiphase)]);
        return string.Join("\n\n", cords)
            + string.Create(CultureInfo.InvariantCulture, $" A figure counts as broken if half of the intact animal's is gone, or a share has changed by {Broken}; medians of {seeds} seeds. ")
            + string.Create(CultureInfo.InvariantCulture, $"Without the coupling of left and right the slow walk's antiphase is {Antiphase(alone):0.00} with load feedback and {Antiphase(neither):0.00} without; ")
            + string.Create(CultureInfo.InvariantCulture, $"feedback raises it in {load.Larger} of {load.Differing} seeds (sign test {load.Chance:0.000}).")
            + $"\n\nOn uneven ground the slow walk of the phase cord without load feedback is, across a gap, {Margin.Sorted(gap)} Over rough ground it is {Margin.Sorted(rough)}";
    }

    private static bool IsLost(ContributionMeasure measure, ContributionRow row, ContributionRow intact)
    {
        double now = measure.Of(row), before = measure.Of(intact);
        return double.IsFinite(before) && (!double.IsFinite(now) || (measure.Scale > 0 ? Math.Abs(now - before) >= Broken * measure.Scale : before > 0 && now <= Broken * before));
    }

    private static string InWords(ContributionMeasure measure, ContributionRow row, ContributionRow intact)
    {
        string Text(double value) => double.IsFinite(value) ? value.ToString(measure.Format, CultureInfo.InvariantCulture) : "none";
        return $"{measure.Task.Name}: {measure.Header.Replace("-\n", "", StringComparison.Ordinal).Replace('\n', ' ')} {Text(measure.Of(row))}, intact {Text(measure.Of(intact))}";
    }

    private static ReportTable Table(IReadOnlyList<ContributionRow> rows)
    {
        ReportTable table = new("contribution", "Without each coupling, medians over the seeds",
        [
            new("cord", "cord"), new("change", "off"), new("task", "told to"), new("settled_share", "settled", "0.00"), new("settled_s", "after\ns", "0.00"),
            new("lag_cycles", "lag\ncycles", "0.000"), new("coherence", "coherence", "0.000"), new("antiphase", "antiphase", "0.00"), new("trunk_coherence", "trunk\ncoherence", "0.000"),
            new("speed_bl_per_s", "speed\nBL/s", "0.000"), new("folded_share", "legs\nfolded", "0.00"),
        ])
        { Note = "Antiphase: -mean cos of left minus right, 1 if the legs of a segment step in turn. Time to settle: of those that settled." };
        foreach (ContributionRow row in rows)
        {
            foreach (ContributionTask task in ContributionTask.All)
            {
                table.Add(row.Cord, row.Change, task.Name, row.Settled(task), row.Median(task, one => one.Settled), row.Median(task, one => one.Lag), row.Median(task, one => one.Coherence),
                    row.Median(task, one => one.Antiphase), row.Median(task, one => one.TrunkCoherence), Speed(row, task), Folded(row, task));
            }
        }
        return table;
    }
}

using System.Globalization;
using Locomotion.Sim.Reports;

namespace Locomotion.Sim.Experiments;

/// <summary>What a change in the animal does to one figure, seed by seed.</summary>
/// <param name="Walk">Who walks.</param>
/// <param name="Change">What is changed.</param>
/// <param name="Measure">The figure.</param>
/// <param name="Seeds">It, of each seed.</param>
internal sealed record Margin(string Walk, string Change, GroundMeasure Measure, PairedSeeds Seeds)
{
    /// <summary>Probability below which a sign test counts.</summary>
    public const double Sure = 0.05;

    /// <summary>Whether the change makes it worse, or better, for more of the seeds than chance allows.</summary>
    public bool IsSure => Seeds.Chance < Sure;

    /// <summary>Whether it is worse with the change.</summary>
    public bool IsWorse => Measure.MoreIsBetter ? Seeds.Percent < 0 : Seeds.Percent > 0;

    /// <summary>Seeds in which the change makes it worse.</summary>
    public int Worse => Measure.MoreIsBetter ? Seeds.Differing - Seeds.Larger : Seeds.Larger;

    /// <summary>"speed +10 % (worse in 0 of 20)".</summary>
    public string InWords => string.Create(CultureInfo.InvariantCulture, $"{Measure.Name} {Seeds.Percent:+0.0;-0.0;0.0} % (worse in {Worse} of {Seeds.Differing} seeds)");

    /// <summary>Every measure of two sets of walks, paired by seed.</summary>
    public static IReadOnlyList<Margin> All(string walk, string change, IReadOnlyList<GroundFigures> without, IReadOnlyList<GroundFigures> with) =>
        [.. GroundMeasure.All.Select(measure => new Margin(walk, change, measure, new PairedSeeds([.. without.Select(measure.Of)], [.. with.Select(measure.Of)])))];

    /// <summary>The one of <paramref name="margins"/> about <paramref name="measure"/>.</summary>
    public static Margin Of(IEnumerable<Margin> margins, GroundMeasure measure) => margins.First(margin => margin.Measure == measure);

    /// <summary>Which get surely worse, and which surely better, in a sentence or two.</summary>
    public static string Sorted(IReadOnlyList<Margin> margins)
    {
        Margin[] worse = [.. margins.Where(margin => margin.IsSure && margin.IsWorse)], better = [.. margins.Where(margin => margin.IsSure && !margin.IsWorse)];
        Margin[] unsure = [.. margins.Where(margin => !margin.IsSure)];
        string text = worse.Length > 0 ? $"worse: {string.Join(", ", worse.Select(margin => margin.InWords))}" : "worse: nothing";
        text += better.Length > 0 ? $"; better: {string.Join(", ", better.Select(margin => margin.InWords))}" : "; better: nothing";
        return text + (unsure.Length > 0 ? $"; not told apart: {string.Join(", ", unsure.Select(margin => margin.Measure.Name))}." : ".");
    }

    /// <summary>A table of them.</summary>
    public static ReportTable Table(string name, string title, IEnumerable<Margin> margins)
    {
        ReportTable table = new(name, title,
        [
            new("walk", "walk"), new("change", "change"), new("measure", "measure"), new("without", "intact", "0.000"), new("with", "changed", "0.000"),
            new("percent", "adds\n%", "+0.0;-0.0;0.0"), new("worse", "worse in\nseeds"), new("of", "of"), new("chance", "chance", "0.0000"),
        ])
        { Note = "Medians over the seeds; each seed is compared with itself. Chance: two-sided sign test of this figure alone; six are tested for each change." };
        foreach (Margin margin in margins)
        {
            table.Add(margin.Walk, margin.Change, margin.Measure.Name, PairedSeeds.Median(margin.Seeds.Without), PairedSeeds.Median(margin.Seeds.With),
                margin.Seeds.Percent, margin.Worse, margin.Seeds.Differing, margin.Seeds.Chance);
        }
        return table;
    }

    /// <summary>What must hold of a margin that is claimed: its size, and that it is no chance.</summary>
    public IEnumerable<Check> Claim(double leastPercent)
    {
        double worse = Measure.MoreIsBetter ? -Seeds.Percent : Seeds.Percent;
        yield return Check.AtLeast($"{Walk}, {Change}: {Measure.Name} worse by", worse, leastPercent, "%", "0.0");
        if (Seeds.Differing >= 8) yield return Check.AtMost($"{Walk}, {Change}: {Measure.Name}, chance by sign test", Seeds.Chance, Sure, format: "0.0000");
    }
}

using Locomotion.Controller.Lesions;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Sweeps;

/// <summary>What is taken from the animal, beside what the scenario takes: "none", or lesions joined by "+".</summary>
/// <param name="from">The scenario that the sweep starts from.</param>
public sealed class LesionsAxis(Scenario from) : SweepAxis("lesions")
{
    /// <summary>The value of an animal that is whole.</summary>
    public const string None = "none";

    /// <inheritdoc/>
    public override bool IsNumber => false;

    /// <inheritdoc/>
    public override IEnumerable<string> Fields => [CaseText.LesionsField];

    /// <inheritdoc/>
    public override string Checked(string text)
    {
        Lesion[] lesions = Parse(text);
        foreach (Lesion lesion in lesions) lesion.CheckFits(from.Animal.Segments);
        return lesions.Length == 0 ? None : string.Join('+', lesions.Select(lesion => lesion.ToString()));
    }

    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario, string value) => scenario with { Lesions = [.. from.Lesions, .. Parse(value)] };

    /// <inheritdoc/>
    public override void Write(CaseText text, string value) => text[CaseText.LesionsField] = CaseText.Of([.. from.Lesions, .. Parse(value)]);

    private static Lesion[] Parse(string text) => text == None ? [] : [.. text.Split('+').Select(Lesion.Parse)];
}

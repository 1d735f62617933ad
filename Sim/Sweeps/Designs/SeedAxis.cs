using System.Globalization;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Sweeps;

/// <summary>The seed of the first phases.</summary>
public sealed class SeedAxis() : SweepAxis("seed")
{
    /// <inheritdoc/>
    public override bool IsNumber => true;

    /// <inheritdoc/>
    public override bool IsWhole => true;

    /// <inheritdoc/>
    public override IEnumerable<string> Fields => [CaseText.SeedField];

    /// <inheritdoc/>
    public override string Checked(string text) => ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong seed) && seed <= long.MaxValue
        ? seed.ToString(CultureInfo.InvariantCulture)
        : throw new InvalidInputException("Seed", $"'{text}'", $"is not a whole number in [0, {long.MaxValue}]", "write one, such as 1");

    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario, string value) => scenario with { Seed = ulong.Parse(value, CultureInfo.InvariantCulture) };

    /// <inheritdoc/>
    public override void Write(CaseText text, string value) => text[CaseText.SeedField] = value;
}

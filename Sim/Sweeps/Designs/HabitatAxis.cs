using Locomotion.Body.Ground;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Sweeps;

/// <summary>Level land, or open water.</summary>
public sealed class HabitatAxis() : SweepAxis("habitat")
{
    private const string Land = "land", Water = "water";

    /// <inheritdoc/>
    public override bool IsNumber => false;

    /// <inheritdoc/>
    public override IEnumerable<string> Fields => [CaseText.HabitatField];

    /// <inheritdoc/>
    public override string Checked(string text) => text is Land or Water
        ? text
        : throw new InvalidInputException($"Axis '{Name}'", $"'{text}'", "is not known", $"use {Land} or {Water}; another habitat belongs into the scenario");

    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario, string value) => scenario with { Habitat = Of(value) };

    /// <inheritdoc/>
    public override void Write(CaseText text, string value) => text[CaseText.HabitatField] = CaseText.Of(Of(value));

    private static Habitat Of(string value) => value == Land ? Habitat.Land : Habitat.Water;
}

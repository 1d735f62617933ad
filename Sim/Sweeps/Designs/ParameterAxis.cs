using System.Globalization;
using Locomotion.Controller.Parameters;
using Locomotion.Body.Animals;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Sweeps;

/// <summary>A parameter of nervous system or body.</summary>
/// <param name="parameter">Which.</param>
/// <param name="from">The scenario that the sweep starts from.</param>
public sealed class ParameterAxis(Parameter parameter, Scenario from) : SweepAxis(parameter.Name)
{
    /// <inheritdoc/>
    public override bool IsNumber => parameter.Choices.Count == 0;

    /// <inheritdoc/>
    public override bool IsWhole => parameter.Type == typeof(int);

    /// <inheritdoc/>
    public override IEnumerable<string> Fields => [CaseText.ParameterField(parameter.Name)];

    /// <inheritdoc/>
    public override string Checked(string text)
    {
        // a number may lie between two whole ones if it was sampled
        if (IsWhole && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)) text = Math.Round(number).ToString(CultureInfo.InvariantCulture);
        return from.Animal.With(parameter.Name, text).Read(parameter);
    }

    /// <inheritdoc/>
    public override Scenario Apply(Scenario scenario, string value) => scenario with { Animal = scenario.Animal.With(parameter.Name, value) };

    /// <inheritdoc/>
    public override void Write(CaseText text, string value) =>
        text[CaseText.ParameterField(parameter.Name)] = parameter.Type.IsEnum ? CaseText.Quoted(value) : value;

    /// <summary>The parameter of that name, or null.</summary>
    public static Parameter? Find(string name) => Animal.Parameters.FirstOrDefault(parameter => parameter.Name == name);
}

using Locomotion.Controller.Circuits;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Neurons;

/// <summary>Parameters that a user asked to be set, as texts "name=value", in their order.</summary>
public sealed class Settings
{
    private readonly List<(string Name, string Value)> assignments = [];

    /// <summary>Reads the assignments.</summary>
    /// <exception cref="InvalidInputException">A text is not name=value.</exception>
    public Settings(params IEnumerable<string> texts)
    {
        foreach (string text in texts)
        {
            int equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) throw new InvalidInputException("Option --set", $"'{text}'", "is not name=value", "write for example --set noise=0");
            assignments.Add((text[..equals], text[(equals + 1)..]));
        }
    }

    /// <summary>Whether there are none.</summary>
    public bool None => assignments.Count == 0;

    /// <summary>Sets them in a circuit: see <see cref="CircuitDesign.Set"/>.</summary>
    public void Apply(CircuitDesign design) => assignments.ForEach(assignment => design.Set(assignment.Name, assignment.Value));

    /// <summary>A neuron with them set: see <see cref="SingleUnit.With"/>.</summary>
    public SingleUnit Apply(SingleUnit unit) => assignments.Aggregate(unit, (changed, assignment) => changed.With(assignment.Name, assignment.Value));
}

using Locomotion.Controller.Circuits;
using Locomotion.Controller.Parameters;

namespace Locomotion.Sim.Neurons;

/// <summary>Parameters that a user asked to be set, as texts "name=value", in their order.</summary>
/// <exception cref="InvalidInputException">A text is not name=value.</exception>
public sealed class Settings(params IEnumerable<string> texts)
{
    private readonly List<Assignment> assignments = [.. texts.Select(text => Assignment.Parse(text, "noise=0"))];

    /// <summary>Sets them in a circuit: see <see cref="CircuitDesign.Set"/>.</summary>
    public void Apply(CircuitDesign design) => assignments.ForEach(assignment => design.Set(assignment.Name, assignment.Value));

    /// <summary>A neuron with them set: see <see cref="SingleUnit.With"/>.</summary>
    public SingleUnit Apply(SingleUnit unit) => assignments.Aggregate(unit, (changed, assignment) => changed.With(assignment.Name, assignment.Value));
}

using Locomotion.Controller.Parameters;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Sweeps;

/// <summary>Something that differs between the cases of a sweep. Its values are texts that read back exactly, one text for each value.</summary>
/// <param name="name">What the design and the columns of the results call it.</param>
public abstract class SweepAxis(string name)
{
    /// <summary>What the design and the columns of the results call it.</summary>
    public string Name { get; } = name;

    /// <summary>Whether its values are numbers.</summary>
    public abstract bool IsNumber { get; }

    /// <summary>Whether its values are whole numbers.</summary>
    public virtual bool IsWhole => false;

    /// <summary>The one text of a value that a design gives as <paramref name="text"/>.</summary>
    /// <exception cref="InvalidInputException">There is no such value.</exception>
    public abstract string Checked(string text);

    /// <summary>The scenario with this value.</summary>
    /// <exception cref="InvalidInputException">It does not go together with the rest.</exception>
    public abstract Scenario Apply(Scenario scenario, string value);

    /// <summary>The same in a case's text, field by field.</summary>
    public abstract void Write(CaseText text, string value);

    /// <summary>The fields of a case's text that it writes.</summary>
    public abstract IEnumerable<string> Fields { get; }
}

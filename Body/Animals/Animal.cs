using Locomotion.Body;
using Locomotion.Controller;
using Locomotion.Controller.Parameters;

namespace Locomotion.Body.Animals;

/// <summary>A nervous system and a body that belong together. Immutable; every instance is valid.</summary>
public sealed record Animal(ControllerParameters Controller, BodyParameters Body)
{
    private static readonly ParameterTree BodyTree = ParameterTree.Of<BodyParameters>();

    /// <summary>Every parameter of nervous system and body.</summary>
    public static IReadOnlyList<Parameter> Parameters { get; } = [.. ControllerParameters.Tree.All, .. BodyTree.All];

    /// <summary>Leg-bearing segments.</summary>
    public int Segments => Body.Shape.Segments;

    /// <summary>A copy with one parameter set from text.</summary>
    /// <exception cref="InvalidInputException">No such parameter, or no such value.</exception>
    public Animal With(string name, string text)
    {
        if (ControllerParameters.Tree.Has(name)) return this with { Controller = ControllerParameters.Tree[name].Write(Controller, text) };
        if (BodyTree.Has(name)) return this with { Body = BodyTree[name].Write(Body, text) };
        throw ParameterTree.Unknown(name, Parameters);
    }

    /// <summary>The value of a parameter, as text.</summary>
    public string Read(Parameter parameter) => ControllerParameters.Tree.Has(parameter.Name) ? parameter.Read(Controller) : parameter.Read(Body);
}

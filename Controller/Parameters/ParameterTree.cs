using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace Locomotion.Controller.Parameters;

/// <summary>All parameters below a root group, by name.</summary>
public sealed class ParameterTree
{
    private readonly Dictionary<string, Parameter> byName;

    private ParameterTree(IReadOnlyList<Parameter> parameters)
    {
        All = parameters;
        byName = parameters.ToDictionary(parameter => parameter.Name);
    }

    /// <summary>Every parameter, in the order in which the groups declare them.</summary>
    public IReadOnlyList<Parameter> All { get; }

    /// <summary>The parameters of <typeparamref name="T"/> and of the groups inside it.</summary>
    public static ParameterTree Of<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] T>()
        where T : ParameterGroup => new([.. Walk(typeof(T), [])]);

    /// <summary>The parameter of that name.</summary>
    /// <exception cref="InvalidInputException">There is none; the message offers the nearest name.</exception>
    public Parameter this[string name] => byName.TryGetValue(name, out Parameter? parameter)
        ? parameter
        : throw Unknown(name, All);

    /// <summary>Whether there is a parameter of that name.</summary>
    public bool Has(string name) => byName.ContainsKey(name);

    /// <summary>The error for a name that none of <paramref name="known"/> has; it offers the nearest.</summary>
    public static InvalidInputException Unknown(string name, IEnumerable<Parameter> known) => new("Parameter", $"'{name}'", "does not exist",
        $"did you mean '{Naming.Nearest(name, known.Select(parameter => parameter.Name))}'? `locomotion params list` and `params neurons` show all");

    [UnconditionalSuppressMessage("Trimming", "IL2070", Justification = "ParameterGroup keeps the public properties of its heirs.")]
    [UnconditionalSuppressMessage("Trimming", "IL2072", Justification = "ParameterGroup keeps the public properties of its heirs.")]
    private static IEnumerable<Parameter> Walk(Type group, PropertyInfo[] path)
    {
        foreach (PropertyInfo property in group.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            PropertyInfo[] inner = [.. path, property];
            if (property.GetCustomAttribute<ParameterAttribute>() is { } description)
            {
                yield return new Parameter(inner, description);
            }
            else if (property.PropertyType.IsSubclassOf(typeof(ParameterGroup)))
            {
                foreach (Parameter parameter in Walk(property.PropertyType, inner)) yield return parameter;
            }
        }
    }
}

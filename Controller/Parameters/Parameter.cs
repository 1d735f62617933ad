using System.Reflection;

namespace Locomotion.Controller.Parameters;

/// <summary>One parameter of a tree of groups: its full name, its description, and how to read and change it.</summary>
public sealed class Parameter
{
    private readonly PropertyInfo[] path;   // from the root group to the value

    internal Parameter(PropertyInfo[] path, ParameterAttribute description)
    {
        this.path = path;
        Description = description;
        Name = string.Join('.', path.Select(property => Naming.Kebab(property.Name)));
    }

    /// <summary>Groups and property in lower case, as "legs.contralateral".</summary>
    public string Name { get; }

    /// <summary>Range, unit, meaning.</summary>
    public ParameterAttribute Description { get; }

    /// <summary>Where the default comes from.</summary>
    public string Source => path.Select(property => property.GetCustomAttribute<DefaultsFromAttribute>()?.Source).LastOrDefault(source => source is not null) ?? Description.Source;

    /// <summary>double, int, bool, or an enumeration.</summary>
    public Type Type => path[^1].PropertyType;

    /// <summary>The allowed words of a choice or switch; empty for numbers.</summary>
    public IReadOnlyList<string> Choices =>
        Type.IsEnum ? [.. Type.GetEnumNames().Select(Naming.Kebab)] : Type == typeof(bool) ? ["true", "false"] : [];

    /// <summary>The value in <paramref name="root"/>, written so that <see cref="Write"/> reads it back exactly.</summary>
    public string Read(ParameterGroup root)
    {
        object value = path.Aggregate((object)root, (group, property) => property.GetValue(group)!);
        return value switch
        {
            double number => Naming.Number(number),
            bool choice => choice ? "true" : "false",
            Enum choice => Naming.Word(choice),
            _ => value.ToString()!,
        };
    }

    /// <summary>A copy of <paramref name="root"/> with this parameter set from text.</summary>
    /// <exception cref="InvalidInputException">The text is no such value, or out of range.</exception>
    public T Write<T>(T root, string text) where T : ParameterGroup
    {
        object value = Parse(text);
        var groups = new ParameterGroup[path.Length];
        groups[0] = root;
        for (int depth = 1; depth < path.Length; depth++)
            groups[depth] = (ParameterGroup)path[depth - 1].GetValue(groups[depth - 1])!;
        for (int depth = path.Length - 1; depth >= 0; depth--)
            value = groups[depth].With(path[depth], value);
        return (T)value;
    }

    private object Parse(string text)
    {
        if (Type == typeof(double) && NumberText.TryDouble(text, out double number)) return Description.Checked(number, Name);
        if (Type == typeof(int) && NumberText.TryInt(text, out int whole)) return (int)Description.Checked(whole, Name);
        if (Type == typeof(bool) && bool.TryParse(text, out bool choice)) return choice;
        if (Type.IsEnum && Type.GetEnumNames().FirstOrDefault(n => Naming.Kebab(n) == text) is { } name) return Enum.Parse(Type, name);
        throw new InvalidInputException($"Parameter '{Name}'", $"'{text}'", $"is not {Kind}", "see `locomotion params list`");
    }

    /// <summary>"[0, 200] 1/s", or the words of a choice.</summary>
    public string Range => Choices.Count > 0 ? string.Join(" | ", Choices) : Description.Range;

    private string Kind => Choices.Count > 0 ? $"one of {string.Join(", ", Choices)}"
        : Type == typeof(int) ? "a whole number" : "a number";
}

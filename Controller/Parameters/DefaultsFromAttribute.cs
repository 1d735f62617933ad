namespace Locomotion.Controller.Parameters;

/// <summary>On a group inside another: where its defaults come from there, in place of what its parameters say by themselves.</summary>
/// <param name="source">Where from.</param>
[AttributeUsage(AttributeTargets.Property)]
public sealed class DefaultsFromAttribute(string source) : Attribute
{
    /// <summary>Where from.</summary>
    public string Source { get; } = source;
}

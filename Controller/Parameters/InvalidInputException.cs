namespace Locomotion.Controller.Parameters;

/// <summary>Something the user gave cannot be used. The message names thing, value, rule and remedy.</summary>
public sealed class InvalidInputException : Exception
{
    /// <summary>"<paramref name="thing"/>: <paramref name="value"/> <paramref name="rule"/>; <paramref name="remedy"/>."</summary>
    public InvalidInputException(string thing, string value, string rule, string remedy)
        : base($"{thing}: {value} {rule}; {remedy}.") => Thing = thing;

    /// <summary>What the message is about: a parameter, a file and the place in it, an option.</summary>
    public string Thing { get; }
}

namespace Locomotion.Controller.Parameters;

/// <summary>What <c>--set name=value</c> asks for.</summary>
/// <param name="Name">Which parameter.</param>
/// <param name="Value">Its value, as text.</param>
public readonly record struct Assignment(string Name, string Value)
{
    /// <summary>Reads "name=value".</summary>
    /// <param name="text">What was given.</param>
    /// <param name="example">What the error offers as an example.</param>
    /// <exception cref="InvalidInputException">The text is not name=value.</exception>
    public static Assignment Parse(string text, string example)
    {
        int equals = text.IndexOf('=', StringComparison.Ordinal);
        return equals > 0
            ? new(text[..equals], text[(equals + 1)..])
            : throw new InvalidInputException("Option --set", $"'{text}'", "is not name=value", $"write for example --set {example}");
    }
}

namespace Locomotion.Controller.Files;

/// <summary>Names of scenarios, phases and machines: lower-case letters, digits and hyphens.</summary>
public static class PlainName
{
    /// <summary>Longest name.</summary>
    public const int MostLetters = 64;

    /// <summary>What a name looks like, as a regular expression.</summary>
    public const string Pattern = "^[a-z0-9][a-z0-9-]*$";

    /// <summary>Whether <paramref name="name"/> fits <see cref="Pattern"/> and <see cref="MostLetters"/>.</summary>
    public static bool Is(string name) => name.Length is > 0 and <= MostLetters && name[0] != '-'
        && name.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}

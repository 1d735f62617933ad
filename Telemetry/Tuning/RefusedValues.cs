namespace Locomotion.Telemetry.Tuning;

/// <summary>What is refused of one request: the first are explained, of the others only the number is kept, so that a long list of nonsense costs little.</summary>
internal sealed class RefusedValues
{
    /// <summary>The most that are explained.</summary>
    public const int MostExplained = 16;

    private const int MostInMessage = 4, LongestShown = 48;

    private readonly List<FieldRefusal> explained = [];
    private int atRest;

    /// <summary>The first of them, and why.</summary>
    public IReadOnlyList<FieldRefusal> Explained => explained;

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Whether all of them could be set while the animal rests.</summary>
    public bool AreForRest => atRest == Count;

    /// <summary>All of them in words for a person.</summary>
    public string Message => string.Join(" ", explained.Take(MostInMessage).Select(refusal => refusal.Message)) + Rest(Count, MostInMessage);

    /// <summary>Adds one; <paramref name="why"/> is asked only if it is explained.</summary>
    public void Add(string name, FieldCode code, Func<string> why)
    {
        Count++;
        if (code == FieldCode.AtRest) atRest++;
        if (explained.Count < MostExplained) explained.Add(new FieldRefusal(name, code, why()));
    }

    /// <summary>How many are refused, for the end of a message that does not name them all; else empty.</summary>
    public static string Rest(int count, int named) => count <= named ? "" : $" In all {count} are refused; the first {Math.Min(count, MostExplained)} of them are explained one by one.";

    /// <summary>A text from outside as it may be quoted.</summary>
    public static string Shown(string text) => text.Length <= LongestShown ? text : $"{text[..LongestShown]}…";

    /// <summary>A message that quotes <paramref name="text"/>, so that a long one is cut.</summary>
    public static string Shown(string message, string text) => text.Length <= LongestShown ? message : message.Replace(text, Shown(text), StringComparison.Ordinal);
}

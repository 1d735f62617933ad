using System.Text.Json;
using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Files;

/// <summary>A value in a JSON file that knows where it stands: every refusal names file, path, value, rule and remedy.</summary>
public readonly record struct JsonPlace(string Source, string Path, JsonElement Element)
{
    private const int LongestShown = 60;

    /// <summary>The value itself if it is short, else what kind of value it is.</summary>
    private string Shown => Element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "a list",
        _ => Shorten(Element.GetRawText()),
    };

    /// <summary>The place of a value inside this one; <paramref name="step"/> as ".key" or "[3]".</summary>
    public JsonPlace Inside(string step, JsonElement element) => new(Source, Path + step, element);

    /// <summary>The step to <paramref name="key"/>: ".seconds", or "['legs.waves']" where a dot would mislead.</summary>
    public static string Step(string key) => key.Length > 0 && key.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-' or '$')
        ? $".{Shorten(key)}"
        : $"['{Shorten(key)}']";

    /// <summary>The error for this value.</summary>
    public InvalidInputException Refuse(string rule, string remedy) => Refuse(Shown, rule, remedy);

    /// <summary>The error for something else about this place.</summary>
    public InvalidInputException Refuse(string value, string rule, string remedy) => new($"{Source}, {Path}", value, rule, remedy);

    /// <summary>The error for a word that is none of <paramref name="known"/>: it offers the nearest, and all.</summary>
    public InvalidInputException RefuseWord(string value, string word, string rule, IReadOnlyCollection<string> known) =>
        Refuse(value, rule, $"did you mean '{Naming.Nearest(Shorten(word), known)}'? Known: {string.Join(", ", known)}");

    /// <summary>What <paramref name="build"/> makes of this value; its complaint gets file and path in front.</summary>
    public T Check<T>(Func<T> build)
    {
        try
        {
            return build();
        }
        catch (InvalidInputException refusal)
        {
            // its message is "thing: value rule; remedy."; cut anywhere, the parts join to the same words
            string rest = refusal.Message[(refusal.Thing.Length + 2)..^1];
            int value = rest.IndexOf(' '), rule = rest.IndexOf("; ", value + 1, StringComparison.Ordinal);
            throw new InvalidInputException($"{Source}, {Path}: {refusal.Thing}", rest[..value], rest[(value + 1)..rule], rest[(rule + 2)..]);
        }
    }

    /// <summary>The fields of an object.</summary>
    public JsonFields Fields(params IReadOnlyCollection<string> known)
    {
        if (Element.ValueKind != JsonValueKind.Object) throw Refuse("is not an object", "write { ... }");
        return new JsonFields(this, known);
    }

    /// <summary>The fields of an object whose keys are names that the caller looks up.</summary>
    public JsonFields AnyFields()
    {
        if (Element.ValueKind != JsonValueKind.Object) throw Refuse("is not an object", "write { ... }");
        return new JsonFields(this, known: null);
    }

    /// <summary>The values of a list.</summary>
    public IReadOnlyList<JsonPlace> Items()
    {
        if (Element.ValueKind != JsonValueKind.Array) throw Refuse("is not a list", "write [ ... ]");
        List<JsonPlace> items = [];
        foreach (JsonElement item in Element.EnumerateArray()) items.Add(Inside($"[{items.Count}]", item));
        return items;
    }

    /// <summary>A text.</summary>
    public string Text()
    {
        if (Element.ValueKind != JsonValueKind.String) throw Refuse("is not a text", "put it in double quotes");
        try
        {
            return Element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw Refuse("holds half a character", "write both halves of the \\u pair, or none");
        }
    }

    /// <summary>A name: lower-case letters, digits and hyphens.</summary>
    public string Name()
    {
        string name = Text();
        return PlainName.Is(name)
            ? name
            : throw Refuse($"is not a name ({PlainName.Pattern}, at most {PlainName.MostLetters} characters)",
                "use lower-case letters, digits and hyphens, as in \"slow-walk\"");
    }

    /// <summary>One of <paramref name="words"/>.</summary>
    public string Word(IReadOnlyCollection<string> words)
    {
        string word = Text();
        return words.Contains(word) ? word : throw RefuseWord(Shown, word, "is not known here", words);
    }

    /// <summary>A finite number.</summary>
    public double Number()
    {
        if (Element.ValueKind != JsonValueKind.Number) throw Refuse("is not a number", "write a number, without quotes");
        return Element.TryGetDouble(out double number) && double.IsFinite(number)
            ? number
            : throw Refuse("is too large for a number", "write a finite number");
    }

    /// <summary>A number in [<paramref name="min"/>, <paramref name="max"/>].</summary>
    public double Number(double min, double max, string unit)
    {
        double number = Number();
        return number >= min && number <= max
            ? number
            : throw Refuse($"lies outside [{Naming.Number(min)}, {Naming.Number(max)}]{(unit.Length > 0 ? " " : "")}{unit}", "choose a number inside");
    }

    /// <summary>A whole number of 64 bits, not negative; beyond 2^53 only if written without point and exponent.</summary>
    public ulong Whole()
    {
        double number = Number();
        if (Element.TryGetUInt64(out ulong whole)) return whole;
        return number >= 0 && number <= 1UL << 53 && number == Math.Floor(number)
            ? (ulong)number
            : throw Refuse($"is not a whole number in [0, {ulong.MaxValue}]", "write one, such as 1");
    }

    /// <summary>Text fit for a message: long ones are cut, control characters hidden.</summary>
    public static string Shorten(string text)
    {
        string shown = text.Length <= LongestShown ? text : text[..LongestShown] + "…";
        return string.Concat(shown.Select(c => char.IsControl(c) ? '?' : c));
    }
}

using System.Text.Json;
using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Files;

/// <summary>The fields of an object in a JSON file: known keys only, each at most once.</summary>
public sealed class JsonFields
{
    private readonly JsonPlace place;
    private readonly Dictionary<string, JsonPlace> byKey = new(StringComparer.Ordinal);

    /// <summary>The fields of the object at <paramref name="place"/>.</summary>
    /// <param name="place">Where it stands.</param>
    /// <param name="known">The keys that may be there; null if any may.</param>
    /// <exception cref="InvalidInputException">A key is none of <paramref name="known"/>, or stands there twice.</exception>
    public JsonFields(JsonPlace place, IReadOnlyCollection<string>? known)
    {
        this.place = place;
        foreach (JsonProperty field in place.Element.EnumerateObject())
        {
            string key = Key(field);
            JsonPlace inside = place.Inside(JsonPlace.Step(key), field.Value);
            string shown = $"key '{JsonPlace.Shorten(key)}'";
            if (known is not null && !known.Contains(key)) throw inside.RefuseWord(shown, key, "is not known here", known);
            if (!byKey.TryAdd(key, inside)) throw inside.Refuse(shown, "stands here twice", "keep one of the two");
        }
    }

    /// <summary>The fields in the order of the file.</summary>
    public IReadOnlyCollection<KeyValuePair<string, JsonPlace>> All => byKey;

    /// <summary>The field of that key, or null.</summary>
    public JsonPlace? this[string key] => byKey.TryGetValue(key, out JsonPlace field) ? field : null;

    /// <summary>The field of that key.</summary>
    /// <exception cref="InvalidInputException">It is missing.</exception>
    public JsonPlace Required(string key, string example) => this[key]
        ?? throw (place with { Path = place.Path + JsonPlace.Step(key) }).Refuse($"key '{key}'", "is missing", $"add it, as in \"{key}\": {example}");

    private string Key(JsonProperty field)
    {
        try
        {
            return field.Name;
        }
        catch (InvalidOperationException)
        {
            throw place.Refuse("a key", "holds half a character", "write both halves of the \\u pair, or none");
        }
    }
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Files;

/// <summary>Parts of which JSON Schemas (draft 7) of our files are made.</summary>
public static class SchemaParts
{
    /// <summary>The whole schema as text.</summary>
    /// <param name="title">What the files are.</param>
    /// <param name="schema">Of the file's object.</param>
    public static string Text(string title, JsonObject schema)
    {
        schema.Insert(0, "$schema", "http://json-schema.org/draft-07/schema#");
        schema.Insert(1, "title", title);
        using MemoryStream text = new();
        using (Utf8JsonWriter writer = new(text, JsonText.Layout)) schema.WriteTo(writer);
        return Encoding.UTF8.GetString(text.ToArray()) + "\n";
    }

    /// <summary>An object with these keys and no others.</summary>
    public static JsonObject Fields(string description, string[] required, JsonObject properties)
    {
        JsonObject schema = new() { ["type"] = "object", ["description"] = description };
        if (required.Length > 0) schema["required"] = Required(required)["required"]!.DeepClone();
        schema["additionalProperties"] = false;
        schema["properties"] = properties;
        return schema;
    }

    /// <summary>That these keys must be there.</summary>
    public static JsonObject Required(params string[] keys) => new() { ["required"] = new JsonArray([.. keys.Select(key => (JsonNode)key)]) };

    /// <summary>A number in [<paramref name="min"/>, <paramref name="max"/>].</summary>
    public static JsonObject Number(double min, double max, string description, double? standard = null)
    {
        JsonObject schema = new() { ["type"] = "number", ["minimum"] = min, ["maximum"] = max };
        if (standard is { } value) schema["default"] = value;
        schema["description"] = description;
        return schema;
    }

    /// <summary>A list.</summary>
    public static JsonObject List(string description, JsonObject item, int least = 0) => new()
    {
        ["type"] = "array",
        ["minItems"] = least,
        ["items"] = item,
        ["description"] = description,
    };

    /// <summary>Any text.</summary>
    public static JsonObject Text(string description) => new() { ["type"] = "string", ["description"] = description };

    /// <summary>A name; see <see cref="PlainName"/>.</summary>
    public static JsonObject Name(string description) => new()
    {
        ["type"] = "string",
        ["pattern"] = PlainName.Pattern,
        ["maxLength"] = PlainName.MostLetters,
        ["description"] = description,
    };

    /// <summary>One of some words.</summary>
    public static JsonObject Words(string description, IReadOnlyList<string> words, string? standard = null)
    {
        JsonObject schema = new() { ["type"] = "string", ["enum"] = new JsonArray([.. words.Select(word => (JsonNode)word)]) };
        if (standard is not null) schema["default"] = standard;
        schema["description"] = description;
        return schema;
    }

    /// <summary>A value of a parameter; <paramref name="start"/> is its default, as text.</summary>
    public static JsonObject Value(Parameter parameter, string start)
    {
        ParameterAttribute description = parameter.Description;
        string text = description.Unit is "" or "1" ? description.Doc : $"{description.Doc} Unit: {description.Unit}.";
        if (parameter.Type == typeof(bool)) return new JsonObject { ["type"] = "boolean", ["default"] = start == "true", ["description"] = text };
        if (parameter.Type.IsEnum) return Words(text, parameter.Choices, start);
        JsonObject number = Number(description.Min, description.Max, text, double.Parse(start, CultureInfo.InvariantCulture));
        if (parameter.Type == typeof(int)) number["type"] = "integer";
        return number;
    }
}

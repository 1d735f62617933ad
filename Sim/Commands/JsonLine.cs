using System.Text;
using System.Text.Json;

namespace Locomotion.Sim.Commands;

/// <summary>JSON for scripts that read line by line.</summary>
internal static class JsonLine
{
    /// <summary>One object, in one line.</summary>
    public static string Write(Action<Utf8JsonWriter> content)
    {
        using MemoryStream bytes = new();
        using (Utf8JsonWriter writer = new(bytes))
        {
            writer.WriteStartObject();
            content(writer);
            writer.WriteEndObject();
        }
        return Encoding.UTF8.GetString(bytes.ToArray());
    }
}

using System.Text.Json;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>How many commands were refused since the start, by code. Any thread.</summary>
internal sealed class RefusalCounts
{
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>One more.</summary>
    public void Add(string code)
    {
        lock (gate) counts[code] = counts.GetValueOrDefault(code) + 1;
    }

    /// <summary>How many of one code.</summary>
    public long this[string code]
    {
        get
        {
            lock (gate) return counts.GetValueOrDefault(code);
        }
    }

    /// <summary>All of them.</summary>
    public long Total
    {
        get
        {
            lock (gate) return counts.Values.Sum();
        }
    }

    /// <summary>As a JSON object, by name.</summary>
    public void Write(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject(name);
        lock (gate)
        {
            foreach ((string code, long count) in counts) writer.WriteNumber(code, count);
        }
        writer.WriteEndObject();
    }
}

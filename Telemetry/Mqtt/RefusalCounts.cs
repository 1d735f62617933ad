using System.Text.Json;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>How many commands were taken since the start, and how many refused, by code. Any thread.</summary>
internal sealed class RefusalCounts
{
    private readonly SortedDictionary<string, long> counts = new(StringComparer.Ordinal);
    private readonly Lock gate = new();
    private long taken;

    /// <summary>How many were done or will be.</summary>
    public long Taken => Interlocked.Read(ref taken);

    /// <summary>One more that is done or will be.</summary>
    public void Take() => Interlocked.Increment(ref taken);

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

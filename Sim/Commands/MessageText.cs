using System.Text.Json;

namespace Locomotion.Sim.Commands;

/// <summary>What an animal says, in a line for people.</summary>
/// <param name="described">What it says of itself: the topic describe.</param>
internal sealed class MessageText(JsonElement described)
{
    /// <summary>The line.</summary>
    /// <param name="topic">Below the animal's tree.</param>
    /// <param name="payload">What was said; null where something was taken back.</param>
    public string Of(string topic, JsonElement? payload)
    {
        if (payload is not { } said) return $"{topic}  is over";
        string time = Number(said, "t") is { } seconds ? $"{seconds:0.00} s" : "";
        string[] levels = topic.Split('/');
        string words = levels[0] switch
        {
            "state" => Text(said, "phase"),
            "drive" when topic == "drive/active" => $"drive {Figure(said, "drive")}  release {Figure(said, "release")}  swim {Figure(said, "swim")}  turn {Figure(said, "turn")}  by {Text(said, "source")}",
            "stats" when topic == "stats/gait" => Gait(said),
            "frame" or "last" when levels.Length == 2 => Frame(levels[1], said),
            "event" or "alert" or "log" => Event(said),
            "params" when topic == "params/active" => $"version {Figure(said, "version")} by {Text(said, "author")}",
            _ => said.GetRawText(),
        };
        return $"{time,9}  {topic}  {words}";
    }

    private static string Gait(JsonElement said) =>
        $"legs {Figure(said, "leg_frequency_hz")} Hz, coherence {Figure(said, "leg_wave_coherence")}, lag {Figure(said, "leg_wave_lag_cycles")}  trunk {Figure(said, "trunk_frequency_hz")} Hz  " +
        $"folded {Figure(said, "folded_fraction")}  {Figure(said, "speed_bl_per_s")} body lengths/s";

    private static string Event(JsonElement said)
    {
        if (said.TryGetProperty("message", out JsonElement message) && message.ValueKind == JsonValueKind.String) return message.GetString()!;
        return string.Join("  ", said.EnumerateObject().Where(member => member.Name is not ("tick" or "t")).Select(member => $"{member.Name} {member.Value}"));
    }

    /// <summary>Of each signal, from the smallest to the largest of the last sample.</summary>
    private string Frame(string group, JsonElement said)
    {
        if (!described.GetProperty("signals").TryGetProperty(group, out JsonElement signals) || !said.TryGetProperty("data", out JsonElement data) || data.GetArrayLength() == 0) return "";
        double[] sample = [.. data[data.GetArrayLength() - 1].EnumerateArray().Select(number => number.ValueKind == JsonValueKind.Number ? number.GetDouble() : double.NaN)];
        List<string> words = [];
        int first = 0;
        foreach (JsonElement signal in signals.EnumerateArray())
        {
            int count = signal.GetProperty("count").GetInt32();
            double[] numbers = [.. sample.Skip(first).Take(count).Where(double.IsFinite)];
            first += count;
            string unit = signal.GetProperty("unit").GetString() is "1" or null ? "" : $" {signal.GetProperty("unit").GetString()}";
            if (numbers.Length > 0) words.Add($"{signal.GetProperty("name").GetString()} {numbers.Min():0.###}..{numbers.Max():0.###}{unit}");
        }
        return string.Join("  ", words);
    }

    private static string Text(JsonElement said, string name) => said.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.String ? value.GetString()! : "-";

    private static double? Number(JsonElement said, string name) => said.TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;

    private static string Figure(JsonElement said, string name) => Number(said, name) is { } number ? $"{number:0.###}" : "-";
}

using Locomotion.Controller.Descending;
using Locomotion.Controller.Files;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Safety;

namespace Locomotion.Deploy.Running;

/// <summary>What is commanded, one after the other: "slow-walk:10,fast-walk:5,stand:2,hold:1". Its time counts from the moment the robot runs.</summary>
public sealed class GaitScript : IDescendingSource
{
    /// <summary>Longest item, s.</summary>
    public const double LongestItem = 86400;

    private static readonly Dictionary<string, OperatorRequests> Requests = new(StringComparer.Ordinal)
    {
        ["hold"] = OperatorRequests.Hold,
        ["stop"] = OperatorRequests.Stop,
        ["disarm"] = OperatorRequests.Disarm,
        ["arm"] = OperatorRequests.Arm,
        ["run"] = OperatorRequests.Run,
        ["reset"] = OperatorRequests.Reset,
    };

    private const string EmergencyStop = "emergency-stop";

    private readonly Item[] items;
    private readonly long[] ends;       // tick at which each item is over, counted from the script's begin
    private long begun = -1;
    private int current = -1;

    /// <summary>Reads the text.</summary>
    /// <exception cref="InvalidInputException">A part is no item.</exception>
    public GaitScript(string text, LoopTiming timing)
    {
        items = [.. text.Split(',').Select(Parse)];
        ends = new long[items.Length];
        for (int item = 0; item < items.Length; item++) ends[item] = (item > 0 ? ends[item - 1] : 0) + timing.Ticks(items[item].Seconds);
    }

    /// <summary>Asked for what the operator does when an item begins: hold, stop, arm.</summary>
    public Action<OperatorRequests>? Ask { get; set; }

    /// <summary>Presses the emergency stop of a simulated machine; null on a real one, where a hand must.</summary>
    public Action? Press { get; set; }

    /// <summary>Whether the emergency stop is among its items.</summary>
    public bool Presses => items.Any(item => item.Presses);

    /// <summary>Whether it may begin; time before that does not count.</summary>
    public Func<bool> MayBegin { get; set; } = () => true;

    /// <summary>All items together, s.</summary>
    public double Seconds => items.Sum(item => item.Seconds);

    /// <inheritdoc/>
    public bool TryNext(long tick, Senses senses, out DescendingCommand command)
    {
        command = default;
        if (begun < 0 && !MayBegin()) return true;
        if (begun < 0) begun = tick;
        while (current < 0 || tick - begun >= ends[current])
        {
            if (current == items.Length - 1) return false;
            current++;
            if (items[current].Request != OperatorRequests.None) Ask?.Invoke(items[current].Request);
            if (items[current].Presses) Press?.Invoke();
        }
        command = items[current].Command;
        return true;
    }

    private static Item Parse(string text)
    {
        string[] parts = text.Trim().Split(':');
        if (parts.Length != 2 || !NumberText.TryDouble(parts[1], out double seconds) || !(seconds > 0 && seconds <= LongestItem))
            throw Refused(text);
        if (Requests.TryGetValue(parts[0], out OperatorRequests request)) return new Item(default, request, seconds);
        if (parts[0] == EmergencyStop) return new Item(default, OperatorRequests.None, seconds, Presses: true);
        if (parts[0] == "stand") return new Item(default, OperatorRequests.None, seconds);
        return Gait.All.FirstOrDefault(gait => gait.Name == parts[0]) is { } known ? new Item(known.Command, OperatorRequests.None, seconds) : throw Refused(text);
    }

    private static InvalidInputException Refused(string text) => new("Script", $"'{JsonPlace.Shorten(text)}'", "is no item",
        $"write what and for how long, s, as in slow-walk:10; known are {string.Join(", ", Gait.All.Select(gait => gait.Name))}, stand, {string.Join(", ", Requests.Keys)}, and on a simulated machine {EmergencyStop}");

    private readonly record struct Item(DescendingCommand Command, OperatorRequests Request, double Seconds, bool Presses = false);
}

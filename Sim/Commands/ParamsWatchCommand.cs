using System.CommandLine;
using Locomotion.Telemetry.Clients;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion params watch</c>: tells each change of an animal's parameters as it comes.</summary>
internal static class ParamsWatchCommand
{
    private static readonly Option<double?> Seconds = WatchCommand.SecondsOption();

    public static Command Build()
    {
        Command command = new Command("watch", "Tell each change of the parameters of a running animal as it comes, until Ctrl-C.") { Seconds, Conversation.Json }.With();
        command.SetAction(parsed => Conversation.Hold(parsed, (animal, stop) => WatchCommand.WithinAsync(WatchCommand.Limit(parsed, Seconds), over => WatchAsync(parsed, animal, over), stop)));
        return command;
    }

    private static async Task WatchAsync(ParseResult parsed, AnimalClient animal, CancellationToken stop)
    {
        using Subscription news = await animal.ListenAsync(["params/active"], stop);
        ParameterSet? known = null;
        await foreach (BrokerMessage said in news.ReadAsync(stop))
        {
            if (ParameterSet.Read(said.Json) is not { } set) continue;
            string[] changed = [.. known is null ? [] : set.Differences(known)];
            if (parsed.GetValue(Conversation.Json)) Console.Out.WriteLine(JsonLine.Write(writer => ParamsReport.Write(writer, set, changed)));
            else if (known?.Version == set.Version) Console.Out.WriteLine($"version {set.Version} {(set.ConfirmUntil is { } until ? $"is taken back at {until:0.00} s unless confirmed" : "is confirmed")}");
            else Console.Out.WriteLine($"{set.Time:0.00} s  version {set.Version} by {set.Author}: {Words(set, known, changed)}");
            known = set;
        }
    }

    private static string Words(ParameterSet set, ParameterSet? before, string[] changed) => before is null ? "active when the watch began"
        : changed.Length == 0 ? "the same values" : string.Join(", ", changed.Select(name => $"{name} {before.Values.GetValueOrDefault(name, "")} -> {set.Values[name]}"));
}

using System.CommandLine;
using System.Text.Json;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Clients;

namespace Locomotion.Sim.Commands;

/// <summary><c>locomotion watch</c>: what a running animal says, line by line.</summary>
internal static class WatchCommand
{
    private const string Usual = "news";

    private static readonly Dictionary<string, string[]> Words = new(StringComparer.Ordinal)
    {
        [Usual] = ["state", "stats/gait", "drive/active", "event/+", "alert/+", "log/+"],
        ["gait"] = ["stats/gait"],
        ["loop"] = ["stats/loop"],
        ["alerts"] = ["alert/+"],
        ["events"] = ["event/+"],
        ["drive"] = ["drive/active"],
        ["params"] = ["params/active"],
        ["body"] = ["frame/body"],
        ["legs"] = ["frame/legs"],
        ["cord"] = ["frame/cord"],
        ["neurons"] = ["frame/neurons"],
    };

    private static readonly Argument<string[]> What = new("what")
    {
        Description = $"{string.Join(", ", Words.Keys)}, or topics below the animal's tree as MQTT filters them, as params/#. Default: {Usual}, which are states, gait, drive, events, alerts and log.",
        Arity = ArgumentArity.ZeroOrMore,
    };
    private static readonly Option<double?> Seconds = SecondsOption();

    public static Command Build()
    {
        Command command = new Command("watch", "Tell what a running animal says, line by line, until Ctrl-C.") { What, Seconds, Conversation.Json }.With();
        command.SetAction(Watch);
        return command;
    }

    /// <summary>--seconds.</summary>
    public static Option<double?> SecondsOption() => new("--seconds") { Description = "End after so long.", HelpName = "s" };

    /// <summary>How long; null for no end.</summary>
    /// <exception cref="InvalidInputException">It is no time.</exception>
    public static TimeSpan? Limit(ParseResult parsed, Option<double?> option) => parsed.GetValue(option) switch
    {
        null => null,
        > 0 and <= 1e7 and var seconds => TimeSpan.FromSeconds(seconds),
        var seconds => throw new InvalidInputException($"Option {option.Name}", Naming.Number(seconds.Value), "lies outside (0, 1e7]", "choose a time inside"),
    };

    /// <summary>Does something until its time is over, which is no failure.</summary>
    public static async Task<int> WithinAsync(TimeSpan? limit, Func<CancellationToken, Task> watch, CancellationToken stop)
    {
        using CancellationTokenSource over = CancellationTokenSource.CreateLinkedTokenSource(stop);
        if (limit is { } time) over.CancelAfter(time);
        try
        {
            await watch(over.Token);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // its time is over
        }
        return ExitCode.Done;
    }

    private static int Watch(ParseResult parsed)
    {
        string[] what = parsed.GetValue(What) is { Length: > 0 } asked ? asked : [Usual];
        string[] filters = [.. what.SelectMany(Filters).Distinct()];
        TimeSpan? limit = Limit(parsed, Seconds);
        return Conversation.Hold(parsed, (animal, stop) => WithinAsync(limit, over => WatchAsync(parsed, animal, filters, over), stop));
    }

    private static string[] Filters(string asked)
    {
        if (Words.TryGetValue(asked, out string[]? filters)) return filters;
        string[] levels = asked.Split('/');
        bool valid = asked.Length > 0 && !asked.Contains('\0') && levels.Select((level, k) => level is "+" || level is "#" && k == levels.Length - 1 || !level.Contains('+') && !level.Contains('#')).All(good => good);
        bool known = levels[0] is "+" or "#" or "state" or "about" or "describe" or "params" or "drive" or "safety" or "lesion" or "frame" or "last" or "stats" or "event" or "alert" or "log";
        return valid && known ? [asked]
            : throw new InvalidInputException("What to watch", $"'{asked}'", $"is none of {string.Join(", ", Words.Keys)}, and no topic of an animal", "docs/mqtt.md lists the topics; write for example frame/body or event/#");
    }

    private static async Task WatchAsync(ParseResult parsed, AnimalClient animal, string[] filters, CancellationToken stop)
    {
        bool json = parsed.GetValue(Conversation.Json);
        MessageText? text = json ? null : new MessageText(await animal.ReadAsync("describe", stop));
        using Subscription news = await animal.ListenAsync(filters, stop);
        await foreach (BrokerMessage said in news.ReadAsync(stop))
        {
            string topic = animal.Below(said);
            if (text is not null) Console.Out.WriteLine(text.Of(topic, said.Json));
            else Console.Out.WriteLine(Line(animal, topic, said));
        }
    }

    private static string Line(AnimalClient animal, string topic, BrokerMessage said) => JsonLine.Write(writer =>
    {
        writer.WriteString("animal", animal.Animal);
        writer.WriteString("topic", topic);
        writer.WriteBoolean("retained", said.Retained);
        writer.WritePropertyName("payload");
        if (said.Json is { } payload) payload.WriteTo(writer);
        else writer.WriteNullValue();
    });
}

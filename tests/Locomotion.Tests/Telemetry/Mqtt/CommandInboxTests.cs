using System.Text;
using System.Text.Json;
using Locomotion.Controller.Lesions;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Tests.Telemetry.Mqtt;

public class CommandInboxTests(ITestOutputHelper output)
{
    private readonly InboxBench bench = new();

    [Theory]
    [InlineData("""{"client":"c","seq":1,"drive":0.5,"release":0,"swim":0,"turn":0,"ttl_ms":1000}""", null)]
    [InlineData("""{"client":"c","seq":1,"drive":0.5,"release":0,"swim":0,"turn":0,"ttl_ms":1000,"expires":1}""", RefusalCode.Expired)]
    [InlineData("""{"client":"c","seq":1,"drive":1.5,"release":0,"swim":0,"turn":0,"ttl_ms":1000}""", RefusalCode.Field)]
    [InlineData("""{"client":"c","seq":1,"drive":1e999,"release":0,"swim":0,"turn":0,"ttl_ms":1000}""", RefusalCode.Field)]
    [InlineData("""{"client":"c","seq":1,"drive":"1","release":0,"swim":0,"turn":0,"ttl_ms":1000}""", RefusalCode.Field)]
    [InlineData("""{"client":"c","seq":1,"drive":NaN,"release":0,"swim":0,"turn":0,"ttl_ms":1000}""", RefusalCode.Malformed)]
    [InlineData("""{"client":"c","seq":1,"drive":0.5,"release":0,"swim":0,"turn":0,"ttl_ms":60001}""", RefusalCode.Malformed)]
    [InlineData("""{"client":"c","seq":1,"drive":0.5,"release":0,"swim":0,"turn":0,"ttl_ms":0}""", RefusalCode.Malformed)]
    [InlineData("""{"client":"c","seq":1.5,"drive":0.5,"release":0,"swim":0,"turn":0,"ttl_ms":1000}""", RefusalCode.Malformed)]
    [InlineData("""{"client":"C","seq":1,"drive":0.5,"release":0,"swim":0,"turn":0,"ttl_ms":1000}""", RefusalCode.Malformed)]
    [InlineData("""{"client":"c","seq":1,"drive":0.5,"drive":0.6,"release":0,"swim":0,"turn":0,"ttl_ms":1000}""", RefusalCode.Malformed)]
    [InlineData("""{"client":"c","seq":1,"drive":0.5,"release":0,"swim":0,"turn":0,"ttl_ms":1000,"boost":1}""", RefusalCode.Malformed)]
    [InlineData("""{"client":"c","seq":1,"drive":0.5,"release":0,"swim":0,"ttl_ms":1000}""", RefusalCode.Field)]
    [InlineData("", RefusalCode.Malformed)]
    [InlineData("[1]", RefusalCode.Malformed)]
    public void A_drive_command_is_taken_or_refused_for_its_reason(string payload, string? refusal)
    {
        bench.Take("drive/cmd", payload);
        Assert.Equal(refusal is null ? CommandOrigin.Client : CommandOrigin.Scenario, bench.Origin());
        Assert.Equal(refusal is null ? 0 : 1, bench.Refused);
        if (refusal is not null) Assert.Equal(1, bench.Refusals[refusal]);
    }

    [Fact]
    public void Retained_commands_do_nothing_and_are_counted()
    {
        bench.Take("drive/cmd", Drive(1), retained: true);
        bench.Take("safety/cmd", """{"id":"1","client":"c","op":"stop"}""", retained: true);
        Assert.Equal(CommandOrigin.Scenario, bench.Origin());
        Assert.Equal(2, bench.Refusals[RefusalCode.Retained]);
        Assert.Empty(bench.Replies);
    }

    [Fact]
    public void An_older_number_of_the_same_client_is_dropped_until_the_newest_has_run_out()
    {
        bench.Take("drive/cmd", Drive(5, 0.5));
        bench.Take("drive/cmd", Drive(4, 0.9));
        bench.Take("drive/cmd", Drive(5, 0.9));
        Assert.Equal(0.5, bench.Drive());
        Assert.Equal(2, bench.Refusals[RefusalCode.Superseded]);
        bench.Clock.Now += TimeSpan.FromSeconds(2);
        bench.Take("drive/cmd", Drive(0, 0.7));     // the client has started anew
        Assert.Equal(0.7, bench.Drive());
    }

    [Fact]
    public void A_repeated_id_gets_the_same_answer_and_does_nothing_again()
    {
        string command = """{"id":"x","client":"c","op":"stage","base_version":1,"values":{}}""";
        bench.Take("params/cmd", command);
        bench.Take("params/cmd", command);
        Assert.Equal(1, bench.Handled);
        Assert.Equal(2, bench.Replies.Count);
        Assert.Equal(bench.Replies[0], bench.Replies[1]);
        bench.Take("params/cmd", command.Replace("\"c\"", "\"d\"", StringComparison.Ordinal));
        Assert.Equal(2, bench.Handled);
    }

    [Fact]
    public void More_than_twenty_commands_a_second_are_refused_but_stop_is_always_taken()
    {
        for (int k = 0; k < 30; k++) bench.Take("params/cmd", $$"""{"id":"{{k}}","client":"c","op":"history"}""");
        Assert.Equal(ClientLedger.CommandsPerSecond, bench.Handled);
        Assert.Equal(10, bench.Refusals[RefusalCode.Rate]);
        bench.Take("safety/cmd", """{"id":"s","client":"c","op":"stop"}""");
        Assert.Equal(CommandOrigin.Hold, bench.Origin());
        bench.Clock.Now += TimeSpan.FromSeconds(1);
        bench.Take("params/cmd", """{"id":"29","client":"c","op":"history"}""");      // one that was refused may come again
        Assert.Equal(ClientLedger.CommandsPerSecond + 1, bench.Handled);
    }

    [Fact]
    public void One_that_the_desk_refused_since_it_came_too_fast_may_come_again()
    {
        for (int k = 0; k < 20; k++) bench.Take("params/cmd", $$"""{"id":"{{k}}","client":"c","op":"history"}""");
        bench.Clock.Now += TimeSpan.FromSeconds(0.5);
        bench.Take("params/cmd", """{"id":"late","client":"c","op":"history"}""");
        Assert.Equal((21, 1), (bench.Handled, bench.Refusals[RefusalCode.Rate]));
        bench.Clock.Now += TimeSpan.FromSeconds(1);
        bench.Take("params/cmd", """{"id":"late","client":"c","op":"history"}""");
        Assert.Equal((22, 1), (bench.Handled, bench.Refusals[RefusalCode.Rate]));
    }

    [Fact]
    public void Drive_is_refused_while_the_animal_was_told_to_stop()
    {
        bench.Take("safety/cmd", """{"id":"1","client":"c","op":"stop"}""");
        bench.Take("drive/cmd", Drive(1));
        Assert.Equal(1, bench.Refusals[RefusalCode.Phase]);
        bench.Origin();
        bench.Take("safety/cmd", """{"id":"2","client":"c","op":"reset"}""");
        Assert.Equal(CommandOrigin.Scenario, bench.Origin());
        bench.Take("drive/cmd", Drive(2));
        Assert.Equal(CommandOrigin.Client, bench.Origin());
    }

    [Fact]
    public void A_stop_is_taken_also_when_it_comes_late()
    {
        bench.Take("safety/cmd", """{"id":"1","client":"c","op":"stop","expires":1}""");
        Assert.Equal(CommandOrigin.Hold, bench.Origin());
    }

    [Fact]
    public void A_command_that_is_too_long_is_refused_unread()
    {
        bench.Take("params/cmd", new string(' ', CommandText.LongestPayload + 1));
        Assert.Equal(1, bench.Refusals[RefusalCode.TooLarge]);
        Assert.Equal(0, bench.Handled);
    }

    [Fact]
    public void An_answer_goes_only_to_topics_for_answers_of_this_animal()
    {
        using Outbox outbox = new(new AnimalTopics("a"));
        foreach (string topic in (string[])["locomotion/1/a/params/reply/app", "locomotion/1/a/state", "locomotion/1/b/drive/cmd", "locomotion/1/a/params/reply/#", "other"])
            outbox.Reply(new InboundMessage("params/cmd", default, false, topic, [7]), null, [1]);
        Assert.True(outbox.TryTake(out OutMessage answer));
        Assert.Equal("locomotion/1/a/params/reply/app", answer.Topic);
        Assert.Equal([7], answer.Correlation!);
        Assert.False(outbox.TryTake(out _));
    }

    [Theory, InlineData("drive/cmd"), InlineData("params/cmd"), InlineData("safety/cmd"), InlineData("lesion/cmd")]
    public void Of_100000_broken_payloads_none_throws_and_none_does_anything(string topic)
    {
        Random random = new(11);
        string[] seeds =
        [
            Drive(1), """{"id":"x","client":"c","op":"stage","base_version":1,"values":{"legs.base-frequency":2}}""", """{"id":"x","client":"c","op":"lease","seconds":5}""",
            """{"id":"x","client":"c","op":"trial","cycles":5}""", """{"id":"x","client":"c","op":"rollback","version":1}""", """{"id":"x","client":"c","op":"history"}""",
            """{"id":"x","client":"c","op":"reset"}""",
            """{"id":"x","client":"c","lesions":["silence=1","amputate=2-left"]}""", """{"id":"x","client":"c","lesions":["brain@3.5","cut-behind=9"]}""",
            """{"id":"\ud800","client":"c","op":"\ud800"}""", """{"\udc00":1,"id":"x","client":"c","op":"reset"}""", """{"id":1e400,"client":["c"],"op":{}}""",
        ];
        byte[] large = new byte[CommandText.LongestPayload + 100];
        Array.Fill(large, (byte)'[');
        long valid = 0;
        int next = 0;
        string Seed() => topic == "lesion/cmd" && random.Next(4) > 0 ? Lesions() : seeds[random.Next(seeds.Length)];
        // each with an id of its own: what was answered once is not done again
        string Lesions() => $$"""{"id":"{{next++}}","client":"c","lesions":["silence={{random.Next(5)}}","amputate=2-left"]}""";
        for (int k = 0; k < 100_000; k++)
        {
            byte[] payload = k % 2000 == 0 ? large[..random.Next(large.Length)] : Mutant(random, Encoding.UTF8.GetBytes(Seed()));
            bool retained = random.Next(50) == 0;
            long refused = bench.Refused, handled = bench.Handled;
            int replies = bench.Replies.Count;
            bench.Clock.Now += TimeSpan.FromMilliseconds(20);
            bench.Take(topic, payload, retained);
            CommandOrigin origin = bench.Origin();
            bool refusal = bench.Refused == refused + 1 && bench.Handled == handled;
            if (refusal)
            {
                Assert.Equal(CommandOrigin.Scenario, origin);
            }
            else
            {
                // whatever was done was valid, by another reading of it
                Assert.False(retained);
                using JsonDocument document = JsonDocument.Parse(payload);
                JsonElement command = document.RootElement;
                Assert.True(ClientName.IsValid(command.GetProperty("client").GetString()!));
                if (topic == "drive/cmd")
                    Assert.All((string[])["drive", "release", "swim"], name => Assert.InRange(command.GetProperty(name).GetDouble(), 0, 1));
                else
                    Assert.InRange(command.GetProperty("id").GetString()!.Length, 1, CommandText.LongestId);
                Assert.All(bench.Taken(), lesion => Assert.Contains(lesion, command.GetProperty("lesions").EnumerateArray().Select(text => Lesion.Parse(text.GetString()!))));
                valid++;
            }
            Assert.Empty(bench.Taken());
            bench.Operators.Reset();
            bench.Origin();
            bench.Replies.Clear();
        }
        Assert.Equal(0, bench.Tuned);       // staged by some, committed by none
        Assert.InRange(valid, 0, 40_000);
        if (topic == "lesion/cmd") Assert.InRange(bench.TakenInAll, 100, 100_000);
        output.WriteLine($"{topic}: 100000 payloads, {valid} of them valid, {bench.Refused} refused and counted: {bench.Codes()}");
    }

    private static byte[] Mutant(Random random, byte[] payload)
    {
        List<byte> bytes = [.. payload];
        for (int change = random.Next(1, 4); change > 0; change--)
        {
            int at = random.Next(bytes.Count);
            switch (random.Next(8))
            {
                case 0: bytes.RemoveRange(at, bytes.Count - at); break;
                case 1: bytes[at] = (byte)random.Next(256); break;
                case 2: bytes.InsertRange(at, Encoding.UTF8.GetBytes(Pieces[random.Next(Pieces.Length)])); break;
                case 3: bytes.RemoveAt(at); break;
                case 4: bytes.InsertRange(at, bytes[..at]); break;
                case 5: bytes.InsertRange(at, Enumerable.Repeat((byte)"[{\"0"[random.Next(4)], random.Next(200))); break;
                case 6: bytes.InsertRange(at, [0xC3, 0x28, 0xED, 0xA0, 0x80]); break;
                default: (bytes[at], bytes[^1]) = (bytes[^1], bytes[at]); break;
            }
            if (bytes.Count == 0) break;
        }
        return [.. bytes];
    }

    private static readonly string[] Faults = ["truncated", "huge", "type", "deep", "nan", "bytes", "twice", "replayed", "retained"];

    [Theory, InlineData("drive/cmd"), InlineData("params/cmd"), InlineData("safety/cmd")]
    public void Of_100000_commands_spoiled_in_one_way_each_is_refused_and_counted_for_that_reason(string topic)
    {
        Random random = new(12);
        SortedDictionary<string, int> done = new(StringComparer.Ordinal);
        string huge = new(' ', CommandText.LongestPayload);
        for (int k = 0; k < 100_000; k++)
        {
            // the huge ones take long
            string fault = Faults[random.Next(Faults.Length)];
            if (fault == "huge" && random.Next(50) > 0) fault = "truncated";
            string whole = Whole(topic, k);
            byte[] payload = Encoding.UTF8.GetBytes(fault == "huge" ? whole + huge : whole);
            if (fault is not ("huge" or "replayed" or "retained")) payload = Spoiled(random, fault, whole);
            bench.Clock.Now += TimeSpan.FromMilliseconds(100);
            if (fault == "replayed") Replay(topic, payload);
            else Refuse(topic, payload, fault);
            done[fault] = done.GetValueOrDefault(fault) + 1;
            bench.Operators.Reset();
            bench.Origin();
            bench.Replies.Clear();
        }
        Assert.Equal(Faults.Length, done.Count);
        Assert.Equal(0, bench.Tuned);
        output.WriteLine($"{topic}: {string.Join(", ", done.Select(pair => $"{pair.Value} {pair.Key}"))}; counted: {bench.Codes()}");
    }

    private void Refuse(string topic, byte[] payload, string fault)
    {
        string code = fault switch { "huge" => RefusalCode.TooLarge, "retained" => RefusalCode.Retained, _ => RefusalCode.Malformed };
        (long total, long counted, long handled) = (bench.Refused, bench.Refusals[code] + bench.Refusals[RefusalCode.Field], bench.Handled);
        bench.Take(topic, payload, retained: fault == "retained");
        Assert.Equal(CommandOrigin.Scenario, bench.Origin());
        Assert.Equal(total + 1, bench.Refused);
        Assert.Equal(handled, bench.Handled);
        // a drive value of another type is a field that cannot be
        if (bench.Refusals[code] + bench.Refusals[RefusalCode.Field] != counted + 1 || (fault != "type" && bench.Refusals[RefusalCode.Field] > 0 && topic != "drive/cmd"))
            Assert.Fail($"{fault}: {Encoding.UTF8.GetString(payload)[..Math.Min(200, payload.Length)]} {bench.Codes()}");
    }

    /// <summary>The same again does nothing and gets the same answer; of drive, which has none, it is counted as old.</summary>
    private void Replay(string topic, byte[] payload)
    {
        bench.Take(topic, payload);
        bench.Origin();
        (long refused, long handled) = (bench.Refused, bench.Handled);
        bench.Take(topic, payload);
        Assert.Equal(handled, bench.Handled);
        if (topic == "drive/cmd")
        {
            Assert.Equal(refused + 1, bench.Refused);
            return;
        }
        Assert.Equal(refused, bench.Refused);
        Assert.Equal(2, bench.Replies.Count);
        Assert.Equal(bench.Replies[0], bench.Replies[1]);
    }

    private static string Whole(string topic, int k) => topic switch
    {
        "drive/cmd" => Drive(k),
        "params/cmd" => $$"""{"id":"{{k}}","client":"c","op":"stage","base_version":1,"values":{"legs.base-frequency":2} }""",
        _ => $$"""{"id":"{{k}}","client":"c","op":"reset"}""",
    };

    private static byte[] Spoiled(Random random, string fault, string whole)
    {
        int comma = whole.IndexOf(',', StringComparison.Ordinal), levels = random.Next(17, 2000);
        string text = fault switch
        {
            "truncated" => whole[..random.Next(whole.Length)],
            "type" => whole.Replace("\"client\":\"c\"", $"\"client\":{Types[random.Next(Types.Length)]}", StringComparison.Ordinal),
            "deep" => $"{whole[..comma]},\"x\":{new string('[', levels)}{new string(']', levels)}{whole[comma..]}",
            "nan" => $"{whole[..comma]},\"x\":{Numbers[random.Next(Numbers.Length)]}{whole[comma..]}",
            "twice" => $"{whole[..comma]},{whole[1..]}",
            _ => whole,
        };
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        if (fault != "bytes") return bytes;
        int at = random.Next(bytes.Length + 1);
        return [.. bytes[..at], .. Broken[random.Next(Broken.Length)], .. bytes[at..]];
    }

    private static readonly string[] Types = ["1", "null", "true", "[\"c\"]", "{\"c\":1}", "-0", "\"\""], Numbers = ["NaN", "Infinity", "-Infinity", "+1", "01", ".5", "0x1", "1e", "--1"];

    /// <summary>What is no UTF-8: a byte that goes on with nothing, one that begins and does not go on, an overlong form, half a surrogate pair, beyond U+10FFFF.</summary>
    private static readonly byte[][] Broken = [[0x80], [0xC3, 0x28], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF]];

    private static readonly string[] Pieces = ["NaN", "Infinity", "-1e308", "null", "\"c\"", "\"client\":\"c\",", "true", "{}", "\\u0000", "1e999", "\0", "9007199254740993"];

    private static string Drive(long seq, double drive = 0.5) =>
        $$"""{"client":"c","seq":{{seq}},"drive":{{drive}},"release":0,"swim":0,"turn":0,"ttl_ms":1000}""";
}

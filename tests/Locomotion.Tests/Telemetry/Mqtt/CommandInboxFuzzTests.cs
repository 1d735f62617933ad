using System.Text;
using System.Text.Json;
using Locomotion.Controller.Lesions;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Tests.Telemetry.Mqtt;

/// <summary>Commands of every topic, broken at random and in each known way.</summary>
public class CommandInboxFuzzTests(ITestOutputHelper output)
{
    private static readonly string[] Faults = ["truncated", "huge", "type", "deep", "nan", "bytes", "twice", "replayed", "retained"];
    private static readonly string[] Types = ["1", "null", "true", "[\"c\"]", "{\"c\":1}", "-0", "\"\""], Numbers = ["NaN", "Infinity", "-Infinity", "+1", "01", ".5", "0x1", "1e", "--1"];
    /// <summary>What is no UTF-8: a byte that goes on with nothing, one that begins and does not go on, an overlong form, half a surrogate pair, beyond U+10FFFF.</summary>
    private static readonly byte[][] Broken = [[0x80], [0xC3, 0x28], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF]];
    private static readonly string[] Pieces = ["NaN", "Infinity", "-1e308", "null", "\"c\"", "\"client\":\"c\",", "true", "{}", "\\u0000", "1e999", "\0", "9007199254740993"];

    private readonly InboxBench bench = new();

    [Theory, InlineData("drive/cmd"), InlineData("params/cmd"), InlineData("safety/cmd"), InlineData("lesion/cmd")]
    public void Of_100000_broken_payloads_none_throws_and_none_does_anything(string topic)
    {
        Random random = new(11);
        string[] seeds =
        [
            InboxBench.Drive(1), """{"id":"x","client":"c","op":"stage","base_version":1,"values":{"legs.base-frequency":2}}""", """{"id":"x","client":"c","op":"lease","seconds":5}""",
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
        "drive/cmd" => InboxBench.Drive(k),
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
}

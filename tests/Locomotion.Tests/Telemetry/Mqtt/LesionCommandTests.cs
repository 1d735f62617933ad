using System.Text.Json;
using Locomotion.Controller;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Rhythms;
using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Tests.Telemetry.Mqtt;

/// <summary>lesion/cmd and what is said of lesions, without a network.</summary>
public class LesionCommandTests
{
    private readonly InboxBench bench = new();
    private int ids;

    [Fact]
    public void What_is_new_of_a_list_is_taken_and_a_shorter_list_gives_nothing_back()
    {
        Assert.Equal("ok", Code("""["silence=1","amputate=2-left"]"""));
        Tick();
        JsonElement again = Ask("""["brain"]""");
        Assert.Equal(("ok", "It is taken before the next tick."), (again.GetProperty("code").GetString(), again.GetProperty("message").GetString()));
        Tick();
        Assert.Equal("All of that was taken before.", Ask("""["brain@3.5","silence=1"]""").GetProperty("message").GetString());
        Tick();
        Assert.Equal(["silence=1", "amputate=2-left", "brain"], bench.Animal.Lesions.Select(made => made.Lesion.ToString()));
    }

    [Fact]
    public void Each_lesion_that_cannot_be_made_is_named_with_its_reason_and_none_of_the_list_is_made()
    {
        JsonElement reply = Ask("""["silence=1","silence=3","cut-behind=2","tail","brain@2","amputate=-1-left"]""");
        Assert.Equal(("refused-field", false), (reply.GetProperty("code").GetString(), reply.GetProperty("ok").GetBoolean()));
        Assert.Equal([("silence=3", "out-of-range"), ("cut-behind=2", "out-of-range"), ("tail", "unknown-name"), ("brain@2", "at-once"), ("amputate=-1-left", "unknown-name")],
            reply.GetProperty("refusals").EnumerateArray().Select(refusal => (refusal.GetProperty("name").GetString(), refusal.GetProperty("code").GetString())));
        Assert.All(reply.GetProperty("refusals").EnumerateArray(), refusal => Assert.NotEmpty(refusal.GetProperty("message").GetString()!));
        Assert.Equal(1, bench.Refusals[RefusalCode.Field]);
        Tick();
        Assert.Empty(bench.Animal.Lesions);
    }

    [Theory]
    [InlineData("[]"), InlineData("null"), InlineData("\"silence=1\""), InlineData("{\"silence\":1}"), InlineData("[1]"), InlineData("[\"silence=1\",null]"), InlineData("[\"\"]"), InlineData("[[\"silence=1\"]]")]
    [InlineData("[\"0000000000000000000000000000000000000000000000000000000000000000000\"]"), InlineData("[\"silence=1\"],\"op\":\"make\""), InlineData("[\"silence=1\"],\"expires\":\"soon\"")]
    public void What_is_no_list_of_texts_is_malformed(string lesions)
    {
        Assert.Equal("refused-malformed", Code(lesions));
        Tick();
        Assert.Empty(bench.Animal.Lesions);
    }

    [Fact]
    public void A_list_may_be_long_but_not_endless()
    {
        const int most = 3 + 6 * 3;     // of the head, and of each of three segments
        Assert.Equal("ok", Code($"[{string.Join(',', Enumerable.Repeat("\"silence=1\"", most))}]"));
        JsonElement reply = Ask($"[{string.Join(',', Enumerable.Repeat("\"silence=1\"", most + 1))}]");
        Assert.Equal("refused-malformed", reply.GetProperty("code").GetString());
        Assert.Contains($"1 to {most} texts", reply.GetProperty("message").GetString(), StringComparison.Ordinal);
    }

    [Theory, InlineData("x"), InlineData("'"), InlineData("\\u0001")]
    public void A_list_full_of_nonsense_is_explained_in_part_counted_and_answered_shortly(string letter)
    {
        string text = $"\"{string.Concat(Enumerable.Repeat(letter, LesionService.LongestText))}\"";
        JsonElement reply = Ask($"[{string.Join(',', Enumerable.Repeat(text, 20))}]");
        Assert.Equal((16, "refused-field"), (reply.GetProperty("refusals").GetArrayLength(), reply.GetProperty("code").GetString()));
        Assert.Contains("In all 20 are refused", reply.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.InRange(bench.Replies[^1].Length, 1, 16 * 1024);
    }

    [Fact]
    public void Retained_late_and_too_frequent_commands_take_nothing_and_a_repeated_one_gets_its_answer()
    {
        bench.Take("lesion/cmd", """{"id":"a","client":"c","lesions":["brain"]}""", retained: true);
        bench.Take("lesion/cmd", """{"id":"b","client":"c","expires":1,"lesions":["brain"]}""");
        Tick();
        Assert.Empty(bench.Animal.Lesions);
        Assert.Equal((1, 1), (bench.Refusals[RefusalCode.Retained], bench.Refusals[RefusalCode.Expired]));
        Assert.Single(bench.Replies);
        bench.Take("lesion/cmd", """{"id":"c","client":"c","lesions":["brain"]}""");
        bench.Take("lesion/cmd", """{"id":"c","client":"c","lesions":["seg"]}""");
        Assert.Equal(bench.Replies[1], bench.Replies[2]);
        for (int k = 0; k < 30; k++) Ask("""["silence=1"]""");
        Assert.Equal(33 - ClientLedger.CommandsPerSecond, bench.Refusals[RefusalCode.Rate]);
        Tick();
        Assert.Equal(["brain", "silence=1"], bench.Animal.Lesions.Select(made => made.Lesion.ToString()));
    }

    [Fact]
    public void Nothing_is_taken_from_a_robot()
    {
        InboxBench robot = new(body: "robot");
        robot.Take("lesion/cmd", """{"id":"1","client":"c","lesions":["silence=1"]}""");
        Assert.Equal("refused-phase", JsonDocument.Parse(robot.Replies[0]).RootElement.GetProperty("code").GetString());
        Assert.Equal(1, robot.Refusals[RefusalCode.Phase]);
        Assert.Empty(robot.Taken());
    }

    [Fact]
    public void An_answer_has_what_is_documented_and_no_more()
    {
        JsonElement reply = Ask("""["silence=1"]""");
        Assert.Equal(["id", "ok", "code", "message", "tick", "refusals"], reply.EnumerateObject().Select(member => member.Name));
        Assert.Empty(reply.GetProperty("refusals").EnumerateArray());
    }

    [Fact]
    public void What_is_made_is_told_with_tick_time_and_author_and_all_that_is_made_is_kept()
    {
        CentipedeController animal = new(21, new(), new LoopTiming(0.001, 0.01), seed: 1, [Lesion.Parse("seg"), Lesion.Parse("deafen=3-left@0.043")]);
        NotingVoice voice = new();
        LesionService service = new(animal, new AnimalCard("a", AnimalCard.Simulation, "slow-walk", 21, Oscillator.Phase, animal.Timing), voice);
        Assert.Equal([("lesion/active", true, """{"lesions":["seg"]}""")], voice.Said);     // what was taken before the start is no event
        service.Handle(JsonDocument.Parse("""{"id":"1","client":"ann","lesions":["silence=4","seg"]}""").RootElement);
        service.Handle(JsonDocument.Parse("""{"id":"1","client":"ben","lesions":["silence=4","brain"]}""").RootElement);
        service.Pass();
        Assert.Single(voice.Said);      // not before it is made
        Tick(2);
        animal.MakeLesions(Lesion.Parse("silence=5"));
        Tick(3);
        service.Pass();
        service.Pass();
        Assert.Equal(
        [
            ("event/lesion", false, """{"tick":0,"t":0,"author":"ann","lesions":["silence=4"]}"""),
            ("event/lesion", false, """{"tick":0,"t":0,"author":"ben","lesions":["brain"]}"""),
            ("event/lesion", false, """{"tick":2,"t":0.02,"author":null,"lesions":["silence=5"]}"""),
            ("event/lesion", false, """{"tick":4,"t":0.043,"author":"scenario","lesions":["deafen=3-left"]}"""),
            ("lesion/active", true, """{"lesions":["seg","silence=4","brain","silence=5@0.02","deafen=3-left@0.043"]}"""),
        ], voice.Said.Skip(1));

        void Tick(int ticks)
        {
            for (int k = 0; k < ticks; k++)
            {
                animal.TakeLesions();
                for (int step = 0; step < 10; step++) animal.Step();
            }
        }
    }

    private void Tick() => bench.Animal.TakeLesions();

    private string Code(string lesions) => Ask(lesions).GetProperty("code").GetString()!;

    private JsonElement Ask(string lesions)
    {
        bench.Take("lesion/cmd", $$"""{"id":"q{{ids++}}","client":"c","lesions":{{lesions}}}""");
        return JsonDocument.Parse(bench.Replies[^1]).RootElement;
    }
}

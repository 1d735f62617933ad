using System.Text;
using System.Text.Json;
using Locomotion.Controller.Lesions;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Tests.Telemetry.Mqtt;

public class CommandInboxTests
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
        bench.Take("drive/cmd", InboxBench.Drive(1), retained: true);
        bench.Take("safety/cmd", """{"id":"1","client":"c","op":"stop"}""", retained: true);
        Assert.Equal(CommandOrigin.Scenario, bench.Origin());
        Assert.Equal(2, bench.Refusals[RefusalCode.Retained]);
        Assert.Empty(bench.Replies);
    }

    [Fact]
    public void An_older_number_of_the_same_client_is_dropped_until_the_newest_has_run_out()
    {
        bench.Take("drive/cmd", InboxBench.Drive(5, 0.5));
        bench.Take("drive/cmd", InboxBench.Drive(4, 0.9));
        bench.Take("drive/cmd", InboxBench.Drive(5, 0.9));
        Assert.Equal(0.5, bench.Drive());
        Assert.Equal(2, bench.Refusals[RefusalCode.Superseded]);
        bench.Clock.Now += TimeSpan.FromSeconds(2);
        bench.Take("drive/cmd", InboxBench.Drive(0, 0.7));     // the client has started anew
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

    [Theory, InlineData("params/cmd", "{"), InlineData("safety/cmd", """{"id":"1","client":"c-N","op":"dance"}"""), InlineData("lesion/cmd", """{"id":"1","client":"c-N","lesions":1}""")]
    public void Of_a_flood_all_refusals_are_counted_and_a_hundred_a_second_are_explained(string topic, string payload)
    {
        for (int k = 0; k < 300; k++) bench.Take(topic, payload.Replace("-N", $"-{k}", StringComparison.Ordinal));
        Assert.Equal((300, CommandInbox.ExplainedPerSecond), (bench.Refused, bench.Replies.Count));
        bench.Take("safety/cmd", """{"id":"s","client":"c","op":"stop"}""");
        Assert.Equal((CommandOrigin.Hold, CommandInbox.ExplainedPerSecond + 1), (bench.Origin(), bench.Replies.Count));
        bench.Clock.Now += TimeSpan.FromSeconds(0.1);
        for (int k = 0; k < 300; k++) bench.Take(topic, "{");
        Assert.Equal((600, CommandInbox.ExplainedPerSecond + 11), (bench.Refused, bench.Replies.Count));
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
        bench.Take("drive/cmd", InboxBench.Drive(1));
        Assert.Equal(1, bench.Refusals[RefusalCode.Phase]);
        bench.Origin();
        bench.Take("safety/cmd", """{"id":"2","client":"c","op":"reset"}""");
        Assert.Equal(CommandOrigin.Scenario, bench.Origin());
        bench.Take("drive/cmd", InboxBench.Drive(2));
        Assert.Equal(CommandOrigin.Client, bench.Origin());
    }

    [Fact]
    public void A_stop_is_taken_also_when_it_comes_late()
    {
        bench.Take("safety/cmd", """{"id":"1","client":"c","op":"stop","expires":1}""");
        Assert.Equal(CommandOrigin.Hold, bench.Origin());
    }

    [Theory, InlineData("stop"), InlineData("hold")]
    public void A_machine_hears_every_stop_also_with_an_id_that_comes_again_and_of_all_else_each_id_once(string stop)
    {
        AskedMachine machine = new();
        InboxBench robot = new(AnimalCard.Simulation, machine);
        string button = $$"""{"id":"button","client":"c","op":"{{stop}}"}""", run = """{"id":"go","client":"c","op":"run"}""";
        for (int k = 0; k < 40; k++) robot.Take("safety/cmd", button);
        Assert.Equal(Enumerable.Repeat(stop, 40), machine.Asked);
        Assert.Equal(40, robot.Replies.Count);
        Assert.All(robot.Replies, reply => Assert.Equal(robot.Replies[0], reply));
        robot.Take("safety/cmd", run);
        Assert.Equal(CommandOrigin.Scenario, robot.Origin());
        robot.Take("safety/cmd", button.Replace("}", ",\"expires\":1,\"more\":0}", StringComparison.Ordinal));
        robot.Take("safety/cmd", run);
        Assert.Equal(CommandOrigin.Hold, robot.Origin());
        Assert.Equal([stop, "run", stop], machine.Asked.Skip(39));
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
            outbox.Reply(new ReplyPath(topic, [7]), null, [1]);
        Assert.True(outbox.TryTake(out OutMessage answer));
        Assert.Equal("locomotion/1/a/params/reply/app", answer.Topic);
        Assert.Equal([7], answer.Correlation!);
        Assert.False(outbox.TryTake(out _));
    }
}

/// <summary>Notes what it is asked.</summary>
internal sealed class AskedMachine : IMachineSafety
{
    public List<string> Asked { get; } = [];

    public string Phase => "running";

    public string Reason => "";

    public void Ask(string operation) => Asked.Add(operation);
}

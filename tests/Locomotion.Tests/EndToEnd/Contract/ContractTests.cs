using System.Text.Json;
using Locomotion.Controller;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Serving;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Tests.Telemetry.Mqtt;

namespace Locomotion.Tests.EndToEnd.Contract;

/// <summary>What docs/mqtt.md promises whatever the broker: the same tests run on each.</summary>
public abstract class ContractTests : IDisposable
{
    private static readonly ServingOptions Quick = new()
    {
        Ladder = new LadderTimes { KeepSeconds = 0.5, RampSeconds = 0.5 },
        Bridge = new BridgeOptions { LongestWait = TimeSpan.FromSeconds(1) },
    };

    private readonly Stage stage;

    private protected ContractTests(Stage stage) => this.stage = stage;

    public void Dispose()
    {
        stage.Dispose();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public void Every_topic_of_the_table_is_told_with_the_quality_and_kept_or_not_as_it_says()
    {
        IReadOnlyList<Said> heard = new TopicTour(stage).Take();
        string[] never = [.. TopicTable.Topics.Where(topic => !heard.Any(said => topic.Is(Below(said)))).Select(topic => topic.Name)];
        Assert.True(never.Length == 0, $"Never heard: {string.Join(", ", never)}");
        string[] unknown = [.. heard.Select(Below).Where(topic => !TopicTable.Topics.Any(known => known.Is(topic))).Distinct()];
        Assert.True(unknown.Length == 0, $"Not in the table of docs/mqtt.md: {string.Join(", ", unknown)}");
        Assert.All(heard, said =>
        {
            DocumentedTopic topic = TopicTable.Topics.First(known => known.Is(Below(said)));
            Assert.Equal((said.Topic, topic.QualityOfService, topic.Retained), (said.Topic, said.QualityOfService, said.Retained));
            if (said.Payload.Length > 0) Assert.Equal(JsonValueKind.Object, said.Json.ValueKind);
        });
        string[] phases = [.. heard.Where(said => Below(said) == "state").Select(said => said.Word("phase")!).Distinct().Order(StringComparer.Ordinal)];
        Assert.Equal(["disconnected", "fault", "hold", "init", "lost", "running"], phases);
    }

    [Fact]
    public void One_who_comes_late_hears_all_that_holds_and_only_that()
    {
        using ServedAnimal animal = Serve();
        using Conversation early = new(stage.Operator);
        early.AwaitPhase("running");
        early.Code("'op':'lease','seconds':60");
        early.Code("'op':'stage','base_version':1,'values':{'legs.base-frequency':2}");
        early.Code("'op':'commit'");
        early.Active(2);
        early.Answer("safety", "test", "'op':'stop'");
        early.AwaitPhase("hold");
        early.Await("drive/active", active => active.GetProperty("source").GetString() == "hold");
        using Conversation late = new(stage.Operator);
        foreach (string topic in (string[])["state", "about", "describe", "params/active", "params/history/1", "params/history/2", "params/lease", "drive/active"])
            Assert.Equal(early.Client.Heard.Last(said => said.Topic == Conversation.Tree + topic).Text, late.Await(topic).Text);
        long session = late.Await("about").Json.GetProperty("session").GetInt64();
        Assert.Equal((session, "hold"), (late.Await("state").Json.GetProperty("session").GetInt64(), late.Await("state").Word("phase")));
        Said first = late.Await("last/body");
        Assert.Equal(session, first.Json.GetProperty("session").GetInt64());
        Assert.DoesNotContain(late.Client.Heard, said => Below(said).Contains("/reply/", StringComparison.Ordinal) || (Below(said).StartsWith("event/", StringComparison.Ordinal) && said.Json.GetProperty("tick").GetInt64() < first.Json.GetProperty("tick").GetInt64()));
    }

    [Fact]
    public void Frames_are_as_described()
    {
        using ServedAnimal animal = Serve();
        using Conversation talk = new(stage.Operator);
        JsonElement described = talk.Await("describe").Json, active = talk.Await("params/active").Json;
        Assert.Equal(ControllerParameters.Tree.All.Count, described.GetProperty("parameters").GetArrayLength());
        Assert.All(described.GetProperty("parameters").EnumerateArray(), parameter => active.GetProperty("values").GetProperty(parameter.GetProperty("name").GetString()!));
        foreach (JsonProperty group in described.GetProperty("signals").EnumerateObject())
        {
            int numbers = group.Value.EnumerateArray().Sum(signal => signal.GetProperty("count").GetInt32());
            Assert.All(talk.Await($"frame/{group.Name}").Json.GetProperty("data").EnumerateArray(), sample => Assert.Equal(numbers, sample.GetArrayLength()));
            Assert.Equal(1, talk.Await($"last/{group.Name}").Json.GetProperty("data").GetArrayLength());
        }
    }

    [Fact]
    public void A_lost_animal_leaves_its_will_and_one_that_comes_back_tells_what_holds()
    {
        using ServedAnimal animal = Serve();
        using Conversation talk = new(stage.Operator);
        long session = talk.AwaitPhase("running").Json.GetProperty("session").GetInt64();
        talk.Code("'op':'lease','seconds':60");
        talk.Code("'op':'stage','base_version':1,'values':{'legs.base-frequency':2}");
        talk.Code("'op':'commit'");
        talk.Active(2);
        talk.Client.Forget();
        stage.Wire.Cut();
        Said will = talk.AwaitPhase("lost");
        Assert.Equal((true, session), (will.Retained, will.Json.GetProperty("session").GetInt64()));
        Assert.Equal(JsonValueKind.Null, will.Json.GetProperty("tick").ValueKind);
        talk.Client.Forget();
        stage.Wire.Mend();
        Assert.Equal(session, talk.AwaitPhase("running").Json.GetProperty("session").GetInt64());
        Assert.Equal(2, talk.Active(2));
        foreach (string topic in (string[])["about", "describe", "params/history/1", "params/history/2", "params/lease", "drive/active", "frame/body", "stats/loop"]) talk.Await(topic);
        Assert.Equal("ok", talk.Code("'op':'history'"));
    }

    [Fact]
    public void One_client_at_a_time_has_the_lease_and_another_gets_it_when_it_is_given_back_or_over()
    {
        using ServedAnimal animal = Serve();
        using Conversation talk = new(stage.Operator);
        string Code(string client, string rest) => talk.AskAs(client, rest).GetProperty("code").GetString()!;
        talk.AwaitPhase("running");
        Assert.Equal("ok", Code("first", "'op':'stage','base_version':1,'values':{'legs.base-frequency':2}"));
        Assert.Equal("refused-lease", Code("first", "'op':'commit'"));
        Assert.Equal("ok", Code("second", "'op':'lease','seconds':60"));
        talk.Await("params/lease", lease => lease.GetProperty("client").GetString() == "second");
        Assert.Equal("refused-lease", Code("first", "'op':'lease','seconds':60"));
        foreach (string op in (string[])["'op':'commit'", "'op':'revert'", "'op':'confirm','version':1", "'op':'rollback','version':1", "'op':'release'"]) Assert.Equal("refused-lease", Code("first", op));
        Assert.Equal("ok", Code("second", "'op':'release'"));
        talk.Client.Forget();
        Assert.Equal("ok", Code("second", "'op':'lease','seconds':0.5"));
        talk.Await("params/lease", lease => lease.GetProperty("client").ValueKind == JsonValueKind.Null);
        Assert.Equal("ok", Code("first", "'op':'lease','seconds':60"));
        Assert.Equal("accepted", Code("first", "'op':'commit'"));
        Assert.Equal(2, talk.Active(2));
    }

    [Fact]
    public void Sets_are_locked_by_version_confirmed_or_taken_back_rolled_back_and_tried()
    {
        using ServedAnimal animal = Serve();
        using Conversation talk = new(stage.Operator);
        talk.Await("stats/gait");
        double first = talk.Active(1);
        Assert.Equal("ok", talk.Code("'op':'lease','seconds':60"));
        Assert.Equal(2, talk.Ask("'op':'stage','base_version':1,'values':{'legs.base-frequency':-3,'nonsense':1}").GetProperty("refusals").GetArrayLength());
        Assert.Equal("refused-version", talk.Code("'op':'stage','base_version':7,'values':{'legs.base-frequency':2}"));
        Assert.Equal("ok", talk.Code("'op':'stage','base_version':1,'values':{'legs.base-frequency':2}"));
        Assert.Equal("accepted", talk.Code("'op':'commit','confirm_s':1"));
        Assert.Equal(2, talk.Active(2));
        talk.Await("event/revert");
        Assert.Equal(first, talk.Active(3));       // nobody confirmed
        Assert.Equal("ok", talk.Code("'op':'stage','base_version':3,'values':{'legs.base-frequency':2.5}"));
        Assert.Equal("accepted", talk.Code("'op':'commit','confirm_s':2"));
        Assert.Equal(2.5, talk.Active(4));
        Assert.Equal("ok", talk.Code("'op':'confirm','version':4"));
        talk.Await("params/active", set => set.GetProperty("version").GetInt32() == 4 && set.GetProperty("confirm_until").ValueKind == JsonValueKind.Null);
        Assert.Equal("accepted", talk.Code("'op':'rollback','version':2"));
        Assert.Equal(2, talk.Active(5));
        Assert.Equal("ok", talk.Code("'op':'stage','base_version':5,'values':{'motor.leg-amplitude':0}"));
        Assert.Equal("accepted", talk.Code("'op':'trial','cycles':5"));
        JsonElement verdict = talk.Await("params/reply/test", reply => reply.GetProperty("code").GetString() == "refused-trial").Json;
        Assert.Contains("stalls", verdict.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal("refused-trial", talk.Code("'op':'commit'"));
        Assert.Equal(5, talk.Ask("'op':'history'").GetProperty("history").GetArrayLength());
        Assert.DoesNotContain(talk.Client.Heard, said => Below(said) == "params/active" && said.Json.GetProperty("version").GetInt32() > 5);
        Assert.Equal(0, animal.LoopAllocated);
    }

    [Fact]
    public void Retained_expired_and_repeated_commands_do_nothing_and_are_counted_or_answered_as_before()
    {
        using Conversation talk = new(stage.Operator);
        using (Serve()) CheckOldCommands(talk);
        // and one that the broker kept does nothing to an animal that comes later
        talk.Client.Forget();
        using ServedAnimal next = Serve();
        talk.Await("stats/loop", loop => Refused(loop, "refused-retained") == 2);
        Assert.DoesNotContain(talk.Client.Heard, said => Below(said) == "state" && said.Word("phase") == "hold");
    }

    private static void CheckOldCommands(Conversation talk)
    {
        talk.AwaitPhase("running");
        talk.Tell("safety/cmd", "{'id':'1','client':'test','op':'stop'}", retain: true);
        talk.Tell("params/cmd", "{'id':'2','client':'test','op':'lease','seconds':60}", retain: true);
        talk.Tell("drive/cmd", "{'client':'test','seq':1,'drive':1,'release':0,'swim':0,'turn':0,'ttl_ms':1000,'expires':1}");
        Assert.Equal("refused-expired", talk.Code("'op':'lease','seconds':60,'expires':1"));
        talk.Tell("params/cmd", "{'id':'again','client':'test','op':'lease','seconds':60}");
        talk.Tell("params/cmd", "{'id':'again','client':'test','op':'release'}");
        talk.Await("stats/loop", loop => Refused(loop, "refused-retained") == 2 && Refused(loop, "refused-expired") == 2);
        Said[] replies = [.. talk.Client.Heard.Where(said => Below(said) == "params/reply/test" && said.Word("id") == "again")];
        Assert.Equal(2, replies.Length);
        Assert.Equal(replies[0].Text, replies[1].Text);
        Assert.Equal("test", talk.Client.Heard.Last(said => Below(said) == "params/lease").Word("client"));
        Assert.DoesNotContain(talk.Client.Heard, said => Below(said) == "state" && said.Word("phase") == "hold");
        Assert.DoesNotContain(talk.Client.Heard, said => Below(said) == "drive/active" && said.Word("source") == "client");
    }

    [Fact]
    public void Drive_is_taken_and_when_it_has_run_out_the_ladder_leads_to_a_hold()
    {
        using ServedAnimal animal = Serve();
        using Conversation talk = new(stage.Operator);
        talk.AwaitPhase("running");
        talk.Tell("drive/cmd", "{'client':'stick','seq':7,'drive':1,'release':1,'swim':0,'turn':0,'ttl_ms':1500}");
        talk.Tell("drive/cmd", "{'client':'stick','seq':6,'drive':0.1,'release':1,'swim':0,'turn':0,'ttl_ms':1500}");
        talk.Await("drive/active", active => active.GetProperty("source").GetString() == "client" && active.GetProperty("drive").GetDouble() == 1 && active.GetProperty("seq").GetInt64() == 7);
        talk.Await("event/drive", told => told.GetProperty("source").GetString() == "ladder");
        talk.AwaitPhase("hold");
        talk.Await("drive/active", active => active.GetProperty("source").GetString() == "ladder" && active.GetProperty("drive").GetDouble() == 0);
        talk.Await("stats/loop", loop => Refused(loop, "refused-superseded") == 1);
    }

    [Fact]
    public void An_answer_also_goes_to_the_response_topic_with_its_correlation_data()
    {
        using ServedAnimal animal = Serve();
        using Conversation talk = new(stage.Operator);
        talk.AwaitPhase("running");
        talk.Client.Publish(Conversation.Tree + "params/cmd", """{"id":"1","client":"test","op":"history"}""", more: message => message.WithResponseTopic(Conversation.Tree + "params/reply/other").WithCorrelationData([1, 2]));
        Assert.Equal([1, 2], talk.Await("params/reply/other").Correlation!);
        Assert.Equal([1, 2], talk.Await("params/reply/test").Correlation!);
    }

    [Fact]
    public void The_outcome_of_a_trial_also_goes_to_the_response_topic_with_its_correlation_data()
    {
        using ServedAnimal animal = Serve();
        using Conversation talk = new(stage.Operator);
        talk.Await("stats/gait");
        Assert.Equal("ok", talk.Code("'op':'stage','base_version':1,'values':{'motor.leg-amplitude':0}"));
        talk.Client.Publish(Conversation.Tree + "params/cmd", """{"id":"t","client":"test","op":"trial","cycles":5}""", more: message => message.WithResponseTopic(Conversation.Tree + "params/reply/other").WithCorrelationData([3, 4]));
        foreach (string client in (string[])["test", "other"])
        {
            foreach (string code in (string[])["accepted", "refused-trial"])
                Assert.Equal([3, 4], talk.Await($"params/reply/{client}", reply => reply.GetProperty("id").GetString() == "t" && reply.GetProperty("code").GetString() == code).Correlation!);
        }
    }

    [Fact]
    public void What_an_earlier_session_left_on_the_broker_is_not_taken_for_this_one_s()
    {
        using Conversation early = new(stage.Operator);
        using (ServedAnimal animal = Serve())
        {
            early.AwaitPhase("running");
            early.Code("'op':'set','values':{'legs.base-frequency':2}");
            early.Await("params/history/2");
            foreach (string alert in (string[])["late", "fault", "recording"])
            {
                animal.Bridge.Raise(alert, "It is so.");
                early.Await($"alert/{alert}");
            }
        }
        early.AwaitPhase("disconnected");
        early.Client.Forget();
        using ServedAnimal next = Serve();
        early.AwaitPhase("running");
        early.Await("params/lease");
        using Conversation late = new(stage.Operator);
        long session = late.Await("about").Json.GetProperty("session").GetInt64();
        Assert.Equal([session, session], new[] { "params/active", "params/history/1" }.Select(topic => late.Await(topic, set => set.GetProperty("version").GetInt32() == 1).Json.GetProperty("session").GetInt64()));
        Assert.NotEqual(session, late.Await("params/history/2").Json.GetProperty("session").GetInt64());
        late.Await("stats/loop");
        Assert.DoesNotContain(late.Client.Heard, said => Below(said).StartsWith("alert/", StringComparison.Ordinal) && said.Payload.Length > 0 && said.Word("message") == "It is so.");
    }

    [Fact]
    public void Nobody_else_speaks_for_the_animal()
    {
        using ServedAnimal animal = Serve();
        using Conversation talk = new(stage.Operator);
        talk.AwaitPhase("running");
        foreach (string topic in (string[])["state", "params/active", "frame/body", "params/reply/test", "anything"]) talk.Client.Publish(Conversation.Tree + topic, "{}");
        talk.Client.Publish("locomotion/1/other/state", "{}");
        talk.Await("stats/loop", loop => loop.GetProperty("t").GetDouble() > 2);
        Assert.DoesNotContain(talk.Client.Heard, said => said.Text == "{}");
    }

    [Fact]
    public void A_wrong_password_or_none_is_refused()
    {
        Assert.ThrowsAny<Exception>(() => TestClient.Connect(stage.Operator with { Password = "guess" }).Dispose());
        Assert.ThrowsAny<Exception>(() => TestClient.Connect(stage.Operator with { User = null, Password = null }).Dispose());
        Assert.ThrowsAny<Exception>(() => TestClient.Connect(stage.Animal with { Password = "guess" }).Dispose());
    }

    private static string Below(Said said) => said.Topic.StartsWith(Conversation.Tree, StringComparison.Ordinal) ? said.Topic[Conversation.Tree.Length..] : said.Topic;

    private static int Refused(JsonElement loop, string code) => loop.GetProperty("refused").TryGetProperty(code, out JsonElement count) ? count.GetInt32() : 0;

    private ServedAnimal Serve() => new("centipede", BuiltInScenarios.Named("slow-walk"), stage.Animal, Quick);
}

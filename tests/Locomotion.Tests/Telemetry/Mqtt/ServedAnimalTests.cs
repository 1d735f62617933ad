using System.Net;
using System.Text.Json;
using Locomotion.Controller;
using Locomotion.Controller.Lesions;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Serving;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Replaying;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Telemetry.Mqtt;

/// <summary>A whole animal on the embedded broker.</summary>
[Collection(Alone.Name)]
public sealed class ServedAnimalTests : IDisposable
{
    private const string Tree = "locomotion/1/crawler/";
    private static readonly ServingOptions Quick = new() { Ladder = new LadderTimes { KeepSeconds = 0.5, RampSeconds = 0.5 } };
    private readonly ITestOutputHelper output;
    private readonly Broker broker = new(new BrokerPlace(IPAddress.Loopback, 0, 0));
    private readonly ServedAnimal animal;
    private readonly BrokerAddress outside;

    public ServedAnimalTests(ITestOutputHelper output)
    {
        this.output = output;
        animal = new ServedAnimal("crawler", BuiltInScenarios.Named("slow-walk"), broker.Inside, Quick);
        outside = new BrokerAddress("127.0.0.1", broker.MqttPort);
    }

    public void Dispose()
    {
        animal.Dispose();
        broker.Dispose();
    }

    [Fact]
    public void Every_topic_comes_with_its_quality_and_is_kept_or_not_as_documented()
    {
        using TestClient client = TestClient.Connect(outside);
        client.Await(Tree + "stats/loop");
        client.Await(Tree + "stats/gait");
        client.Await(Tree + "frame/cord");
        client.Publish(Tree + "safety/cmd", """{"id":"1","client":"test","op":"stop"}""");
        client.Await(Tree + "safety/reply/test", reply => reply.GetProperty("ok").GetBoolean());
        client.Await(Tree + "event/phase");
        client.Await(Tree + "event/drive");
        Assert.All(client.Heard.Where(said => said.Topic.StartsWith(Tree, StringComparison.Ordinal) && !said.Topic.EndsWith("/cmd", StringComparison.Ordinal) && said.Payload.Length > 0), said =>
        {
            string topic = said.Topic[Tree.Length..], family = topic.Split('/')[0];
            Assert.Equal(family is "frame" or "last" or "stats" or "log" ? 0 : 1, said.QualityOfService);
            Assert.Equal(!(family is "frame" or "event" or "log" || topic.Contains("/reply/", StringComparison.Ordinal)), said.Retained);
            Assert.Equal(JsonValueKind.Object, said.Json.ValueKind);
        });
        string[] expected = ["state", "about", "describe", "params/active", "drive/active", "lesion/active", "frame/body", "frame/legs", "frame/cord", "last/body", "last/legs", "last/cord", "stats/loop", "stats/gait"];
        Assert.All(expected, topic => client.Await(Tree + topic));
    }

    [Fact]
    public void One_who_comes_late_sees_what_holds_and_frames_are_as_described()
    {
        using (TestClient first = TestClient.Connect(outside)) first.Await(Tree + "stats/gait");
        using TestClient client = TestClient.Connect(outside);
        long session = client.Await(Tree + "about").Json.GetProperty("session").GetInt64();
        Assert.Equal(session, client.Await(Tree + "state", state => state.GetProperty("phase").GetString() == "running").Json.GetProperty("session").GetInt64());
        JsonElement described = client.Await(Tree + "describe").Json, active = client.Await(Tree + "params/active").Json;
        Assert.Equal(ControllerParameters.Tree.All.Count, described.GetProperty("parameters").GetArrayLength());
        Assert.All(described.GetProperty("parameters").EnumerateArray(), parameter => active.GetProperty("values").GetProperty(parameter.GetProperty("name").GetString()!));
        foreach (JsonProperty group in described.GetProperty("signals").EnumerateObject())
        {
            int numbers = group.Value.EnumerateArray().Sum(signal => signal.GetProperty("count").GetInt32());
            Said frame = client.Await($"{Tree}frame/{group.Name}");
            Assert.All(frame.Json.GetProperty("data").EnumerateArray(), sample => Assert.Equal(numbers, sample.GetArrayLength()));
            Assert.Equal(session, frame.Json.GetProperty("session").GetInt64());
            Assert.Equal(1, client.Await($"{Tree}last/{group.Name}").Json.GetProperty("data").GetArrayLength());
        }
    }

    [Fact]
    public void Drive_changes_the_gait_and_when_it_has_run_out_the_ladder_leads_to_a_hold()
    {
        using TestClient client = TestClient.Connect(outside);
        double before = Settled(client);
        long end = Environment.TickCount64 + 4000;
        for (long seq = 0; Environment.TickCount64 < end; seq++)
        {
            client.Publish(Tree + "drive/cmd", $$"""{"client":"stick","seq":{{seq}},"drive":1,"release":1,"swim":0,"turn":0,"ttl_ms":1000}""");
            Thread.Sleep(100);
        }
        client.Await(Tree + "drive/active", active => active.GetProperty("source").GetString() == "client" && active.GetProperty("drive").GetDouble() == 1);
        double fast = client.Heard.Last(said => said.Topic == Tree + "stats/gait").Number("leg_frequency_hz");
        output.WriteLine($"leg frequency {before} Hz under the scenario, {fast} Hz at drive 1");
        Assert.True(fast > 1.5 * before);
        client.Await(Tree + "drive/active", active => active.GetProperty("source").GetString() == "ladder");
        client.Await(Tree + "state", state => state.GetProperty("phase").GetString() == "hold");
        client.Await(Tree + "drive/active", active => active.GetProperty("source").GetString() == "ladder" && active.GetProperty("drive").GetDouble() == 0);
    }

    [Fact]
    public void Stop_holds_reset_goes_on_and_parameters_are_leased_staged_and_committed()
    {
        using TestClient client = TestClient.Connect(outside);
        client.Await(Tree + "state", state => state.GetProperty("phase").GetString() == "running");
        client.Publish(Tree + "safety/cmd", """{"id":"1","client":"test","op":"stop"}""");
        client.Await(Tree + "state", state => state.GetProperty("phase").GetString() == "hold");
        client.Await(Tree + "drive/active", active => active.GetProperty("source").GetString() == "hold" && active.GetProperty("drive").GetDouble() == 0);
        client.Forget();
        client.Publish(Tree + "safety/cmd", """{"id":"2","client":"test","op":"reset"}""");
        client.Await(Tree + "state", state => state.GetProperty("phase").GetString() == "running");
        client.Publish(Tree + "params/cmd", """{"id":"3","client":"test","op":"stage","base_version":1,"values":{"legs.base-frequency":-3,"nonsense":1}}""");
        Assert.Equal(2, client.Await(Tree + "params/reply/test", reply => !reply.GetProperty("ok").GetBoolean()).Json.GetProperty("refusals").GetArrayLength());
        client.Publish(Tree + "params/cmd", """{"id":"4","client":"test","op":"stage","base_version":1,"values":{"legs.base-frequency":2}}""");
        client.Publish(Tree + "params/cmd", """{"id":"4a","client":"test","op":"commit","when":"now"}""");
        client.Await(Tree + "params/reply/test", reply => reply.GetProperty("code").GetString() == "refused-lease");
        client.Publish(Tree + "params/cmd", """{"id":"4b","client":"test","op":"lease","seconds":30}""");
        client.Await(Tree + "params/lease", lease => lease.GetProperty("client").GetString() == "test");
        client.Publish(Tree + "params/cmd", """{"id":"5","client":"test","op":"commit","when":"now"}""", more: message => message.WithResponseTopic(Tree + "params/reply/other").WithCorrelationData([1, 2]));
        Said active = client.Await(Tree + "params/active", set => set.GetProperty("version").GetInt32() == 2);
        Assert.Equal(2, active.Json.GetProperty("values").GetProperty("legs.base-frequency").GetDouble());
        Assert.Equal("test", active.Word("author"));
        Assert.Equal([1, 2], client.Await(Tree + "params/reply/other").Correlation!);
        client.Await(Tree + "event/commit");
    }

    [Fact]
    public void Lesions_are_made_while_it_runs_told_to_those_who_come_late_and_never_given_back()
    {
        using TestClient client = TestClient.Connect(outside);
        Assert.Empty(client.Await(Tree + "lesion/active").Json.GetProperty("lesions").EnumerateArray());
        client.Await(Tree + "stats/gait");
        client.Publish(Tree + "lesion/cmd", """{"id":"0","client":"test","lesions":["brain"]}""", retain: true);
        client.Publish(Tree + "lesion/cmd", """{"id":"1","client":"test","lesions":["silence=4","amputate=7-left"]}""", more: message => message.WithResponseTopic(Tree + "lesion/reply/other").WithCorrelationData([3]));
        Said reply = client.Await(Tree + "lesion/reply/test"), lesion = client.Await(Tree + "event/lesion");
        Assert.Equal(("1", "ok"), (reply.Word("id"), reply.Word("code")));
        Assert.Equal([3], client.Await(Tree + "lesion/reply/other").Correlation!);
        Assert.InRange(lesion.Number("tick"), reply.Number("tick") + 1, animal.Ticks);
        Assert.Equal(lesion.Number("tick") * 0.001, lesion.Number("t"), tolerance: 1e-9);
        Assert.Equal("test", lesion.Word("author"));
        Assert.Equal(["silence=4", "amputate=7-left"], Texts(lesion));
        client.Publish(Tree + "lesion/cmd", """{"id":"2","client":"test","lesions":["silence=99","nerve"]}""");
        Assert.Equal(2, client.Await(Tree + "lesion/reply/test", refusal => refusal.GetProperty("code").GetString() == "refused-field").Json.GetProperty("refusals").GetArrayLength());
        client.Publish(Tree + "lesion/cmd", """{"id":"3","client":"test","lesions":["silence=4"]}""");
        Assert.True(client.Await(Tree + "lesion/reply/test", same => same.GetProperty("id").GetString() == "3").Json.GetProperty("ok").GetBoolean());
        client.Await(Tree + "stats/loop", loop => loop.GetProperty("refused").TryGetProperty("refused-retained", out _));

        using TestClient late = TestClient.Connect(outside);
        string at = Locomotion.Controller.Parameters.Naming.Number(lesion.Number("t"));
        Assert.Equal([$"silence=4@{at}", $"amputate=7-left@{at}"], Texts(late.Await(Tree + "lesion/active")));
        Assert.Single(client.Heard, said => said.Topic == Tree + "event/lesion");
        // the silenced segment's excitation is gone
        Said cord = client.Heard.Last(said => said.Topic == Tree + "frame/cord");
        int first = client.Await(Tree + "describe").Json.GetProperty("signals").GetProperty("cord").EnumerateArray().TakeWhile(signal => signal.GetProperty("name").GetString() != "excitation").Sum(signal => signal.GetProperty("count").GetInt32());
        JsonElement sample = cord.Json.GetProperty("data")[0];
        Assert.Equal(0, sample[first + 4].GetDouble());
        Assert.NotEqual(0, sample[first + 5].GetDouble());
        Assert.Equal(0, animal.LoopAllocated);
    }

    [Fact]
    public void Lesions_of_the_scenario_are_told_when_they_are_made_and_a_recording_replays_them_all()
    {
        DirectoryInfo folder = Scratch.Folder();
        Scenario scenario = BuiltInScenarios.Named("slow-walk") with { Lesions = [Lesion.Parse("deafen=3-left"), Lesion.Parse("seg@2")] };
        using (ServedAnimal other = new("other", scenario, broker.Inside, Quick with { RecordFolder = folder.FullName }))
        {
            const string tree = "locomotion/1/other/";
            using TestClient client = TestClient.Connect(outside);
            Assert.Equal(["deafen=3-left"], Texts(client.Await(tree + "lesion/active")));
            Said seg = client.Await(tree + "event/lesion");
            Assert.Equal((2000, "scenario"), (seg.Number("tick"), seg.Word("author")));
            client.Publish(tree + "lesion/cmd", """{"id":"1","client":"test","lesions":["silence=4","cut-behind=12"]}""");
            client.Await(tree + "event/lesion", said => said.GetProperty("author").GetString() == "test");
            Assert.Equal(4, client.Await(tree + "lesion/active", active => active.GetProperty("lesions").GetArrayLength() == 4).Json.GetProperty("lesions").GetArrayLength());
            long ticks = other.Ticks;
            while (other.Ticks < ticks + 500) Thread.Sleep(10);
            Assert.Equal(0, other.LoopAllocated);
        }
        using FileStream file = File.OpenRead(Path.Combine(folder.FullName, "other.mcap"));
        RecordedRun run = new(file, "other.mcap");
        Assert.Equal(["deafen=3-left", "seg", "silence=4", "cut-behind=12"], run.Lesions().Select(lesion => (lesion with { At = 0 }).ToString()));
        ReplayResult replay = Replay.Run(run, progress: null, TestContext.Current.CancellationToken);
        Assert.True(replay.Agrees, $"{replay.Divergence}");
    }

    [Fact]
    public void Sets_are_locked_by_version_confirmed_or_taken_back_rolled_back_and_tried()
    {
        using TestClient client = TestClient.Connect(outside);
        int id = 0;
        JsonElement Ask(string rest)
        {
            string name = $"q{++id}";
            client.Publish(Tree + "params/cmd", $$"""{"id":"{{name}}","client":"test",{{rest.Replace('\'', '"')}}}""");
            return client.Await(Tree + "params/reply/test", reply => reply.GetProperty("id").GetString() == name).Json;
        }
        string Code(string rest) => Ask(rest).GetProperty("code").GetString()!;
        double Active(int version) => client.Await(Tree + "params/active", set => set.GetProperty("version").GetInt32() == version).Json.GetProperty("values").GetProperty("legs.base-frequency").GetDouble();

        client.Await(Tree + "stats/gait");
        double first = Active(1);
        Assert.Equal("ok", Code("'op':'lease','seconds':60"));
        Assert.Equal("refused-version", Code("'op':'stage','base_version':7,'values':{'legs.base-frequency':2}"));
        Assert.Equal("ok", Code("'op':'stage','base_version':1,'values':{'legs.base-frequency':2}"));
        Assert.Equal("accepted", Code("'op':'commit','confirm_s':1"));
        Assert.Equal(2, Active(2));
        client.Await(Tree + "event/revert");
        Assert.Equal(first, Active(3));       // nobody confirmed
        Assert.Equal("ok", Code("'op':'stage','base_version':3,'values':{'legs.base-frequency':2.5}"));
        Assert.Equal("accepted", Code("'op':'commit','ramp_cycles':2"));
        client.Await(Tree + "event/ramp");
        Assert.Equal(2.5, Active(4));
        Assert.Equal("accepted", Code("'op':'rollback','version':2"));
        Assert.Equal(2, Active(5));
        Assert.Equal("ok", Code("'op':'stage','base_version':5,'values':{'motor.leg-amplitude':0}"));
        Assert.Equal("accepted", Code("'op':'trial','cycles':5"));
        JsonElement verdict = client.Await(Tree + "params/reply/test", reply => reply.GetProperty("code").GetString() == "refused-trial").Json;
        Assert.Contains("stalls", verdict.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Equal(5, Ask("'op':'history'").GetProperty("history").GetArrayLength());
        Assert.Equal(0, animal.LoopAllocated);

        using TestClient late = TestClient.Connect(outside);
        for (int version = 1; version <= 5; version++) late.Await($"{Tree}params/history/{version}");
        Assert.Contains("legs.base-frequency", late.Await($"{Tree}params/history/4").Json.GetProperty("changed").EnumerateArray().Select(name => name.GetString()));
    }

    [Fact]
    public void Retained_and_expired_commands_do_nothing_and_are_counted()
    {
        using TestClient client = TestClient.Connect(outside);
        client.Publish(Tree + "safety/cmd", """{"id":"1","client":"test","op":"stop"}""", retain: true);
        client.Publish(Tree + "drive/cmd", """{"client":"test","seq":1,"drive":1,"release":0,"swim":0,"turn":0,"ttl_ms":1000,"expires":1}""");
        client.Await(Tree + "stats/loop", loop => loop.GetProperty("refused") is var refused && refused.TryGetProperty("refused-retained", out JsonElement kept) && kept.GetInt32() == 1
            && refused.TryGetProperty("refused-expired", out JsonElement late) && late.GetInt32() == 1);
        Assert.DoesNotContain(client.Heard, said => said.Topic == Tree + "state" && said.Word("phase") == "hold");
    }

    [Fact]
    public void The_loop_allocates_nothing_and_the_bridge_little()
    {
        using TestClient client = TestClient.Connect(outside);
        client.Await(Tree + "stats/gait");
        long before = animal.LoopAllocated, bridge = animal.Bridge.Allocated, ticks = animal.Ticks;
        for (long seq = 0; seq < 50; seq++)
        {
            client.Publish(Tree + "drive/cmd", $$"""{"client":"stick","seq":{{seq}},"drive":0.9,"release":1,"swim":0,"turn":0,"ttl_ms":150}""");
            Thread.Sleep(100);
        }
        output.WriteLine($"{animal.Ticks - ticks} ticks: loop {animal.LoopAllocated - before} bytes, bridge {(animal.Bridge.Allocated - bridge) / 5.0 / 1024:0.0} KiB/s, lost samples {animal.Bridge.LostSamples}");
        Assert.True(animal.Ticks > ticks + 1000);
        Assert.Equal(0, animal.LoopAllocated - before);
        Assert.Equal(0, animal.Bridge.LostSamples);
    }

    [Fact]
    public void Others_may_neither_speak_for_an_animal_nor_bear_its_name()
    {
        using TestClient client = TestClient.Connect(outside);
        Assert.False(client.Publish(Tree + "state", "{}").IsSuccess);
        client.Await(Tree + "state", state => state.GetProperty("phase").GetString() == "running");
        Assert.DoesNotContain(client.Heard, said => said.Text == "{}");
    }

    private static IEnumerable<string?> Texts(Said said) => said.Json.GetProperty("lesions").EnumerateArray().Select(text => text.GetString());

    private static double Settled(TestClient client)
    {
        Said gait = client.Await(Tree + "stats/gait", figures => figures.GetProperty("t").GetDouble() > 3);
        return gait.Number("leg_frequency_hz");
    }
}

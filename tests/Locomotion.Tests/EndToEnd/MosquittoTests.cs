using System.Diagnostics;
using System.Text.Json;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Serving;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Tests.Telemetry.Mqtt;
using MQTTnet.Exceptions;

namespace Locomotion.Tests.EndToEnd;

/// <summary>Animals on a real Mosquitto with TLS, passwords and rights.</summary>
[Collection(Alone.Name)]
public sealed class MosquittoTests(ITestOutputHelper output) : IDisposable
{
    private const string Tree = "locomotion/1/centipede/";
    private readonly MosquittoBroker broker = new();

    public void Dispose() => broker.Dispose();

    [Fact]
    public void Every_topic_arrives_and_commands_come_through()
    {
        using ServedAnimal animal = Serve();
        using TestClient client = TestClient.Connect(broker.As("operator"), "locomotion/1/#");
        string[] expected = ["state", "about", "describe", "params/active", "drive/active", "lesion/active", "frame/body", "frame/legs", "frame/cord", "last/body", "stats/loop", "stats/gait"];
        Assert.All(expected, topic => Assert.Equal(topic is "frame/body" or "frame/legs" or "frame/cord", !client.Await(Tree + topic).Retained));
        client.Publish(Tree + "safety/cmd", """{"id":"1","client":"test","op":"stop"}""");
        Assert.True(client.Await(Tree + "safety/reply/test").Json.GetProperty("ok").GetBoolean());
        client.Await(Tree + "state", state => state.GetProperty("phase").GetString() == "hold");
        client.Await(Tree + "event/phase");
    }

    [Fact]
    public void An_operator_makes_a_lesion_that_outlasts_the_broker_and_a_reader_makes_none()
    {
        using ServedAnimal animal = Serve();
        using (TestClient reader = TestClient.Connect(broker.As("reader"), "locomotion/1/#"), operating = TestClient.Connect(broker.As("operator"), "locomotion/1/#"))
        {
            reader.Await(Tree + "lesion/active");
            Assert.False(reader.Publish(Tree + "lesion/cmd", """{"id":"1","client":"test","lesions":["brain"]}""").IsSuccess);
            Assert.False(operating.Publish(Tree + "lesion/active", """{"lesions":["seg"]}""").IsSuccess);
            Assert.True(operating.Publish(Tree + "lesion/cmd", """{"id":"2","client":"test","lesions":["silence=4"]}""").IsSuccess);
            Assert.Equal("2", operating.Await(Tree + "lesion/reply/test").Word("id"));
            Assert.Equal("silence=4", Assert.Single(operating.Await(Tree + "event/lesion").Json.GetProperty("lesions").EnumerateArray()).GetString());
        }
        broker.Kill();
        broker.Start();
        using TestClient later = TestClient.Connect(broker.As("reader"), "locomotion/1/#");
        Assert.StartsWith("silence=4@", Assert.Single(later.Await(Tree + "lesion/active", active => active.GetProperty("lesions").GetArrayLength() > 0).Json.GetProperty("lesions").EnumerateArray()).GetString(), StringComparison.Ordinal);
        Assert.Equal(0, animal.LoopAllocated);
    }

    [Fact]
    public void A_wrong_password_and_plain_text_are_refused()
    {
        Assert.ThrowsAny<Exception>(() => TestClient.Connect(broker.As("operator") with { Password = "guess" }).Dispose());
        Assert.ThrowsAny<Exception>(() => TestClient.Connect(broker.As("operator") with { User = null }).Dispose());
        Assert.ThrowsAny<MqttCommunicationException>(() => TestClient.Connect(broker.As("operator") with { TlsAuthority = null }).Dispose());
    }

    [Fact]
    public void A_certificate_of_another_authority_or_for_another_name_is_refused()
    {
        using MosquittoBroker other = new();
        Assert.ThrowsAny<Exception>(() => TestClient.Connect(broker.As("reader") with { TlsAuthority = other.Authority }).Dispose());
        Assert.ThrowsAny<Exception>(() => TestClient.Connect(broker.As("reader") with { Host = "127.0.0.2" }).Dispose());
    }

    [Fact]
    public void A_reader_reads_and_commands_nothing_and_an_operator_speaks_for_no_animal()
    {
        using ServedAnimal animal = Serve();
        using TestClient reader = TestClient.Connect(broker.As("reader"), "locomotion/1/#"), operating = TestClient.Connect(broker.As("operator"), "locomotion/1/#");
        reader.Await(Tree + "state", state => state.GetProperty("phase").GetString() == "running");
        Assert.False(reader.Publish(Tree + "safety/cmd", """{"id":"1","client":"test","op":"stop"}""").IsSuccess);
        Assert.False(operating.Publish(Tree + "state", "{}").IsSuccess);
        reader.Await(Tree + "stats/loop");
        Assert.DoesNotContain(reader.Heard, said => said.Topic == Tree + "state" && (said.Text == "{}" || said.Word("phase") == "hold"));
    }

    [Fact]
    public void A_killed_program_is_lost_with_its_session_and_one_that_ends_is_disconnected()
    {
        using TestClient client = TestClient.Connect(broker.As("reader"), "locomotion/1/#");
        (Running killed, long session) = Serving(client);
        killed.Process.Kill(entireProcessTree: true);
        Said will = client.Await(Tree + "state", state => state.GetProperty("phase").GetString() == "lost");
        Assert.Equal(session, will.Json.GetProperty("session").GetInt64());
        Assert.True(will.Retained);

        client.Forget();
        (Running ended, long next) = Serving(client);
        Assert.NotEqual(session, next);
        using (Process kill = Process.Start("kill", ["-TERM", $"{ended.Process.Id}"])) kill.WaitForExit();
        Assert.Equal(143, ended.Finish().Code);
        client.Await(Tree + "state", state => state.GetProperty("phase").GetString() == "disconnected" && state.GetProperty("session").GetInt64() == next);
        Assert.DoesNotContain(client.Heard, said => said.Topic == Tree + "state" && said.Word("phase") == "lost" && said.Json.GetProperty("session").GetInt64() == next);
    }

    [Fact]
    public void After_the_broker_was_killed_the_animal_comes_back_and_tells_what_holds()
    {
        using ServedAnimal animal = Serve();
        using (TestClient before = TestClient.Connect(broker.As("operator"), "locomotion/1/#"))
        {
            before.Await(Tree + "params/active");
            before.Publish(Tree + "params/cmd", """{"id":"1","client":"test","op":"stage","base_version":1,"values":{"legs.base-frequency":2}}""");
            before.Publish(Tree + "params/cmd", """{"id":"1a","client":"test","op":"lease","seconds":30}""");
            before.Publish(Tree + "params/cmd", """{"id":"2","client":"test","op":"commit","when":"now"}""");
            before.Await(Tree + "params/active", set => set.GetProperty("version").GetInt32() == 2);
        }
        Thread.Sleep(100);
        long allocated = animal.LoopAllocated;      // another set of parameters costs some
        broker.Kill();
        long ticks = animal.Ticks;
        Thread.Sleep(2000);
        Assert.False(animal.Bridge.IsUp);
        Assert.True(animal.Ticks > ticks + 1000, "the animal goes on without");
        broker.Start();
        long begun = Stopwatch.GetTimestamp();
        using TestClient client = TestClient.Connect(broker.As("operator"), "locomotion/1/#");
        client.Await(Tree + "params/active", set => set.GetProperty("version").GetInt32() == 2);
        foreach (string topic in (string[])["state", "about", "describe", "drive/active", "frame/body", "stats/loop"]) client.Await(Tree + topic);
        output.WriteLine($"back {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s after the broker");
        client.Publish(Tree + "safety/cmd", """{"id":"3","client":"test","op":"stop"}""");
        client.Await(Tree + "state", state => state.GetProperty("phase").GetString() == "hold");
        Assert.Equal(allocated, animal.LoopAllocated);
    }

    [Fact]
    public void A_broker_that_falls_silent_is_given_up_and_found_again()
    {
        using ServedAnimal animal = Serve();
        using (TestClient client = TestClient.Connect(broker.As("reader"), "locomotion/1/#")) client.Await(Tree + "stats/loop");
        broker.Signal("STOP");
        long begun = Stopwatch.GetTimestamp(), ticks = animal.Ticks;
        while (animal.Bridge.IsUp && Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(30)) Thread.Sleep(20);
        double noticed = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        Assert.InRange(noticed, 0, 6.5);     // keep-alive 5 s, and how often the bridge looks
        Assert.True(animal.Ticks > ticks + 1000, "the animal goes on without");
        broker.Signal("CONT");
        begun = Stopwatch.GetTimestamp();
        while (!animal.Bridge.IsUp && Stopwatch.GetElapsedTime(begun) < TimeSpan.FromSeconds(30)) Thread.Sleep(20);
        Assert.True(animal.Bridge.IsUp);
        output.WriteLine($"silence noticed after {noticed:0.0} s, back {Stopwatch.GetElapsedTime(begun).TotalSeconds:0.0} s after its end");
        using TestClient later = TestClient.Connect(broker.As("reader"), "locomotion/1/#");
        later.Await(Tree + "frame/body");
        Assert.Equal("running", later.Await(Tree + "state").Word("phase"));
    }

    [Fact]
    public void Scripts_speak_by_TLS_as_whom_the_password_says_and_do_what_that_user_may()
    {
        using ServedAnimal animal = Serve();
        string[] secure = ["--broker", $"localhost:{broker.Port}", "--tls-ca", broker.Authority], operating = [.. secure, "--user", "operator", "--password-file", broker.PasswordFile("operator")],
            reading = [.. secure, "--user", "reader", "--password-file", broker.PasswordFile("reader")];
        Outcome set = DeskProgram.Release.Run(["params", "set", "legs.base-frequency=2", "--json", .. operating]);
        Assert.True(set.Code == 0, set.Error);
        Assert.Equal(2, set.Json.GetProperty("version").GetInt64());
        Assert.Equal(0, DeskProgram.Release.Run(["drive", "--drive", "0.5", "--seconds", "1", "--then", "reset", .. operating]).Code);
        Assert.Equal(2, DeskProgram.Release.Run(["params", "get", "legs", "--json", .. reading]).Json.GetProperty("version").GetInt64());
        DeskProgram.Release.Run(["params", "set", "legs.base-frequency=3", .. reading]).AssertRefused("user 'reader' may not say locomotion/1/centipede/params/cmd");
        DeskProgram.Release.Run(["params", "get", .. secure, "--user", "operator", "--password-file", broker.PasswordFile("reader")]).AssertRefused("user 'operator' is not let in with that password");
        DeskProgram.Release.Run(["params", "get", .. secure]).AssertRefused("nobody is not let in");
        DeskProgram.Release.Run(["params", "get", "--broker", $"127.0.0.2:{broker.Port}", .. operating[2..]]).AssertRefused("cannot be trusted");
        DeskProgram.Release.Run(["params", "get", "--broker", $"localhost:{broker.Port}"]).AssertRefused("cannot be spoken to");
    }

    [Fact]
    public void Home_Assistant_finds_the_animal_and_wakes_it_when_it_is_born()
    {
        using ServedAnimal animal = new("centipede", BuiltInScenarios.Named("slow-walk"), broker.As("centipede"), new ServingOptions { Bridge = new BridgeOptions { HomeAssistant = HomeAssistantNotice.Announce } });
        using TestClient client = TestClient.Connect(broker.As("operator"), "#");
        HomeAssistant home = new(client, client.Await("homeassistant/device/centipede/config").Json);
        client.Forget();
        client.Publish("homeassistant/status", "online");
        client.Await("homeassistant/device/centipede/config");
        home.Press("stop");
        client.Await(Tree + "state", state => state.GetProperty("phase").GetString() == "hold");
    }

    private ServedAnimal Serve() => new("centipede", BuiltInScenarios.Named("slow-walk"), broker.As("centipede"), new ServingOptions());

    private (Running Program, long Session) Serving(TestClient client)
    {
        Running program = DeskProgram.Release.Start("serve", "slow-walk", "--broker", $"localhost:{broker.Port}", "--tls-ca", broker.Authority, "--user", "centipede",
            "--password-file", broker.PasswordFile("centipede"));
        return (program, client.Await(Tree + "state", state => state.GetProperty("phase").GetString() == "running").Json.GetProperty("session").GetInt64());
    }
}

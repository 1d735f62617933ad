using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Serving;
using Locomotion.Tests.Telemetry.Mqtt;

namespace Locomotion.Tests.EndToEnd;

/// <summary>What scripts say to a running animal, from processes to a process.</summary>
[Collection(Alone.Name)]
public sealed class ScriptsContractTests(ServedProcess served) : IClassFixture<ServedProcess>
{
    private const string Tree = ServedProcess.Tree;

    [Theory]
    [InlineData("is not name=value", "params", "set", "legs.base-frequency")]
    [InlineData("is given twice", "params", "set", "legs.waves=2", "legs.waves=3")]
    [InlineData("is neither tick=N nor phase=rad", "params", "set", "legs.waves=2", "--at", "noon")]
    [InlineData("lies outside [1, 50]", "params", "set", "legs.waves=2", "--trial", "51")]
    [InlineData("lies outside [0, 1000]", "params", "set", "legs.waves=2", "--ramp", "-1")]
    [InlineData("is not host or host:port", "params", "get", "--broker", "localhost:http")]
    [InlineData("cannot be spoken to", "params", "get", "--broker", "127.0.0.1:1")]
    [InlineData("does not exist", "watch", "--tls-ca", "nowhere.crt")]
    [InlineData("cannot be read", "watch", "--user", "me", "--password-file", "nowhere")]
    [InlineData("is none of news, gait", "watch", "everything")]
    [InlineData("lies outside (0, 1e7]", "watch", "--seconds", "0")]
    [InlineData("nothing is given to do", "drive")]
    [InlineData("lies outside [0, 1]", "drive", "--drive", "2")]
    [InlineData("is none of ladder, hold, reset", "drive", "--drive", "1", "--then", "dance")]
    public void Bad_input_is_refused(string says, params string[] arguments) => DeskProgram.Release.Run(arguments).AssertRefused(says);

    [Theory]
    [InlineData("'lizard' does not speak on the broker", "--animal", "lizard")]
    [InlineData("is not 1 to 32 of a to z", "--animal", "The lizard")]
    [InlineData("is not 1 to 32 of a to z", "--client", "Ann")]
    public void A_wrong_animal_or_name_is_refused(string says, string option, string value) => Desk("params", "get", option, value).AssertRefused(says);

    [Fact]
    public void Of_several_animals_one_must_be_named()
    {
        using Broker broker = new(new BrokerPlace(IPAddress.Loopback, 0, 0));
        using ServedAnimal first = new("ant", BuiltInScenarios.Named("slow-walk"), broker.Inside, new ServingOptions()), second = new("bee", BuiltInScenarios.Named("slow-walk"), broker.Inside, new ServingOptions());
        string[] get = ["params", "get", "legs.waves", "--json", "--broker", $"127.0.0.1:{broker.MqttPort}"];
        DeskProgram.Release.Run(get).AssertRefused("choose one with --animal: ant, bee");
        Assert.Equal("bee", DeskProgram.Release.Run([.. get, "--animal", "bee"]).Json.GetProperty("animal").GetString());
    }

    [Fact]
    public void An_animal_that_is_away_is_told_from_one_that_is_there()
    {
        using Broker broker = new(new BrokerPlace(IPAddress.Loopback, 0, 0));
        using (new ServedAnimal("ant", BuiltInScenarios.Named("slow-walk"), broker.Inside, new ServingOptions()))
        using (TestClient client = TestClient.Connect(new("127.0.0.1", broker.MqttPort))) client.Await("locomotion/1/ant/state", state => state.GetProperty("phase").GetString() == "running");
        DeskProgram.Release.Run("params", "get", "--broker", $"127.0.0.1:{broker.MqttPort}").AssertRefused("known are: ant (disconnected)");
    }

    [Fact]
    public void Values_are_read_set_listed_rolled_back_and_watched()
    {
        Running watching = Start("params", "watch", "--seconds", "20", "--json");
        using TestClient client = TestClient.Connect(served.Address);
        long first = Read("legs").GetProperty("version").GetInt64();
        Assert.Equal(7, Read("legs").GetProperty("values").EnumerateObject().Count());

        JsonElement set = Desk("params", "set", "legs.base-frequency=1.75", "relay.fold-gate=or", "--client", "ann", "--json").Json;
        Assert.Equal((first + 1, "ann", 1.75), (set.GetProperty("version").GetInt64(), set.GetProperty("author").GetString(), Value(set)));
        Assert.Equal(1.75, Value(client.Await(Tree + "params/active", active => active.GetProperty("version").GetInt64() == first + 1).Json));
        client.Await(Tree + "params/lease", lease => lease.GetProperty("client").GetString() == "ann");
        client.Await(Tree + "params/lease", lease => lease.GetProperty("client").ValueKind == JsonValueKind.Null);

        JsonElement ramped = Desk("params", "set", "legs.base-frequency=2.25", "--ramp", "2", "--trial", "5", "--at", "phase=1", "--json").Json;
        Assert.Equal(2.25, Value(ramped));
        Assert.Contains(client.Heard, said => said.Topic == Tree + "event/ramp" && said.Json.GetProperty("version").GetInt64() == first + 2);

        JsonElement[] history = [.. Lines(Desk("params", "history", "--json").Output)];
        Assert.Equal([first + 1, first + 2], history.Where(version => version.GetProperty("version").GetInt64() > first).Select(version => version.GetProperty("version").GetInt64()));
        Assert.Equal("or", history.Single(version => version.GetProperty("version").GetInt64() == first + 1).GetProperty("values").GetProperty("relay.fold-gate").GetString());

        JsonElement back = Desk("params", "rollback", $"{first}", "--json").Json;
        Assert.Equal((first + 3, 1.5, "and"), (back.GetProperty("version").GetInt64(), Value(back), back.GetProperty("values").GetProperty("relay.fold-gate").GetString()));
        Outcome gone = Desk("params", "rollback", "4711", "--json");
        Assert.Equal((1, "refused-unknown-version"), (gone.Code, gone.Json.GetProperty("code").GetString()));

        Outcome watched = watching.Finish();
        Assert.Equal(0, watched.Code);
        Assert.Equal([first, first + 1, first + 2, first + 3], Lines(watched.Output).Select(change => change.GetProperty("version").GetInt64()));
    }

    [Fact]
    public void Each_value_that_is_refused_is_named_with_its_reason()
    {
        Outcome refused = Desk("params", "set", "legs.base-frequency=-3", "legs.wave=2", "relay.fold-gate=xor", "oscillator=bursting", "--json");
        Assert.Equal(1, refused.Code);
        Assert.Equal(["legs.base-frequency out-of-range", "legs.wave unknown-name", "oscillator at-rest", "relay.fold-gate wrong-type"],
            refused.Json.GetProperty("refusals").EnumerateArray().Select(one => $"{one.GetProperty("name").GetString()} {one.GetProperty("code").GetString()}").Order());
        Assert.Contains("did you mean 'legs.waves'", refused.Error, StringComparison.Ordinal);
        Assert.Contains("lies outside [0, 20] Hz", refused.Error, StringComparison.Ordinal);
        Outcome stalls = Desk("params", "set", "motor.leg-amplitude=0", "--trial", "5");
        Assert.Equal(1, stalls.Code);
        Assert.Contains("refused-trial: It stalls", stalls.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void While_another_holds_the_lease_nothing_is_set()
    {
        using TestClient client = TestClient.Connect(served.Address);
        client.Publish(Tree + "params/cmd", """{"id":"mine","client":"other","op":"lease","seconds":60}""");
        client.Await(Tree + "params/reply/other", reply => reply.GetProperty("id").GetString() == "mine");
        Outcome refused = Desk("params", "set", "legs.waves=2.5");
        client.Publish(Tree + "params/cmd", """{"id":"yours","client":"other","op":"release"}""");
        client.Await(Tree + "params/reply/other", reply => reply.GetProperty("id").GetString() == "yours");
        Assert.Equal(1, refused.Code);
        Assert.Contains("refused-lease: 'other' holds it", refused.Error, StringComparison.Ordinal);
    }

    [Theory, InlineData("y", 0, 1.25), InlineData("n", 1, 1.5), InlineData("", 1, 1.5)]
    public void What_is_not_confirmed_is_taken_back(string answer, int code, double then)
    {
        string before = $"{Read("legs.base-frequency").GetProperty("version").GetInt64()}";
        DeskProgram asked = new("sh", "-c", $"printf '{answer}\\n' | exec dotnet {Repository.Path("Sim", "bin", "Release", "net10.0", "locomotion.dll")} \"$@\"", "sh");
        Outcome outcome = asked.Start("params", "set", "legs.base-frequency=1.25", "--confirm-within", "30", "--broker", $"127.0.0.1:{served.Port}").Finish();
        Assert.Equal(code, outcome.Code);
        Assert.Contains(code == 0 ? "is active" : "was not confirmed", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(then, Value(Read("legs.base-frequency")));
        Desk("params", "rollback", before);
    }

    [Fact]
    public void Driving_lasts_as_long_as_asked_and_then_the_ladder_begins()
    {
        using TestClient client = TestClient.Connect(served.Address);
        Outcome driven = Desk("drive", "--drive", "0.9", "--turn", "0.25", "--seconds", "2");
        Assert.Equal(0, driven.Code);
        Said active = client.Await(Tree + "drive/active", one => one.GetProperty("source").GetString() == "client");
        Assert.Equal((0.9, 0.25), (active.Number("drive"), active.Number("turn")));
        client.Await(Tree + "drive/active", one => one.GetProperty("source").GetString() == "ladder");
        client.Await(Tree + "state", state => state.GetProperty("phase").GetString() == "hold");
        Assert.Equal(0, Desk("drive", "reset").Code);
        client.Forget();
        Assert.Equal(0, Desk("drive", "--swim", "0.1", "--seconds", "1", "--then", "reset").Code);
        client.Await(Tree + "drive/active", one => one.GetProperty("source").GetString() == "client");
        client.Await(Tree + "drive/active", one => one.GetProperty("source").GetString() == "scenario");
        Assert.DoesNotContain(client.Heard, said => said.Topic == Tree + "drive/active" && said.Word("source") == "ladder");
    }

    [Theory, InlineData("ladder", "ladder"), InlineData("hold", "hold")]
    public void Ctrl_C_while_driving_leaves_the_animal_to_what_was_chosen(string then, string source)
    {
        using TestClient client = TestClient.Connect(served.Address);
        DeskProgram attended = new("env", "--default-signal=INT", "dotnet", Repository.Path("Sim", "bin", "Release", "net10.0", "locomotion.dll"));
        Running driving = attended.Start("drive", "--drive", "0.8", "--then", then, "--broker", $"127.0.0.1:{served.Port}");
        client.Await(Tree + "drive/active", one => one.GetProperty("source").GetString() == "client");
        Thread.Sleep(500);
        using (Process kill = Process.Start("kill", ["-INT", $"{driving.Process.Id}"])) kill.WaitForExit();
        Outcome ended = driving.Finish();
        client.Await(Tree + "drive/active", one => one.GetProperty("source").GetString() == source);
        Desk("drive", "reset");
        Assert.Equal(130, ended.Code);
        Assert.Contains(then == "ladder" ? "slows down, and holds still" : "It holds still", ended.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_was_told_to_stop_is_not_driven()
    {
        Assert.Equal(0, Desk("drive", "stop").Code);
        Outcome refused = Desk("drive", "--drive", "1", "--seconds", "30");
        Outcome reset = Desk("drive", "reset");
        Assert.Equal((1, 0), (refused.Code, reset.Code));
        Assert.Contains("refused-phase: 'crawler' was told to stop", refused.Error, StringComparison.Ordinal);
        Outcome arm = Desk("drive", "arm");
        Assert.Equal(1, arm.Code);
        Assert.Contains("neither armed nor disarmed", arm.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_it_says_is_told_in_lines_for_people_or_in_JSON()
    {
        string people = Desk("watch", "gait", "legs", "--seconds", "2.5").Output;
        Assert.Matches(@"stats/gait  legs [\d.]+ Hz, coherence [\d.]+", people);
        Assert.Matches(@"frame/legs  phase [\d.]+\.\.[\d.]+ rad  yaw ", people);
        JsonElement[] lines = [.. Lines(Desk("watch", "--json", "--seconds", "2.5").Output)];
        Assert.Contains(lines, line => line.GetProperty("topic").GetString() == "state" && line.GetProperty("retained").GetBoolean());
        Assert.Contains(lines, line => line.GetProperty("topic").GetString() == "stats/gait" && line.GetProperty("payload").GetProperty("leg_frequency_hz").ValueKind == JsonValueKind.Number);
        Assert.All(Lines(Desk("watch", "frame/body", "--json", "--seconds", "1").Output), line => Assert.Equal("frame/body", line.GetProperty("topic").GetString()));
    }

    [Fact]
    public void When_the_broker_goes_the_watch_says_so()
    {
        using ServedProcess other = new([]);
        Running watching = DeskProgram.Release.Start("watch", "--broker", $"127.0.0.1:{other.Port}");
        Thread.Sleep(2000);
        other.Dispose();
        Outcome outcome = watching.Finish();
        Assert.Equal(1, outcome.Code);
        Assert.Contains($"The connection to the broker 127.0.0.1:{other.Port} was lost", outcome.Error, StringComparison.Ordinal);
    }

    private static IEnumerable<JsonElement> Lines(string output) => output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement);

    private static double Value(JsonElement set) => set.GetProperty("values").GetProperty("legs.base-frequency").GetDouble();

    private JsonElement Read(string name) => Desk("params", "get", name, "--json").Json;

    private Running Start(params string[] arguments) => DeskProgram.Release.Start([.. arguments, "--broker", $"127.0.0.1:{served.Port}"]);

    private Outcome Desk(params string[] arguments) => Start(arguments).Finish();
}

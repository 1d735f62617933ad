using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Locomotion.Controller;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Serving;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Tests.Telemetry.Mqtt;

namespace Locomotion.Tests.EndToEnd;

/// <summary>What a Home Assistant finds and can do. Rules: home-assistant.io integrations/mqtt, sensor.mqtt, number.mqtt, button.mqtt; home-assistant/core components/mqtt.</summary>
[Collection(Alone.Name)]
public sealed class HomeAssistantTests : IDisposable
{
    private const string Tree = "locomotion/1/crawler/", Config = "homeassistant/device/crawler/config";

    private static readonly string[] OfAll = ["platform", "unique_id", "name", "icon", "entity_category", "enabled_by_default", "qos", "availability", "json_attributes_topic", "json_attributes_template"];
    private static readonly Dictionary<string, string[]> Keys = new()
    {
        ["sensor"] = ["state_topic", "value_template", "unit_of_measurement", "device_class", "state_class", "suggested_display_precision", "expire_after", "force_update"],
        ["button"] = ["command_topic", "command_template", "payload_press", "device_class", "retain"],
        ["number"] = ["command_topic", "command_template", "state_topic", "value_template", "min", "max", "step", "mode", "unit_of_measurement", "device_class", "payload_reset", "optimistic", "retain"],
    };

    private readonly Broker broker = new(new BrokerPlace(IPAddress.Loopback, 0, 0));
    private readonly TestClient client;

    public HomeAssistantTests() => client = TestClient.Connect(new BrokerAddress("127.0.0.1", broker.MqttPort));

    public void Dispose()
    {
        client.Dispose();
        broker.Dispose();
    }

    [Fact]
    public void The_announcement_keeps_the_rules()
    {
        using ServedAnimal animal = Serve(HomeAssistantNotice.Announce);
        Said said = client.Await(Config);
        Assert.Equal((1, true), (said.QualityOfService, said.Retained));
        Assert.Matches("^homeassistant/device/[a-zA-Z0-9_-]+/config$", said.Topic);      // discovery.py, TOPIC_MATCHER
        // schemas.py, DEVICE_DISCOVERY_SCHEMA: device with identifiers, origin with a name, components
        Assert.Equal(["device", "origin", "availability", "components"], said.Json.EnumerateObject().Select(member => member.Name));
        Assert.NotEmpty(said.Json.GetProperty("device").GetProperty("identifiers").EnumerateArray());
        Assert.All(said.Json.GetProperty("device").EnumerateObject(), member => Assert.Contains(member.Name, (string[])["identifiers", "name", "manufacturer", "model", "sw_version"]));
        Assert.Equal("Locomotion", said.Json.GetProperty("origin").GetProperty("name").GetString());
        HomeAssistant home = new(client, said.Json);
        Assert.Equal(home.Components.Count, home.Components.Values.Select(one => one.GetProperty("unique_id").GetString()).Distinct().Count());
        Assert.All(home.Components.Values, Check);
        Assert.InRange(home.Components.Values.Count(one => one.GetProperty("platform").GetString() == "number"), 5, 10);
    }

    [Fact]
    public void Every_state_is_found_in_what_the_animal_says()
    {
        using ServedAnimal animal = Serve(HomeAssistantNotice.Announce);
        client.Await(Tree + "stats/gait");
        HomeAssistant home = new(client, client.Await(Config).Json);
        Assert.True(home.IsAvailable());
        Assert.Equal("running", home.State("phase"));
        foreach ((string name, JsonElement config) in home.Components.Where(one => one.Value.TryGetProperty("state_topic", out _) && one.Key != "phase"))
        {
            string state = home.State(name);
            Assert.True(state == "None" || double.TryParse(state, NumberStyles.Float, CultureInfo.InvariantCulture, out _), $"{name}: {state}");       // None: unknown, payload_reset
            if (config.GetProperty("platform").GetString() == "number") Assert.InRange(double.Parse(state, CultureInfo.InvariantCulture), config.GetProperty("min").GetDouble(), config.GetProperty("max").GetDouble());
        }
        Assert.InRange(double.Parse(home.State("leg_frequency_hz"), CultureInfo.InvariantCulture), 0.5, 6);
    }

    [Fact]
    public void Numbers_move_the_animal_and_the_button_stops_it()
    {
        using ServedAnimal animal = Serve(HomeAssistantNotice.Announce);
        HomeAssistant home = new(client, client.Await(Config).Json);
        client.Await(Tree + "stats/gait");
        home.Set("drive", 0.5);
        client.Await(Tree + "drive/active", active => active.GetProperty("source").GetString() == "client" && active.GetProperty("drive").GetDouble() == 0.5);
        home.Set("turn", -0.25);
        Said active = client.Await(Tree + "drive/active", one => one.GetProperty("turn").GetDouble() == -0.25);
        Assert.Equal(0.5, active.Number("drive"));      // the other numbers stay
        home.Set("legs_base_frequency", 2.5);
        Said set = client.Await(Tree + "params/active", one => one.GetProperty("version").GetInt64() == 2);
        Assert.Equal((2.5, "home-assistant"), (set.Json.GetProperty("values").GetProperty("legs.base-frequency").GetDouble(), set.Word("author")));
        Assert.Equal("2.5", home.State("legs_base_frequency"));
        home.Press("stop");
        client.Await(Tree + "state", state => state.GetProperty("phase").GetString() == "hold");
        client.Await(Tree + "drive/active", one => one.GetProperty("source").GetString() == "hold" && one.GetProperty("drive").GetDouble() == 0);
        Assert.Equal("hold", home.State("phase"));
        for (int k = 0; k < 2; k++)     // again and again: each press has an id of its own
        {
            client.Forget();
            home.Press("reset");
            client.Await(Tree + "state", state => state.GetProperty("phase").GetString() == "running");
            home.Press("stop");
            client.Await(Tree + "state", state => state.GetProperty("phase").GetString() == "hold");
        }
        Assert.DoesNotContain(client.Heard, said => said.Topic.Contains("/reply/", StringComparison.Ordinal) && !said.Json.GetProperty("ok").GetBoolean());
    }

    [Fact]
    public void While_somebody_else_tunes_a_number_of_parameters_is_refused()
    {
        using ServedAnimal animal = Serve(HomeAssistantNotice.Announce);
        HomeAssistant home = new(client, client.Await(Config).Json);
        client.Publish(Tree + "params/cmd", """{"id":"1","client":"ann","op":"lease","seconds":60}""");
        client.Await(Tree + "params/lease", lease => lease.GetProperty("client").GetString() == "ann");
        home.Set("legs_waves", 3);
        Assert.Equal("refused-lease", client.Await(Tree + "params/reply/home-assistant").Word("code"));
        Assert.Equal("2", home.State("legs_waves"));
    }

    [Fact]
    public void It_is_announced_again_to_one_who_is_born_and_is_away_when_the_program_has_ended()
    {
        HomeAssistant home;
        using (ServedAnimal animal = Serve(HomeAssistantNotice.Announce))
        {
            home = new(client, client.Await(Config).Json);
            client.Forget();
            client.Publish(HomeAssistantDevice.StatusTopic, "offline");
            client.Await(Tree + "stats/loop");
            Assert.DoesNotContain(client.Heard, said => said.Topic == Config);
            client.Publish(HomeAssistantDevice.StatusTopic, "online");
            client.Await(Config);
        }
        client.Await(Tree + "state", state => state.GetProperty("phase").GetString() == "disconnected");
        Assert.False(home.IsAvailable());
    }

    [Fact]
    public void Nothing_is_announced_unasked_and_what_was_is_taken_back()
    {
        using (ServedAnimal animal = Serve(HomeAssistantNotice.None))
        {
            client.Await(Tree + "stats/loop");
            Assert.DoesNotContain(client.Heard, said => said.Topic.StartsWith("homeassistant/", StringComparison.Ordinal));
        }
        using (ServedAnimal animal = Serve(HomeAssistantNotice.Announce)) client.Await(Config);
        client.Forget();
        using (ServedAnimal animal = Serve(HomeAssistantNotice.Withdraw))
        {
            client.Await(Tree + "stats/loop");
            Said taken = Assert.Single(client.Heard, said => said.Topic == Config);
            Assert.Equal((0, true), (taken.Payload.Length, taken.Retained));
        }
        using TestClient late = TestClient.Connect(new BrokerAddress("127.0.0.1", broker.MqttPort));
        late.Await(Tree + "state");
        Assert.DoesNotContain(late.Heard, said => said.Topic == Config);
    }

    private static void Check(JsonElement config)
    {
        string platform = config.GetProperty("platform").GetString()!, id = config.GetProperty("unique_id").GetString()!;
        Assert.All(config.EnumerateObject(), member => Assert.Contains(member.Name, (string[])[.. OfAll, .. Keys[platform]]));
        Assert.Matches("^locomotion_crawler_[a-z_]+$", id);
        if (platform != "sensor") Assert.Matches($"^{Regex.Escape(Tree)}(drive|params|safety)/cmd$", config.GetProperty("command_topic").GetString()!);
        if (platform != "button") Assert.StartsWith(Tree, config.GetProperty("state_topic").GetString(), StringComparison.Ordinal);
        if (platform != "sensor") Assert.False(config.GetProperty("retain").GetBoolean());
        if (config.TryGetProperty("qos", out JsonElement quality)) Assert.InRange(quality.GetInt32(), 0, 2);
        if (config.TryGetProperty("entity_category", out JsonElement category)) Assert.Contains(category.GetString(), (string[])["config", "diagnostic"]);
        if (platform == "sensor" && config.TryGetProperty("entity_category", out category)) Assert.Equal("diagnostic", category.GetString());       // a sensor is no configuration
        if (config.TryGetProperty("device_class", out JsonElement kind)) Assert.Equal(("frequency", "Hz"), (kind.GetString(), config.GetProperty("unit_of_measurement").GetString()));
        if (platform != "number") return;
        Assert.True(config.GetProperty("min").GetDouble() < config.GetProperty("max").GetDouble());
        Assert.True(config.GetProperty("step").GetDouble() >= 0.001);
        Assert.Contains(config.GetProperty("mode").GetString(), (string[])["auto", "box", "slider"]);
        if (ControllerParameters.Tree.Has(config.GetProperty("name").GetString()!)) Assert.False(ControllerParameters.Tree[config.GetProperty("name").GetString()!].Description.AtRest);
    }

    private ServedAnimal Serve(HomeAssistantNotice notice) =>
        new("crawler", BuiltInScenarios.Named("slow-walk"), broker.Inside, new ServingOptions { Bridge = new BridgeOptions { HomeAssistant = notice } });
}

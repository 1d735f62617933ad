using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using Locomotion.Tests.Telemetry.Mqtt;

namespace Locomotion.Tests.EndToEnd;

/// <summary>
/// A Home Assistant as far as its MQTT integration goes: takes an announcement, renders its templates (by Jinja, as it does) and publishes what
/// they give. A template knows `value`, of states `value_json` too, of commands `this` and now().
/// </summary>
internal sealed class HomeAssistant(TestClient client, JsonElement announced)
{
    private const string Renderer = """
        import datetime, json, sys
        from jinja2.sandbox import ImmutableSandboxedEnvironment
        from jinja2 import StrictUndefined
        environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined)
        environment.globals["now"] = lambda: datetime.datetime.now(datetime.timezone.utc)
        asked = json.load(sys.stdin)
        print(environment.from_string(asked["template"]).render(asked["variables"]))
        """;

    /// <summary>The device's entities.</summary>
    public IReadOnlyDictionary<string, JsonElement> Components { get; } = announced.GetProperty("components").EnumerateObject().ToDictionary(one => one.Name, one => one.Value);

    /// <summary>Whether the device is there.</summary>
    public bool IsAvailable()
    {
        JsonElement availability = announced.GetProperty("availability")[0];
        return Rendered(availability.GetProperty("value_template").GetString()!, Latest(availability.GetProperty("topic").GetString()!)) == "online";
    }

    /// <summary>The state of an entity.</summary>
    public string State(string entity)
    {
        JsonElement config = Components[entity];
        return Rendered(config.GetProperty("value_template").GetString()!, Latest(config.GetProperty("state_topic").GetString()!));
    }

    /// <summary>Presses a button.</summary>
    public void Press(string entity) => Command(Components[entity], Components[entity].GetProperty("payload_press").GetString()!);

    /// <summary>Sets a number.</summary>
    public void Set(string entity, double value)
    {
        JsonElement config = Components[entity];
        Assert.InRange(value, config.GetProperty("min").GetDouble(), config.GetProperty("max").GetDouble());
        Command(config, value);
    }

    private void Command(JsonElement config, JsonNode value)
    {
        JsonObject variables = new() { ["value"] = value };
        if (config.TryGetProperty("json_attributes_topic", out JsonElement attributes)) variables["this"] = new JsonObject { ["attributes"] = JsonNode.Parse(Latest(attributes.GetString()!).Payload) };
        client.Publish(config.GetProperty("command_topic").GetString()!, Render(config.GetProperty("command_template").GetString()!, variables));
    }

    private static string Rendered(string template, Said said) => Render(template, new JsonObject { ["value"] = said.Text, ["value_json"] = JsonNode.Parse(said.Payload) });

    private static string Render(string template, JsonObject variables)
    {
        using Process python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", Renderer]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        python.StandardInput.Write(new JsonObject { ["template"] = template, ["variables"] = variables }.ToJsonString());
        python.StandardInput.Close();
        Task<string> fault = python.StandardError.ReadToEndAsync();
        string rendered = python.StandardOutput.ReadToEnd();
        python.WaitForExit();
        Assert.True(python.ExitCode == 0, $"{template}: {fault.Result}");
        return rendered.TrimEnd('\n');
    }

    private Said Latest(string topic)
    {
        client.Await(topic);
        return client.Heard.Last(said => said.Topic == topic && said.Payload.Length > 0);
    }
}

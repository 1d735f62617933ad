using System.Text.Json;
using Locomotion.Controller;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>
/// An animal as Home Assistant discovers it: one device with some figures, numbers that can be set, and two buttons. Its templates turn what is
/// set there into commands of docs/mqtt.md, and what the animal says into states.
/// </summary>
/// <remarks>
/// Keys: home-assistant.io, integrations/mqtt "Device discovery payload", sensor.mqtt, number.mqtt, button.mqtt; and the schemas of
/// home-assistant/core, components/mqtt (schemas.py, discovery.py). A number's template has `value` and `this`, the entity's own state
/// (models.py, MqttCommandTemplate), whose attributes are here the members of drive/active: so each of the four numbers sends all four.
/// </remarks>
public static class HomeAssistantDevice
{
    /// <summary>Where Home Assistant says that it is born: "online".</summary>
    public const string StatusTopic = "homeassistant/status";

    /// <summary>As which client it commands.</summary>
    public const string Client = "home-assistant";

    /// <summary>How long a drive number holds, ms: as long as a command can.</summary>
    private const int Ttl = CommandInbox.LongestTtl;

    private static readonly string[] Tuned = ["legs.base-frequency", "legs.waves", "trunk.swim-frequency", "motor.leg-amplitude"];

    private static readonly (string Name, string Label, double Min, string Icon)[] Driven =
    [
        ("drive", "Drive", 0, "mdi:speedometer"), ("release", "Trunk release", 0, "mdi:lock-open-variant"), ("swim", "Swim", 0, "mdi:waves"), ("turn", "Turn", -1, "mdi:arrow-left-right"),
    ];

    private static readonly (string Name, string Label, string? Unit, string? Class)[] Figures =
    [
        ("leg_frequency_hz", "Leg frequency", "Hz", "frequency"), ("trunk_frequency_hz", "Trunk frequency", "Hz", "frequency"), ("leg_wave_coherence", "Leg wave coherence", null, null),
        ("leg_wave_lag_cycles", "Leg wave lag", "cycles", null), ("folded_fraction", "Folded legs", null, null), ("speed_bl_per_s", "Speed", "body lengths/s", null),
    ];

    /// <summary>Where it is announced.</summary>
    internal static string ConfigTopic(AnimalTopics topics) => $"homeassistant/device/{topics.Id}/config";

    /// <summary>The announcement.</summary>
    internal static byte[] Write(AnimalCard card, AnimalTopics topics) => JsonPayload.Write(writer =>
    {
        writer.WriteStartObject("device");
        writer.WriteStartArray("identifiers");
        writer.WriteStringValue($"locomotion-{card.Id}");
        writer.WriteEndArray();
        writer.WriteString("name", card.Id);
        writer.WriteString("manufacturer", "Locomotion");
        writer.WriteString("model", $"{card.Body} of {card.Segments} segments");
        writer.WriteString("sw_version", Provenance.Number);
        writer.WriteEndObject();
        writer.WriteStartObject("origin");
        writer.WriteString("name", "Locomotion");
        writer.WriteString("sw_version", Provenance.Number);
        writer.WriteEndObject();
        writer.WriteStartArray("availability");
        writer.WriteStartObject();
        writer.WriteString("topic", topics["state"]);
        writer.WriteString("value_template", "{{ 'offline' if value_json.phase in ['lost', 'disconnected', 'fault'] else 'online' }}");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteStartObject("components");
        WriteSensors(writer, card, topics);
        WriteButtons(writer, card, topics);
        WriteNumbers(writer, card, topics);
        writer.WriteEndObject();
    });

    private static void WriteSensors(Utf8JsonWriter writer, AnimalCard card, AnimalTopics topics)
    {
        Begin(writer, card, "sensor", "phase", "State");
        State(writer, topics["state"], "value_json.phase");
        writer.WriteEndObject();
        Begin(writer, card, "sensor", "version", "Parameter version");
        State(writer, topics["params/active"], "value_json.version");
        writer.WriteString("entity_category", "diagnostic");
        writer.WriteEndObject();
        foreach ((string name, string label, string? unit, string? kind) in Figures)
        {
            Begin(writer, card, "sensor", name, label);
            State(writer, topics["stats/gait"], $"value_json.{name}");
            writer.WriteString("state_class", "measurement");
            if (unit is not null) writer.WriteString("unit_of_measurement", unit);
            if (kind is not null) writer.WriteString("device_class", kind);
            writer.WriteNumber("suggested_display_precision", 2);
            writer.WriteNumber("expire_after", 10);
            writer.WriteEndObject();
        }
    }

    private static void WriteButtons(Utf8JsonWriter writer, AnimalCard card, AnimalTopics topics)
    {
        foreach ((string op, string label, string icon) in ((string, string, string)[])[("stop", "Stop", "mdi:stop"), ("reset", "Go on", "mdi:play")])
        {
            Begin(writer, card, "button", op, label);
            Commanded(writer, topics["safety/cmd"], $$$"""{"id": "{{ now().timestamp() }}", "client": "{{{Client}}}", "op": "{{ value }}"}""", quality: 1);
            writer.WriteString("payload_press", op);
            writer.WriteString("icon", icon);
            writer.WriteEndObject();
        }
    }

    private static void WriteNumbers(Utf8JsonWriter writer, AnimalCard card, AnimalTopics topics)
    {
        foreach ((string name, string label, double min, string icon) in Driven)
        {
            string members = string.Join(", ", Driven.Select(one => one.Name == name ? $$$"""
                "{{{name}}}": {{ value }}
                """ : $$$"""
                "{{{one.Name}}}": {{ this.attributes.{{{one.Name}}} }}
                """));
            Begin(writer, card, "number", name, label);
            State(writer, topics["drive/active"], $"value_json.{name}");
            writer.WriteString("json_attributes_topic", topics["drive/active"]);
            Commanded(writer, topics["drive/cmd"], $$$"""{"client": "{{{Client}}}", "seq": {{ (now().timestamp() * 1000) | int }}, {{{members}}}, "ttl_ms": {{{Ttl}}} }""", quality: 0);
            Range(writer, min, 1, "slider");
            writer.WriteString("icon", icon);
            writer.WriteEndObject();
        }
        foreach (string name in Tuned)
        {
            ParameterAttribute parameter = ControllerParameters.Tree[name].Description;
            Begin(writer, card, "number", name.Replace('.', '_').Replace('-', '_'), name);
            State(writer, topics["params/active"], $"value_json['values']['{name}']");
            Commanded(writer, topics["params/cmd"], $$$"""{"id": "{{ now().timestamp() }}", "client": "{{{Client}}}", "op": "set", "values": {"{{{name}}}": {{ value }} } }""", quality: 1);
            Range(writer, parameter.Min, parameter.Max, "box");
            if (parameter.Unit != "1") writer.WriteString("unit_of_measurement", parameter.Unit);
            writer.WriteString("entity_category", "config");
            writer.WriteEndObject();
        }
    }

    private static void Begin(Utf8JsonWriter writer, AnimalCard card, string platform, string key, string label)
    {
        writer.WriteStartObject(key);
        writer.WriteString("platform", platform);
        writer.WriteString("unique_id", $"locomotion_{card.Id}_{key}");
        writer.WriteString("name", label);
    }

    private static void State(Utf8JsonWriter writer, string topic, string path)
    {
        writer.WriteString("state_topic", topic);
        writer.WriteString("value_template", $$$"""{{ {{{path}}} }}""");
    }

    private static void Commanded(Utf8JsonWriter writer, string topic, string template, int quality)
    {
        writer.WriteString("command_topic", topic);
        writer.WriteString("command_template", template);
        writer.WriteNumber("qos", quality);
        writer.WriteBoolean("retain", false);
    }

    private static void Range(Utf8JsonWriter writer, double min, double max, string mode)
    {
        writer.WriteNumber("min", min);
        writer.WriteNumber("max", max);
        writer.WriteNumber("step", 0.01);
        writer.WriteString("mode", mode);
    }
}

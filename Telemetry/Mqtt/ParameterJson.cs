using System.IO.Hashing;
using System.Text;
using System.Text.Json;
using Locomotion.Controller;
using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>Parameters as JSON: what there is, and which values they have.</summary>
public static class ParameterJson
{
    /// <summary>Writes each parameter's value under its name.</summary>
    public static void WriteValues(Utf8JsonWriter writer, ControllerParameters set)
    {
        foreach (Parameter parameter in ControllerParameters.Tree.All)
        {
            writer.WritePropertyName(parameter.Name);
            WriteValue(writer, parameter, parameter.Read(set));
        }
    }

    /// <summary>The description of all parameters and signals.</summary>
    internal static byte[] Describe(IReadOnlyList<FrameGroup> groups)
    {
        void Content(Utf8JsonWriter writer)
        {
            writer.WriteStartArray("parameters");
            ControllerParameters defaults = new();
            foreach (Parameter parameter in ControllerParameters.Tree.All) Describe(writer, parameter, defaults);
            writer.WriteEndArray();
            writer.WriteStartObject("signals");
            foreach (FrameGroup group in groups) Describe(writer, group);
            writer.WriteEndObject();
        }
        string hash = Hash(Encoding.UTF8.GetString(JsonPayload.Write(Content)));
        return JsonPayload.Write(writer =>
        {
            writer.WriteString("hash", hash);
            Content(writer);
        });
    }

    private static void Describe(Utf8JsonWriter writer, Parameter parameter, ControllerParameters defaults)
    {
        ParameterAttribute description = parameter.Description;
        int dot = parameter.Name.LastIndexOf('.');
        writer.WriteStartObject();
        writer.WriteString("name", parameter.Name);
        writer.WriteString("group", dot < 0 ? "" : parameter.Name[..dot]);
        writer.WriteString("type", TypeOf(parameter));
        writer.WriteFinite("min", description.Min);
        writer.WriteFinite("max", description.Max);
        writer.WriteString("unit", description.Unit);
        writer.WritePropertyName("default");
        WriteValue(writer, parameter, parameter.Read(defaults));
        writer.WriteStartArray("choices");
        foreach (string choice in parameter.Choices) writer.WriteStringValue(choice);
        writer.WriteEndArray();
        writer.WriteBoolean("at_rest", description.AtRest);
        writer.WriteString("doc", description.Doc);
        writer.WriteString("source", parameter.Source);
        writer.WriteEndObject();
    }

    private static void Describe(Utf8JsonWriter writer, FrameGroup group)
    {
        writer.WriteStartArray(group.Name);
        foreach (FrameSignal signal in group.Signals)
        {
            writer.WriteStartObject();
            writer.WriteString("name", signal.Name);
            writer.WriteString("unit", signal.Unit);
            writer.WriteString("doc", signal.Doc);
            writer.WriteNumber("count", signal.Count);
            writer.WriteEndObject();
        }
        writer.WriteEndArray();
    }

    private static string TypeOf(Parameter parameter) =>
        parameter.Type == typeof(bool) ? "switch" : parameter.Choices.Count > 0 ? "choice" : parameter.Type == typeof(int) ? "integer" : "number";

    private static void WriteValue(Utf8JsonWriter writer, Parameter parameter, string value)
    {
        if (parameter.Type == typeof(bool)) writer.WriteBooleanValue(value == "true");
        else if (parameter.Choices.Count > 0) writer.WriteStringValue(value);
        else writer.WriteRawValue(value);
    }

    private static string Hash(string text) => Convert.ToHexStringLower(XxHash128.Hash(Encoding.UTF8.GetBytes(text)));
}

using System.Xml.Linq;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Locomotion.Telemetry.Mcap;
using Locomotion.Telemetry.Recording.Messages;

namespace Locomotion.Tests.EndToEnd;

/// <summary>What lies in docs/examples, run and read as it is meant to be.</summary>
[Collection(Alone.Name)]
public sealed class ExamplesTests(ServedProcess served) : IClassFixture<ServedProcess>
{
    private static readonly DeskProgram Python = new("/usr/bin/python3", Repository.Path("docs", "examples", "tune_and_drive.py"));

    [Fact]
    public void The_Python_example_tunes_drives_and_tells_the_gait()
    {
        Outcome outcome = Python.Start("--port", $"{served.Port}", "--animal", "crawler", "--value", "2.5", "--drive", "0.6", "--seconds", "5").Finish();
        Assert.True(outcome.Code == 0, outcome.Error);
        string[] lines = outcome.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("version 1: legs.base-frequency = 1.5", lines[0]);
        Assert.Equal("version 2: legs.base-frequency = 2.5", lines[1]);
        Assert.InRange(lines.Length, 5, 9);
        Assert.All(lines[2..], line => Assert.Matches(@"^[\d.]+ s: legs [\d.]+ Hz, coherence [\d.]+, [\d.]+ body lengths/s$", line));
        // 2.5 Hz without excitation and 4.5 Hz more with all of it
        double frequency = double.Parse(lines[^1].Split("legs ")[1].Split(' ')[0]);
        Assert.InRange(frequency, 4, 7);

        Outcome refused = Python.Start("--port", $"{served.Port}", "--animal", "crawler", "--value", "-1").Finish();
        Assert.Equal(1, refused.Code);
        Assert.Contains("legs.base-frequency: ", refused.Error, StringComparison.Ordinal);
        Assert.Contains("stage: refused-field", refused.Error, StringComparison.Ordinal);
    }

    /// <summary>PlotJuggler names a curve channel/field, and [index] where the field is repeated (ParserProtobuf, protobuf_parser.cpp).</summary>
    [Fact]
    public void Each_curve_of_the_PlotJuggler_layout_is_in_a_recording()
    {
        Outcome run = DeskProgram.Release.Run("run", "amphibious", "--seconds", "3", "--record", "rec", "--json");
        Assert.Equal(0, run.Code);
        using FileStream file = File.OpenRead(Path.Combine(run.Folder.FullName, "rec", "run.mcap"));
        McapReader reader = new(file);
        Dictionary<string, MessageParser> parsers = new() { ["/state"] = State.Parser, ["/gait"] = Gait.Parser, ["/loop"] = LoopStatistics.Parser };
        Dictionary<string, IMessage> messages = parsers.ToDictionary(one => one.Key, one => one.Value.ParseFrom(reader.Messages([one.Key]).First().Data.Span));

        XDocument layout = XDocument.Load(Repository.Path("docs", "examples", "plotjuggler.xml"));
        string[] curves = [.. layout.Descendants("curve").Select(curve => curve.Attribute("name")!.Value)];
        Assert.True(curves.Length > 20);
        Assert.All(curves, curve => Assert.True(Has(messages, curve), $"{curve} is in no recording"));
        Assert.False(Has(messages, "/state/bend[20]"), "20 joints: the last is 19");
        Assert.False(Has(messages, "/gait/bend[0]"));
        Assert.All(layout.Descendants("DockSplitter"), splitter => Assert.Equal(splitter.Attribute("count")!.Value, $"{splitter.Elements("DockArea").Count()}"));
    }

    private static bool Has(Dictionary<string, IMessage> messages, string curve)
    {
        string[] levels = curve.Split('/'), parts = levels[2].Split('[', ']');
        if (levels.Length != 3 || !messages.TryGetValue($"/{levels[1]}", out IMessage? message)) return false;
        FieldDescriptor? field = message.Descriptor.FindFieldByName(parts[0]);
        if (field is null || field.FieldType is FieldType.String or FieldType.Message) return false;
        return field.IsRepeated ? parts.Length == 3 && int.Parse(parts[1]) < ((System.Collections.IList)field.Accessor.GetValue(message)).Count : parts.Length == 1;
    }
}

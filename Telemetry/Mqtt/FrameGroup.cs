using System.Text.Json;
using Locomotion.Controller.Cord;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>Signals that are sent together.</summary>
/// <param name="Name">As in the topic.</param>
/// <param name="Signals">In the order in which they are sent.</param>
internal sealed record FrameGroup(string Name, IReadOnlyList<FrameSignal> Signals)
{
    /// <summary>The groups of an animal.</summary>
    public static IReadOnlyList<FrameGroup> Of(SampleLayout layout)
    {
        int n = layout.Segments;
        List<FrameGroup> groups = [];
        if (layout.HasPose)
        {
            groups.Add(new("body",
            [
                FrameSignal.Of("x", "m", "Center of each segment.", n, layout.View.X, 5),
                FrameSignal.Of("y", "m", "Center of each segment.", n, layout.View.Y, 5),
                FrameSignal.Of("heading", "rad", "Of each segment, counter-clockwise from x.", n, layout.View.Heading, 4),
            ]));
        }
        groups.Add(new("legs",
        [
            new("phase", "rad", "Of each leg, which lifts off at 0; the left one of segment i is number 2 i, the right one 2 i + 1.", 2 * n, Legs(layout, (in s) => s.PhaseLeft, (in s) => s.PhaseRight)),
            FrameSignal.Of("yaw", "rad", "Angle from straight sideways that each leg shall take, positive forward.", 2 * n, layout.View.LegYawCommand, 4),
            FrameSignal.Of("lift", "1", "Height that each foot shall take, -1 pressed down to 1 fully lifted.", 2 * n, layout.View.LegLiftCommand, 3),
            FrameSignal.Of("load", "1", "On each foot, in weights of one segment.", 2 * n, layout.View.FootLoad, 4),
            new("swing", "1", "1 while the leg swings, else 0.", 2 * n, Legs(layout, (in s) => s.SwingLeft, (in s) => s.SwingRight)),
        ]));
        groups.Add(new("cord",
        [
            new("fold", "1", "How far each segment's legs are folded, 0 to 1.", n, Cord(layout, (in s) => s.Fold, n)),
            new("message", "1", "Swim message of each segment, after contact has overwritten it, 0 to 1.", n, Cord(layout, (in s) => s.LocalMessage, n)),
            new("excitation", "1", "Of each segment, 0 to 1.", n, Cord(layout, (in s) => s.Excitation, n)),
            FrameSignal.Of("wetness", "1", "How far each segment is under water, 0 to 1.", n, layout.View.Wetness, 3),
            new("trunk_phase", "rad", "Of each trunk joint.", n - 1, Cord(layout, (in s) => s.TrunkPhase, n - 1)),
            FrameSignal.Of("bend", "rad", "Of each trunk joint, as felt, positive to the left.", n - 1, layout.View.Bend, 4),
        ]));
        if (layout.Voltages.Start.Value < layout.Voltages.End.Value)
        {
            int first = layout.Voltages.Start.Value;
            groups.Add(new("neurons",
            [
                FrameSignal.Of("flexor", "1", "Voltage of each leg's flexor.", 2 * n, first..(first + 2 * n), 3),
                FrameSignal.Of("extensor", "1", "Voltage of each leg's extensor.", 2 * n, (first + 2 * n)..layout.Voltages.End.Value, 3),
            ]));
        }
        return groups;
    }

    /// <summary>One sample, as an array of numbers.</summary>
    public void Write(Utf8JsonWriter writer, ReadOnlySpan<double> record)
    {
        writer.WriteStartArray();
        foreach (FrameSignal signal in Signals) signal.Write(writer, record);
        writer.WriteEndArray();
    }

    private delegate double Field(in SegmentState state);

    private static SignalWriter Legs(SampleLayout layout, Field left, Field right) => (writer, record) =>
    {
        foreach (ref readonly SegmentState state in layout.View.States(record))
        {
            FrameSignal.Number(writer, left(in state), 3);
            FrameSignal.Number(writer, right(in state), 3);
        }
    };

    private static SignalWriter Cord(SampleLayout layout, Field field, int count) => (writer, record) =>
    {
        foreach (ref readonly SegmentState state in layout.View.States(record)[..count]) FrameSignal.Number(writer, field(in state), 3);
    };
}

/// <summary>Writes a signal's numbers from a record of the ring.</summary>
internal delegate void SignalWriter(Utf8JsonWriter writer, ReadOnlySpan<double> record);

/// <summary>A signal of a group.</summary>
/// <param name="Name">In snake case.</param>
/// <param name="Unit">SI unit; "1" for plain numbers.</param>
/// <param name="Doc">What it is.</param>
/// <param name="Count">How many numbers.</param>
/// <param name="Write">Writes them.</param>
internal sealed record FrameSignal(string Name, string Unit, string Doc, int Count, SignalWriter Write)
{
    /// <summary>Numbers as they lie in the record.</summary>
    public static FrameSignal Of(string name, string unit, string doc, int count, Range place, int digits) => new(name, unit, doc, count, (writer, record) =>
    {
        foreach (double number in record[place]) Number(writer, number, digits);
    });

    /// <summary>One number, rounded to so many decimals; null for what is none.</summary>
    public static void Number(Utf8JsonWriter writer, double number, int digits)
    {
        if (double.IsFinite(number)) writer.WriteNumberValue(Math.Round(number, digits));
        else writer.WriteNullValue();
    }
}

using System.Text.Json;
using Locomotion.Controller.Files;
using Locomotion.Controller.Limits;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Bus;
using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Servos;

namespace Locomotion.Hardware.Robots;

/// <summary>The part of a robot file that describes one bus.</summary>
internal static class BusReader
{
    /// <summary>Reads it; joints, legs and segments must be those of <paramref name="joints"/>.</summary>
    public static BusPlan Read(JsonPlace place, JointTable joints)
    {
        JsonFields fields = place.Fields("id", "hertz", "servo_boards", "converters", "expanders", "motion", "rail");
        return new BusPlan
        {
            Id = RobotLimits.Whole(fields.Required("id", "1"), 0, RobotLimits.LastBus),
            Hertz = fields["hertz"] is { } hertz ? RobotLimits.Whole(hertz, RobotLimits.SlowestBus, RobotLimits.FastestBus) : BusTime.FastMode,
            Boards = [.. (fields["servo_boards"]?.Items() ?? []).Select(board => ReadBoard(board, joints))],
            Converters = [.. (fields["converters"]?.Items() ?? []).Select(converter => ReadConverter(converter, joints))],
            Expanders = [.. (fields["expanders"]?.Items() ?? []).Select(expander => ReadExpander(expander, joints))],
            Motion = fields["motion"] is { } motion ? RobotLimits.Address(motion.Fields("address").Required("address", "\"0x68\""), ChipAddresses.Motion) : null,
            Rail = fields["rail"] is { } rail ? ReadRail(rail) : null,
        };
    }

    private static ServoBoardPlan ReadBoard(JsonPlace place, JointTable joints)
    {
        JsonFields fields = place.Fields("address", "oscillator_hz", "servos", "pulse_us");
        PulseRange pulses = fields["pulse_us"] is { } range ? ReadPulses(range) : new PulseRange(1000, 2000);
        return new ServoBoardPlan(
            RobotLimits.Address(fields.Required("address", "\"0x60\""), ChipAddresses.ServoBoard),
            fields["oscillator_hz"]?.Number(RobotLimits.SlowestOscillator, RobotLimits.FastestOscillator, "Hz") ?? Pca9685Settings.NominalClock,
            ReadRow(fields.Required("servos", "[ \"bend-0\", \"yaw-0-left\", null ]"), Pca9685.Channels, name => RobotLimits.Joint(name, joints), -1),
            pulses);
    }

    private static PulseRange ReadPulses(JsonPlace place)
    {
        IReadOnlyList<JsonPlace> ends = place.Items();
        if (ends.Count != 2) throw place.Refuse($"has {ends.Count} numbers, not two", "write [shortest, longest], in microseconds");
        double min = ends[0].Number(), max = ends[1].Number();
        return place.Check(() => new PulseRange(min, max));
    }

    private static ConverterPlan ReadConverter(JsonPlace place, JointTable joints)
    {
        JsonFields fields = place.Fields("address", "loads", "empty_volts", "weight_volts");
        double empty = fields.Required("empty_volts", "0.3").Number(0, RobotLimits.MostVolts, "V");
        JsonPlace weight = fields.Required("weight_volts", "1.5");
        double volts = weight.Number(0, RobotLimits.MostVolts, "V");
        if (Math.Abs(volts - empty) < 0.01) throw weight.Refuse("is too near to empty_volts", "they must differ by 0.01 V and more");
        return new ConverterPlan(RobotLimits.Address(fields.Required("address", "\"0x48\""), ChipAddresses.Converter),
            ReadRow(fields.Required("loads", "[ \"0-left\", \"0-right\" ]"), Ads1115.Inputs, leg => ParseLeg(leg, joints), -1), empty, volts);
    }

    private static ExpanderPlan ReadExpander(JsonPlace place, JointTable joints)
    {
        JsonFields fields = place.Fields("address", "inputs");
        return new ExpanderPlan(RobotLimits.Address(fields.Required("address", "\"0x20\""), ChipAddresses.Expander),
            ReadRow(fields.Required("inputs", "[ \"foot-0-left\", \"water-0\" ]"), Mcp23017.Contacts, input => ParseContact(input, joints), default));
    }

    private static RailPlan ReadRail(JsonPlace place)
    {
        JsonFields fields = place.Fields("address", "shunt_ohms", "max_amperes");
        RailPlan plan = new(RobotLimits.Address(fields.Required("address", "\"0x41\""), ChipAddresses.Rail),
            fields.Required("shunt_ohms", "0.002").Number(RobotLimits.SmallestShunt, RobotLimits.LargestShunt, "ohm"),
            fields.Required("max_amperes", "15").Number(RobotLimits.LeastAmperes, RobotLimits.MostAmperes, "A"));
        return place.Check(() =>
        {
            Ina219.CalibrationFor("INA219", plan.ShuntOhms, plan.MaxAmperes);
            return plan;
        });
    }

    /// <summary>What is on each input or channel, in their order; null leaves one free.</summary>
    private static T[] ReadRow<T>(JsonPlace place, int most, Func<string, T> parse, T free)
    {
        IReadOnlyList<JsonPlace> items = place.Items();
        if (items.Count > most) throw place.Refuse($"has {items.Count} entries, more than {most}", "the chip has no more; use another one");
        return [.. items.Select(item => item.Element.ValueKind == JsonValueKind.Null ? free : item.Check(() => parse(item.Text())))];
    }

    private static int ParseLeg(string leg, JointTable joints)
    {
        try
        {
            return RobotLimits.Joint($"yaw-{leg}", joints) - joints.Yaws;
        }
        catch (InvalidInputException)
        {
            throw new InvalidInputException("Leg", $"'{leg}'", "is not one of this animal's", "write segment and side, as in 4-left");
        }
    }

    private static ContactPlan ParseContact(string text, JointTable joints)
    {
        if (text.StartsWith("foot-", StringComparison.Ordinal)) return new ContactPlan(ContactKind.Foot, ParseLeg(text[5..], joints));
        if (text.StartsWith("water-", StringComparison.Ordinal) && NumberText.TryInt(text[6..], out int segment) && text == $"water-{segment}" && segment >= 0 && segment <= joints.Segment(joints.Count - 1))
            return new ContactPlan(ContactKind.Water, segment);
        throw new InvalidInputException("Contact", $"'{text}'", "is not known", "write foot-4-left, or water-4 for a segment of this animal");
    }
}

using Locomotion.Controller.Files;
using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Robots;

/// <summary>What must hold between the parts of a robot file: one thing in one place.</summary>
internal static class WiringCheck
{
    /// <summary>Where an ALLCALL or a software reset would be heard by every PCA9685 (its data sheet, 7.3.1 and 7.6).</summary>
    private const int AllCall = 0x70;

    /// <summary>Refuses chips that share an address, buses that share a number, and joints, loads or contacts that stand twice.</summary>
    /// <exception cref="InvalidInputException">One of these.</exception>
    public static void Check(Robot robot, JsonPlace buses)
    {
        if (robot.Buses.Count == 0) throw buses.Refuse("names no bus", "name one, with its servo boards");
        Once(buses, "bus", robot.Buses.Select(bus => $"{bus.Id}"));
        foreach (BusPlan bus in robot.Buses)
        {
            (string Chip, int Address)[] chips = [.. Chips(bus)];
            foreach (IGrouping<int, (string Chip, int Address)> shared in chips.GroupBy(chip => chip.Address).Where(group => group.Count() > 1))
            {
                throw buses.Refuse($"address 0x{shared.Key:x2}", $"is that of {string.Join(" and ", shared.Select(chip => chip.Chip))} on bus {bus.Id}",
                    "set the address pads of one of them otherwise; PCA9685 and INA219 both come as 0x40");
            }
            foreach ((string chip, int address) in chips.Where(chip => chip.Address == AllCall && bus.Boards.Count > 0))
                throw buses.Refuse($"address 0x{address:x2} of {chip}", "is heard by every PCA9685", "choose another");
        }
        Once(buses, "servo of joint", robot.Servos.Select(servo => robot.Joints.Name(servo.Joint)));
        Once(buses, "load of leg", robot.Buses.SelectMany(bus => bus.Converters).SelectMany(converter => converter.Legs).Where(leg => leg >= 0).Select(leg => $"{leg / 2}-{(leg % 2 == 0 ? "left" : "right")}"));
        Once(buses, "contact", robot.Buses.SelectMany(bus => bus.Expanders).SelectMany(expander => expander.Inputs)
            .Where(contact => contact.Kind != ContactKind.None).Select(contact => $"{Naming.Word(contact.Kind)} {contact.Place}"));
        if (robot.Buses.Count(bus => bus.Motion is not null) > 1) throw buses.Refuse("two motion sensors", "are wired", "one is enough");
        if (robot.Buses.Count(bus => bus.Rail is not null) > 1) throw buses.Refuse("two rail monitors", "are wired", "one is enough");
    }

    private static IEnumerable<(string Chip, int Address)> Chips(BusPlan bus)
    {
        foreach (ServoBoardPlan board in bus.Boards) yield return ("a servo board", board.Address);
        foreach (ConverterPlan converter in bus.Converters) yield return ("a converter", converter.Address);
        foreach (ExpanderPlan expander in bus.Expanders) yield return ("an expander", expander.Address);
        if (bus.Motion is { } motion) yield return ("the motion sensor", motion);
        if (bus.Rail is { } rail) yield return ("the rail monitor", rail.Address);
    }

    private static void Once(JsonPlace buses, string thing, IEnumerable<string> names)
    {
        HashSet<string> seen = [];
        foreach (string name in names)
            if (!seen.Add(name)) throw buses.Refuse($"{thing} {name}", "stands there twice", "keep one of the two");
    }
}

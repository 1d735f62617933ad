using Locomotion.Controller.Files;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Parameters;
using Locomotion.Hardware.Bus;
using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Safety;

namespace Locomotion.Hardware.Robots;

/// <summary>What must hold between the parts of a robot file: one thing in one place.</summary>
internal static class WiringCheck
{
    /// <summary>Where an ALLCALL or a software reset would be heard by every PCA9685 (its data sheet, 7.3.1 and 7.6).</summary>
    private const int AllCall = 0x70;

    /// <summary>Refuses chips that share an address, buses that share a number, joints, loads or contacts that stand twice, and a rail monitor that cannot tell what it is there for.</summary>
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
            foreach ((string chip, int address) in chips.Where(chip => chip.Address == AllCall))
                throw buses.Refuse($"address 0x{address:x2} of {chip}", "is heard by every PCA9685", "choose another");
            if (bus.Hertz > BusTime.FastMode && (bus.Converters.Count > 0 || bus.Motion is not null))
                throw buses.Refuse($"{bus.Hertz} Hz of bus {bus.Id}", $"are more than the {BusTime.FastMode} Hz of ADS1115 and MPU-6050", "slow the bus down");
            foreach (ServoBoardPlan board in bus.Boards) buses.Check(() => Settings(board, robot));
            CheckPins(robot, bus, buses);
            if (bus.Rail is { } rail && robot.Safety.Current.Watch) CheckRail(rail, robot.Safety, buses);
        }
        Once(buses, "servo of joint", robot.Servos.Select(servo => robot.Joints.Name(servo.Joint)));
        Once(buses, "load of leg", robot.Buses.SelectMany(bus => bus.Converters).SelectMany(converter => converter.Legs).Where(leg => leg >= 0).Select(Leg));
        Once(buses, "contact", robot.Buses.SelectMany(bus => bus.Expanders).SelectMany(expander => expander.Inputs)
            .Where(contact => contact.Kind != ContactKind.None).Select(Name));
        if (robot.Buses.Count(bus => bus.Motion is not null) > 1) throw buses.Refuse("two motion sensors", "are wired", "one is enough");
        if (robot.Buses.Count(bus => bus.Rail is not null) > 1) throw buses.Refuse("two rail monitors", "are wired", "one is enough");
    }

    /// <summary>A contact as robot files write it.</summary>
    private static string Name(ContactPlan contact) => contact.Kind == ContactKind.Foot ? $"foot-{Leg(contact.Place)}" : $"water-{contact.Place}";

    private static string Leg(int leg) => $"{leg / 2}-{Naming.Word((Side)(leg % 2))}";

    /// <summary>How a board is set up; refused here rather than when the robot starts.</summary>
    private static PulseScale Settings(ServoBoardPlan board, Robot robot)
    {
        Pca9685Settings settings = BoardSettings.For(board, robot.Timing.Period);
        return PulseScale.For(settings.ClockFrequency, settings.PwmFrequency);
    }

    /// <summary>The lines of buses 0 and 1, which cannot be anywhere else on the header.</summary>
    private static void CheckPins(Robot robot, BusPlan bus, JsonPlace buses)
    {
        if (bus.Id > 1) return;
        int data = 2 * bus.Id;
        foreach (int pin in new[] { robot.Pins.Enable, robot.Pins.Heartbeat, robot.Pins.Stop })
            if (pin == data || pin == data + 1) throw buses.Refuse($"GPIO {pin}", $"is a line of bus {bus.Id}, and in pins", "choose another pin");
    }

    /// <summary>Whether the rail monitor can tell the currents at which the robot must act.</summary>
    private static void CheckRail(RailPlan rail, SafetySettings safety, JsonPlace buses)
    {
        double step = Ina219.ShuntStep / rail.ShuntOhms;
        foreach ((string name, double amperes) in new[] { ("current.release", safety.Current.Release), ("engagement.current", safety.Engagement.Current) })
        {
            string value = $"'{name}', {Naming.Number(amperes)} A,";
            if (amperes > rail.MaxAmperes)
                throw buses.Refuse(value, $"is above the rail monitor's max_amperes, {Naming.Number(rail.MaxAmperes)} A", "raise max_amperes, with a smaller shunt if need be, or lower the setting");
            if (amperes > 0 && amperes < step)
                throw buses.Refuse(value, $"is less than a step of the rail monitor, {Naming.Number(step)} A", "take a larger shunt, or raise the setting");
        }
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

using Locomotion.Controller.Parameters;
using Locomotion.Deploy.Machine;
using Locomotion.Hardware.Bus;
using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Doctor;
using Locomotion.Hardware.Pins;
using Locomotion.Hardware.Plant;
using Locomotion.Hardware.Robots;

namespace Locomotion.Deploy.Checks;

/// <summary>What a robot's chips say. Output enable stays high, the heartbeat never beats, and every channel is told to give no pulse.</summary>
internal static class ChipChecks
{
    private const int StopSamples = 20;
    private const long Pause = 10_000_000;      // ns: between samples of the stop
    private const long Settling = 50_000_000;   // ns: the gyroscope's 30 ms are the longest
    private const double Gravity = 9.80665, GravityError = 2;

    /// <summary>Asks every chip.</summary>
    /// <exception cref="InvalidInputException">A bus or a pin cannot be opened.</exception>
    public static IReadOnlyList<Finding> All(Robot robot, IMachine machine)
    {
        using OutputEnable enable = PinUse.Take("output enable", robot.Pins.Enable, pin => new OutputEnable(machine.Gpio, pin));
        using EmergencyStop stop = PinUse.Take("emergency stop", robot.Pins.Stop, pin => new EmergencyStop(machine.Gpio, pin));
        List<Finding> findings = [Stop(stop, machine, robot.Pins.Stop)];
        foreach (BusPlan plan in robot.Buses)
        {
            using BusLine line = new(plan, machine.OpenBus(plan.Id), machine.Clock, robot.Timing.Period);
            findings.AddRange(line.Boards.Select(board => Chip(board.Link, board.TryStart(), board.Check, $"{board.PwmFrequency:f1} Hz, no pulses")));
            findings.AddRange(line.Expanders.Select(expander => Contacts(expander, plan.Expanders[Index(line.Expanders, expander)])));
            if (line.Motion is { } motion) findings.Add(Motion(motion, machine));
            if (line.Rail is { } rail) findings.Add(Rail(rail, machine, robot));
            findings.AddRange(line.Loads.Select((load, k) => Loads(load, plan.Converters[k], machine)));
            line.TryAllOff();
        }
        return findings;
    }

    private static Finding Stop(EmergencyStop stop, IMachine machine, int pin)
    {
        int open = 0;
        for (int sample = 0; sample < StopSamples; sample++)
        {
            stop.Sample();
            if (machine.Gpio.Read(pin) == System.Device.Gpio.PinValue.High) open++;
            machine.Clock.Wait(Pause);
        }
        string name = $"emergency stop, GPIO {pin}";
        return open switch
        {
            0 => new(name, Verdict.Good, "closed: not pressed, and its wire is whole"),
            StopSamples => new(name, Verdict.Bad, "open: pressed, or its wire is cut or unplugged", "release it, check the wire; press it and check again that this line turns bad"),
            _ => new(name, Verdict.Bad, $"open in {open} of {StopSamples} samples: a loose contact", "check plug and wire"),
        };
    }

    private static Finding Chip(ChipLink link, bool started, RegisterCheck check, string seen) => started
        ? new(link.Name, Verdict.Good, seen)
        : link.LostInARow > 0
            ? new(link.Name, Verdict.Bad, $"does not answer ({Naming.Word(link.Status)})", "check its power, SDA, SCL and address pads; `i2cdetect -y BUS` shows who answers")
            : new(link.Name, Verdict.Bad, $"answers, but not as this chip does (registers {Naming.Word(check)})", "another chip has this address, or this one is damaged");

    private static Finding Contacts(Mcp23017 chip, ExpanderPlan plan)
    {
        bool good = chip.TryStart();
        good &= chip.TryReadContacts(out ushort closed);
        List<string> names = [];
        for (int input = 0; input < plan.Inputs.Count; input++)
        {
            ContactPlan contact = plan.Inputs[input];
            if (contact.Kind == ContactKind.None || (closed >> input & 1) == 0) continue;
            names.Add(contact.Kind == ContactKind.Foot ? $"foot-{WiredTable.Leg(contact.Place)}" : $"water-{contact.Place}");
        }
        return Chip(chip.Link, good, chip.Check, names.Count == 0 ? "no contact closed" : $"closed: {string.Join(", ", names)}");
    }

    private static Finding Motion(Mpu6050 chip, IMachine machine)
    {
        bool good = chip.TryStart();
        machine.Clock.Wait(Settling);
        good &= chip.TryRead(out MotionReading felt);
        double force = Math.Sqrt(felt.ForceX * felt.ForceX + felt.ForceY * felt.ForceY + felt.ForceZ * felt.ForceZ);
        string seen = $"identity 0x68, {force:f2} m/s², {felt.Celsius:f0} °C";
        return good && Math.Abs(force - Gravity) > GravityError
            ? new(chip.Link.Name, Verdict.Bad, seen, $"at rest it must feel {Gravity:f1} m/s²: hold the robot still, else change the sensor")
            : Chip(chip.Link, good, chip.Check, seen);
    }

    private static Finding Rail(Ina219 chip, IMachine machine, Robot robot)
    {
        bool good = chip.TryStart();
        machine.Clock.Wait(Settling);
        good &= chip.TryRead(out RailReading reading);
        if (!good) return Chip(chip.Link, good, chip.Check, "");
        string seen = $"{reading.Volts:f2} V, {reading.Amperes:f2} A";
        double on = robot.Safety.Voltage.On, warn = robot.Safety.Voltage.Warn;
        if (reading.Overflow) return new(chip.Link.Name, Verdict.Bad, $"{seen}, beyond its range", "check shunt_ohms and max_amperes, and the shunt's wires");
        if (reading.Volts < on) return new(chip.Link.Name, Verdict.CouldBeBetter, $"{seen}: the servo rail is off", "switch it on to check it too");
        return reading.Volts < warn
            ? new(chip.Link.Name, Verdict.Bad, $"{seen}: below voltage.warn, {warn:0.##} V, it cannot be armed", "charge the battery, or check the converter")
            : new(chip.Link.Name, Verdict.Good, seen);
    }

    private static Finding Loads(Ads1115Scan scan, ConverterPlan plan, IMachine machine)
    {
        bool good = scan.TryStep();
        for (int step = 0; step < 2 * Ads1115.Inputs && good; step++)
        {
            machine.Clock.Wait(scan.Chip.ConversionNanoseconds);
            good &= scan.TryStep();
        }
        List<string> seen = [], odd = [];
        double spread = Math.Abs(plan.WeightVolts - plan.EmptyVolts);
        for (int input = 0; input < plan.Legs.Count; input++)
        {
            if (plan.Legs[input] < 0) continue;
            double volts = scan.Volts[input];
            seen.Add($"{WiredTable.Leg(plan.Legs[input])} {volts:f2} V");
            double low = Math.Min(plan.EmptyVolts, plan.WeightVolts) - spread / 2;
            if (volts < low) odd.Add(WiredTable.Leg(plan.Legs[input]));
        }
        return good && odd.Count > 0
            ? new(scan.Chip.Link.Name, Verdict.CouldBeBetter, string.Join(", ", seen), $"less than without load at {string.Join(", ", odd)}: check wire and empty_volts")
            : Chip(scan.Chip.Link, good, RegisterCheck.Unread, string.Join(", ", seen));
    }

    private static int Index(IReadOnlyList<Mcp23017> all, Mcp23017 one)
    {
        int k = 0;
        while (all[k] != one) k++;
        return k;
    }
}

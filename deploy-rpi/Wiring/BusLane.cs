using Locomotion.Controller.Limits;
using Locomotion.Deploy.Checks;
using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Robots;

namespace Locomotion.Deploy.Wiring;

/// <summary>One bus in the picture: three lines on top, its chips below them.</summary>
internal static class BusLane
{
    /// <summary>Where data, output enable and servo power run, from the lane's top.</summary>
    public const double DataLine = 34, EnableLine = 48, PowerLine = 62;

    private const double Left = 70, Column = 186, Gap = 22, Top = 88, Head = 46, Row = 17, Between = 18;
    private const string Bend = "#7c3aed", Yaw = "#0d9488", Lift = "#d97706", Feet = "#475569", Water = "#0284c7";

    /// <summary>How wide the picture must be for it.</summary>
    public static double Width(BusPlan bus) => Left + Columns(bus).Count * (Column + Gap) + 70;

    /// <summary>How high it is.</summary>
    public static double Height(BusPlan bus) => Top + Columns(bus).Select(column => column.Sum(High) + Between * (column.Count - 1)).DefaultIfEmpty(0).Max();

    /// <summary>Draws it; returns where it ends.</summary>
    public static double Draw(SvgCanvas canvas, Robot robot, BusPlan bus, double y)
    {
        List<List<Chip>> columns = Columns(bus);
        canvas.Text(Left, y + 18, $"bus {bus.Id}, {bus.Hertz / 1000} kHz", 15, bold: true);
        double last = Left + (columns.Count - 1) * (Column + Gap) + Column / 2;
        canvas.Line(WiringPicture.Bus, 3, Left, y + DataLine, last, y + DataLine);
        int boards = columns.TakeWhile(column => column[0].Lines > 1).Count();
        if (boards > 0)
        {
            canvas.Line(WiringPicture.Enable, 2.6, Left + Column / 2 + 24, y + EnableLine, canvas.Width - 50, y + EnableLine);
            canvas.Line(WiringPicture.Power, 3.5, Left + Column / 2 + 48, y + PowerLine, canvas.Width - 30, y + PowerLine);
        }
        for (int k = 0; k < columns.Count; k++)
        {
            double x = Left + k * (Column + Gap), at = y + Top;
            Tap(canvas, WiringPicture.Bus, x + Column / 2, y + DataLine, at);
            if (columns[k][0].Lines > 1)
            {
                Tap(canvas, WiringPicture.Enable, x + Column / 2 + 24, y + EnableLine, at);
                Tap(canvas, WiringPicture.Power, x + Column / 2 + 48, y + PowerLine, at);
            }
            for (int c = 0; c < columns[k].Count; c++)
            {
                Chip chip = columns[k][c];
                if (c > 0) canvas.Line(WiringPicture.Bus, 3, x + Column / 2, at - Between, x + Column / 2, at);
                Draw(canvas, robot, chip, x, at);
                at += High(chip) + Between;
            }
        }
        return y + Height(bus);
    }

    private static void Tap(SvgCanvas canvas, string colour, double x, double from, double to)
    {
        canvas.Line(colour, 2.2, x, from, x, to);
        canvas.Dot(colour, x, from);
    }

    private static double High(Chip chip) => Head + Row * chip.Rows.Count + (chip.Rows.Count > 0 ? 8 : 0);

    private static void Draw(SvgCanvas canvas, Robot robot, Chip chip, double x, double y)
    {
        canvas.Box(x, y, Column, High(chip), "#f8fafc", "#334155");
        canvas.Text(x + 12, y + 20, chip.Name, 13, bold: true);
        canvas.Text(x + 12, y + 37, chip.What, 11, WiringPicture.Faint);
        for (int row = 0; row < chip.Rows.Count; row++)
        {
            (string label, int joint, string text, string colour) = chip.Rows[row];
            double line = y + Head + Row * row + 10;
            canvas.Text(x + 12, line, label, 11, "#9ca3af");
            string what = joint >= 0 ? robot.Joints.Name(joint) : text;
            string paint = joint < 0 ? colour : robot.Joints.Kind(joint) switch { JointKind.Bend => Bend, JointKind.Yaw => Yaw, _ => Lift };
            if (what.Length > 0) canvas.Box(x + 54, line - 11, Column - 66, 14, paint + "1a", "none");
            canvas.Text(x + 60, line, what.Length > 0 ? what : "–", 11.5, what.Length > 0 ? paint : "#d1d5db", bold: what.Length > 0);
        }
    }

    /// <summary>A box: name, a second line, how many lines it taps, and a row for each channel: label, joint or −1, else words and colour.</summary>
    private sealed record Chip(string Name, string What, int Lines, IReadOnlyList<(string, int, string, string)> Rows);

    private static List<List<Chip>> Columns(BusPlan bus)
    {
        List<List<Chip>> columns = [.. bus.Boards.Select(board => new List<Chip>
        {
            new($"PCA9685  0x{board.Address:x2}", $"servos, {board.Pulses.MinMicroseconds:0} to {board.Pulses.MaxMicroseconds:0} µs", 3,
                [.. Enumerable.Range(0, Pca9685.Channels).Select(channel => ($"ch {channel}", channel < board.Joints.Count ? board.Joints[channel] : -1, "", Feet))]),
        })];
        columns.AddRange(bus.Expanders.Select(expander => new List<Chip>
        {
            new($"MCP23017  0x{expander.Address:x2}", "contacts to ground", 1,
                [.. Enumerable.Range(0, Mcp23017.Contacts).Select(input => (Port(input), -1, input < expander.Inputs.Count ? Name(expander.Inputs[input]) : "",
                    input < expander.Inputs.Count && expander.Inputs[input].Kind == ContactKind.Water ? Water : Feet))]),
        }));
        List<Chip> small = [.. bus.Converters.Select(converter => new Chip($"ADS1115  0x{converter.Address:x2}", "foot loads", 1,
            [.. Enumerable.Range(0, Ads1115.Inputs).Select(input => ($"AIN{input}", -1, input < converter.Legs.Count && converter.Legs[input] >= 0 ? $"load-{WiredTable.Leg(converter.Legs[input])}" : "", Feet))]))];
        if (bus.Motion is { } motion) small.Add(new($"MPU-6050  0x{motion:x2}", "tilt; level, x forward", 1, []));
        if (bus.Rail is { } rail) small.Add(new($"INA219  0x{rail.Address:x2}", "across the shunt of the rail", 1, []));
        double most = Head + Row * Pca9685.Channels + 8, used = most;
        foreach (Chip chip in small)
        {
            if (used + Between + High(chip) > most)
            {
                columns.Add([]);
                used = -Between;
            }
            columns[^1].Add(chip);
            used += Between + High(chip);
        }
        return columns;
    }

    /// <summary>The chip's own name of an input: GPA7 and GPB7 are outputs only.</summary>
    private static string Port(int input) => input < 7 ? $"GPA{input}" : $"GPB{input - 7}";

    private static string Name(ContactPlan contact) => contact.Kind switch
    {
        ContactKind.Foot => $"foot-{WiredTable.Leg(contact.Place)}",
        ContactKind.Water => $"water-{contact.Place}",
        _ => "",
    };
}

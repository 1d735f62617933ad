using Locomotion.Hardware.Robots;

namespace Locomotion.Deploy.Wiring;

/// <summary>How a robot is wired, as one picture: supply on top, the Raspberry Pi and what stands between it and the servos, then each bus with its chips.</summary>
internal static class WiringPicture
{
    internal const string Bus = "#2563eb", Enable = "#ea580c", Power = "#dc2626", Beat = "#059669", Stop = "#7c3aed", Faint = "#6b7280";
    private const double Left = 70, BoxHeight = 70;

    /// <summary>GPIO numbers to pins of the header: 40 pins, the same on every Raspberry Pi since the B+.</summary>
    private static readonly int[] HeaderPins = [27, 28, 3, 5, 7, 29, 31, 26, 24, 21, 19, 23, 32, 33, 8, 10, 36, 11, 12, 35, 38, 40, 15, 16, 18, 22, 37, 13];

    /// <summary>Draws it.</summary>
    public static string Of(Robot robot)
    {
        double width = Math.Max(1300, robot.Buses.Max(BusLane.Width));
        SvgCanvas canvas = new(width);
        canvas.Text(Left, 40, robot.Name, 24, bold: true);
        canvas.Text(Left, 62, $"{robot.Segments} segments, {robot.Servos.Count} of {robot.Joints.Count} joints with a servo, one servo frame of {robot.Timing.Period * 1e3:0.##} ms", 13, Faint);
        Supply(canvas, robot, 84);
        Brain(canvas, robot, 214);
        double y = 500;
        foreach (BusPlan bus in robot.Buses) y = BusLane.Draw(canvas, robot, bus, y) + 40;
        Trunks(canvas, robot);
        Legend(canvas, canvas.Bottom + 34);
        return canvas.ToString();
    }

    /// <summary>"GPIO 17, pin 11".</summary>
    public static string Pin(int gpio) => $"GPIO {gpio}, pin {HeaderPins[gpio]}";

    private static void Supply(SvgCanvas canvas, Robot robot, double y)
    {
        bool monitored = robot.Buses.Any(bus => bus.Rail is not null);
        string battery = robot.Battery is { } known ? $"{known.Full:0.#} V full, {known.Capacity:0.#} Ah" : "or bench supply";
        List<(string, string)> chain = [("Battery", battery), ("Fuse", "at the battery"), ("Emergency stop", "contact 3: cuts servo power"), ("Converter", "6 V for the servos")];
        if (robot.Buses.Select(bus => bus.Rail).FirstOrDefault(rail => rail is not null) is { } shunt) chain.Add(("Shunt", $"{shunt.ShuntOhms:0.####} Ω, {shunt.MaxAmperes:0.##} A, INA219"));
        chain.Add(("Servo rail", "V+ of all boards, capacitors"));
        double step = (canvas.Width - 2 * Left) / chain.Count, w = step - 34;
        canvas.Line(Power, 3.5, Left + w / 2, y + BoxHeight / 2, Right(canvas), y + BoxHeight / 2);
        for (int k = 0; k < chain.Count; k++)
        {
            double x = Left + k * step;
            canvas.Box(x, y, w, BoxHeight, "#fef2f2", Power);
            canvas.Text(x + w / 2, y + 30, chain[k].Item1, 14, bold: true, centred: true);
            canvas.Text(x + w / 2, y + 50, chain[k].Item2, 11, Faint, centred: true);
        }
        canvas.Text(Left, y + BoxHeight + 20, $"The Raspberry Pi and the chips' logic (3.3 V) have a converter of their own. One ground for all: battery, converters, Pi, boards, sensors.{(monitored ? "" : " Nothing measures this rail.")}", 12, Faint);
    }

    private static void Brain(SvgCanvas canvas, Robot robot, double y)
    {
        const double PiWidth = 300, Height = 232;
        canvas.Box(Left, y, PiWidth, Height, "#ecfdf5", "#047857");
        canvas.Text(Left + 16, y + 28, "Raspberry Pi", 16, bold: true);
        double[] rows = [y + 62, y + 104, y + 146];
        canvas.Text(Left + 16, rows[0] + 4, $"enable: {Pin(robot.Pins.Enable)}", 13);
        canvas.Text(Left + 16, rows[1] + 4, $"heartbeat: {Pin(robot.Pins.Heartbeat)}", 13);
        canvas.Text(Left + 16, rows[2] + 4, $"stop: {Pin(robot.Pins.Stop)}", 13);
        double lines = y + 182;
        foreach (BusPlan bus in robot.Buses.Take(3))
        {
            canvas.Text(Left + 16, lines, Lines(bus.Id), 12, Bus);
            lines += 18;
        }
        double mid = Left + PiWidth + 150, gate = mid + 370;
        Device(canvas, mid, rows[1] - 24, 270, 48, "Watchdog, 74HC123", "runs on for 100 ms after a beat", Beat, "#ecfdf5");
        Device(canvas, mid, rows[2] - 10, 270, 66, "Emergency stop, normally closed", "contact 1 to ground: read by the Pi", Stop, "#f5f3ff");
        canvas.Text(mid + 135, rows[2] + 47, "contact 2: in the gate", 11, Faint, centred: true);
        Device(canvas, gate, rows[0] - 60, 270, 232, "Gate", "OE is low only while all three agree", Enable, "#fff7ed");
        canvas.Text(gate + 135, rows[0] + 4, "enable is low", 12, Enable, centred: true);
        canvas.Text(gate + 135, rows[1] + 4, "and the watchdog runs", 12, Beat, centred: true);
        canvas.Text(gate + 135, rows[2] + 34, "and contact 2 is closed", 12, Stop, centred: true);
        canvas.Text(gate + 135, rows[2] + 72, "10 kΩ from OE to 3.3 V: off without a Pi", 11, Faint, centred: true);
        canvas.Line(Enable, 2.2, Left + PiWidth, rows[0], gate, rows[0]);
        canvas.Line(Beat, 2.2, Left + PiWidth, rows[1], mid, rows[1]);
        canvas.Line(Beat, 2.2, mid + 270, rows[1], gate, rows[1]);
        canvas.Line(Stop, 2.2, mid, rows[2], Left + PiWidth, rows[2]);
        canvas.Line(Stop, 2.2, mid + 270, rows[2] + 30, gate, rows[2] + 30);
        canvas.Line(Enable, 2.6, gate + 270, rows[1], Right(canvas) - 20, rows[1]);
        canvas.Text(gate + 282, rows[1] - 8, "OE of all boards", 12, Enable);
    }

    private static void Device(SvgCanvas canvas, double x, double y, double w, double h, string name, string what, string edge, string fill)
    {
        canvas.Box(x, y, w, h, fill, edge);
        canvas.Text(x + w / 2, y + 20, name, 13, bold: true, centred: true);
        canvas.Text(x + w / 2, y + 38, what, 11, Faint, centred: true);
    }

    /// <summary>The lines that run down to the buses: data on the left, output enable and power on the right.</summary>
    private static void Trunks(SvgCanvas canvas, Robot robot)
    {
        double y = 500;
        foreach (BusPlan bus in robot.Buses)
        {
            int k = robot.Buses.ToList().IndexOf(bus);
            double x = Left - 18 - 12 * k;
            canvas.Line(Bus, 3, Left, 396 + 18 * k - 4, x, 396 + 18 * k - 4, x, y + BusLane.DataLine, Left, y + BusLane.DataLine);
            if (bus.Boards.Count > 0)
            {
                double right = Right(canvas);
                canvas.Line(Power, 3.5, right, 84 + BoxHeight / 2, right, y + BusLane.PowerLine);
                canvas.Line(Enable, 2.6, right - 20, 318, right - 20, y + BusLane.EnableLine);
            }
            y += BusLane.Height(bus) + 40;
        }
    }

    private static void Legend(SvgCanvas canvas, double y)
    {
        (string Colour, string Words)[] lines = [(Bus, "I2C: SDA and SCL, with 3.3 V and ground"), (Enable, "output enable, active low"), (Power, "servo power"), (Beat, "heartbeat"), (Stop, "emergency stop")];
        double x = Left;
        foreach ((string colour, string words) in lines)
        {
            canvas.Line(colour, 3.5, x, y - 4, x + 26, y - 4);
            canvas.Text(x + 34, y, words, 12);
            x += 60 + 7.2 * words.Length;
        }
    }

    private static string Lines(int bus) => bus switch
    {
        0 => $"bus 0: SDA {Pin(0)}; SCL {Pin(1)}",
        1 => $"bus 1: SDA {Pin(2)}; SCL {Pin(3)}",
        _ => $"bus {bus}: SDA, SCL as its overlay says",
    };

    private static double Right(SvgCanvas canvas) => canvas.Width - 30;
}

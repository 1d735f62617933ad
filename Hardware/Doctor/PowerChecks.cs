using System.Buffers.Binary;
using System.Globalization;

namespace Locomotion.Hardware.Doctor;

/// <summary>Whether the processor gets the power it needs.</summary>
internal static class PowerChecks
{
    private const int PiFiveSupply = 5000;      // mA

    // raspberrypi.com/documentation/computers/os.html, get_throttled
    private static readonly (int Bit, string Words)[] Now = [(0, "under-voltage"), (1, "processor speed capped"), (2, "throttled"), (3, "soft temperature limit")];

    /// <summary>What the firmware says of under-voltage and throttling, now and since the start.</summary>
    public static Finding Throttling(MachineFiles files, Machine machine, Func<string, string?>? firmware)
    {
        const string Name = "throttling";
        if (!machine.IsRaspberryPi) return new(Name, Verdict.Unknown, "not a Raspberry Pi");
        string? text = FromFiles(files) ?? firmware?.Invoke("get_throttled");
        if (text is null) return new(Name, Verdict.Unknown, "neither the firmware's file nor vcgencmd tells", "sudo usermod -aG video $USER");
        string digits = text.Split('=')[^1].Trim();
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) digits = digits[2..];
        if (!uint.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out uint bits))
            return new(Name, Verdict.Unknown, $"'{text}' is not what get_throttled says");
        string[] now = [.. Now.Where(flag => (bits >> flag.Bit & 1) != 0).Select(flag => flag.Words)];
        string[] past = [.. Now.Where(flag => (bits >> (flag.Bit + 16) & 1) != 0).Select(flag => flag.Words)];
        const string Fix = "use a stronger supply or a shorter cable for under-voltage, a heat sink or a fan for heat; then start the machine anew";
        return now.Length > 0 ? new(Name, Verdict.Bad, $"now: {string.Join(", ", now)}", Fix)
            : past.Length > 0 ? new(Name, Verdict.CouldBeBetter, $"since the start: {string.Join(", ", past)}", Fix)
            : new(Name, Verdict.Good, "none since the start");
    }

    /// <summary>The firmware's alarm for low voltage, and what a Pi 5 has agreed on with its supply.</summary>
    public static Finding Supply(MachineFiles files, Machine machine)
    {
        const string Name = "supply";
        if (!machine.IsRaspberryPi) return new(Name, Verdict.Unknown, "not a Raspberry Pi");
        string? alarm = files.In("/sys/class/hwmon").FirstOrDefault(folder => files.Text($"{folder}/name") == "rpi_volt") is { } sensor
            ? files.Text($"{sensor}/in0_lcrit_alarm") : null;
        if (alarm == "1") return new(Name, Verdict.Bad, "the firmware reports low voltage now", "use a supply of 5.1 V with a short, thick cable");
        if (files.Bytes("/proc/device-tree/chosen/power/max_current") is { Length: 4 } bytes)
        {
            uint milliamperes = BinaryPrimitives.ReadUInt32BigEndian(bytes);
            return milliamperes >= PiFiveSupply
                ? new(Name, Verdict.Good, $"gives {milliamperes} mA")
                : new(Name, Verdict.CouldBeBetter, $"gives {milliamperes} mA, less than {PiFiveSupply} mA",
                    "use a supply of 5 V and 5 A; where it cannot say so itself: sudo rpi-eeprom-config --edit, PSU_MAX_CURRENT=5000");
        }
        return alarm == "0" ? new(Name, Verdict.Good, "no low voltage now") : new(Name, Verdict.Unknown, "nothing tells of the supply");
    }

    private static string? FromFiles(MachineFiles files) => files.In("/sys/devices/platform", "soc*")
        .SelectMany(soc => files.In(soc, "*firmware*")).Select(folder => files.Text($"{folder}/get_throttled")).FirstOrDefault(text => text is not null);
}

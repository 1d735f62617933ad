namespace Locomotion.Hardware.Doctor;

/// <summary>Which machine it is.</summary>
/// <param name="Model">As the device tree or the processor's list names it.</param>
/// <param name="IsRaspberryPi">Whether it is a Raspberry Pi, on which buses and firmware are expected.</param>
internal sealed record Machine(string Model, bool IsRaspberryPi)
{
    /// <summary>The machine of <paramref name="files"/>.</summary>
    public static Machine Of(MachineFiles files)
    {
        string? tree = files.Text("/proc/device-tree/model");
        string? processor = files.Text("/proc/cpuinfo")?.Split('\n').FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal));
        string model = tree ?? processor?.Split(':')[^1].Trim() ?? "unknown: neither /proc/device-tree/model nor /proc/cpuinfo names it";
        return new Machine(model, tree?.Contains("Raspberry Pi", StringComparison.Ordinal) ?? false);
    }
}

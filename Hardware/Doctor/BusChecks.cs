using System.Buffers.Binary;

namespace Locomotion.Hardware.Doctor;

/// <summary>Whether the chips' bus is there and fast enough.</summary>
internal static class BusChecks
{
    private const string Adapters = "/sys/class/i2c-adapter";
    private const uint Fast = 400_000;      // Hz: sixteen pulses take about 1.5 ms of a frame

    /// <summary>The header's bus, number 1, and the clock its device tree asks for.</summary>
    public static Finding Speed(MachineFiles files, Machine machine)
    {
        const string Name = "i2c";
        if (!files.Has($"{Adapters}/i2c-1"))
            return machine.IsRaspberryPi
                ? new(Name, Verdict.Bad, $"there is no bus 1 in {Adapters}", "sudo raspi-config nonint do_i2c 0, then start the machine anew")
                : new(Name, Verdict.Unknown, $"there is no bus 1 in {Adapters}: drive simulated chips with --bus simulated");
        if (!files.Has("/dev/i2c-1")) return new(Name, Verdict.Bad, "bus 1 has no /dev/i2c-1", "sudo modprobe i2c-dev, and for every start: echo i2c-dev | sudo tee /etc/modules-load.d/i2c.conf");
        if (files.Bytes($"{Adapters}/i2c-1/of_node/clock-frequency") is not { Length: 4 } bytes)
            return new(Name, Verdict.Unknown, "bus 1 does not tell its clock");
        uint hertz = BinaryPrimitives.ReadUInt32BigEndian(bytes);
        return hertz >= Fast
            ? new(Name, Verdict.Good, $"bus 1 at {hertz / 1000} kHz")
            : new(Name, Verdict.CouldBeBetter, $"bus 1 at {hertz / 1000} kHz, slower than {Fast / 1000} kHz: pulses take much of a servo frame",
                "echo dtparam=i2c_arm_baudrate=400000 | sudo tee -a /boot/firmware/config.txt, then start the machine anew");
    }
}

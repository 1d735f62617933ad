using Locomotion.Hardware.Bus;

namespace Locomotion.Hardware.Chips;

/// <summary>The chips of one I2C bus, and what a frame's transactions with them take on the wire. Kernel and adapter come on top.</summary>
/// <remarks>
/// A frame writes every servo board and reads one of them back, reads contacts, motion and rails and one of their chips back, and of
/// each converter reads one input and begins the next. Figures: docs/robot-bus.md.
/// </remarks>
public sealed record FramePlan
{
    /// <summary>PCA9685 boards, 16 servos each.</summary>
    public int ServoBoards { get; init; }

    /// <summary>MCP23017, 14 contacts each.</summary>
    public int Expanders { get; init; }

    /// <summary>MPU-6050.</summary>
    public int MotionSensors { get; init; }

    /// <summary>INA219.</summary>
    public int RailMonitors { get; init; }

    /// <summary>ADS1115, 4 foot loads each, at most 4: more addresses there are not.</summary>
    public int Converters { get; init; }

    /// <summary>The bus's clock, Hz.</summary>
    public int Hertz { get; init; } = BusTime.FastMode;

    /// <summary>All pulses, ns.</summary>
    public long OutputNanoseconds => ServoBoards * Of(1 + 4 * Pca9685.Channels, 0);

    /// <summary>One board's read-back, ns.</summary>
    public long CheckNanoseconds => ServoBoards > 0 ? Of(1, 2) + Of(1, 1) : 0;

    /// <summary>The longest read-back of a sensor, ns; one is read back a frame.</summary>
    public long SensorCheckNanoseconds => Math.Max(Math.Max(Expanders, RailMonitors) > 0 ? 2 * Of(1, 2) : 0, MotionSensors > 0 ? Of(1, 1) + Of(1, 4) : 0);

    /// <summary>Contacts, motion and rails, ns.</summary>
    public long SenseNanoseconds => Expanders * Of(1, 2) + MotionSensors * Of(1, 14) + RailMonitors * 2 * Of(1, 2);

    /// <summary>Foot loads, one input of each converter, ns.</summary>
    public long LoadNanoseconds => Converters * (Of(1, 2) + Of(3, 0));

    /// <summary>The whole frame, ns, when the sensor with the longest read-back has its turn.</summary>
    public long TotalNanoseconds => OutputNanoseconds + CheckNanoseconds + SenseNanoseconds + SensorCheckNanoseconds + LoadNanoseconds;

    private long Of(int write, int read) => BusTime.Nanoseconds(BusTime.Bits(write, read), Hertz);
}

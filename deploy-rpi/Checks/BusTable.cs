using Locomotion.Hardware.Chips;
using Locomotion.Hardware.Plant;
using Locomotion.Hardware.Robots;

namespace Locomotion.Deploy.Checks;

/// <summary>What a servo frame takes of each bus, by the bits on the wire; kernel and adapter come on top.</summary>
internal static class BusTable
{
    /// <summary>Heads of its columns.</summary>
    public static readonly string[] Heads = ["bus", "kHz", "PCA9685", "MCP23017", "MPU-6050", "INA219", "ADS1115", "outputs ms", "senses ms", "all ms", "of"];

    /// <summary>A row for each bus.</summary>
    public static IEnumerable<string[]> Rows(Robot robot) => robot.Buses.Select(bus =>
    {
        FramePlan plan = Plan(bus);
        return new[]
        {
            $"{bus.Id}", $"{bus.Hertz / 1000}", $"{plan.ServoBoards}", $"{plan.Expanders}", $"{plan.MotionSensors}", $"{plan.RailMonitors}", $"{plan.Converters}",
            Milliseconds(plan.OutputNanoseconds + plan.CheckNanoseconds), Milliseconds(plan.SenseNanoseconds + plan.SensorCheckNanoseconds + plan.LoadNanoseconds),
            Milliseconds(plan.TotalNanoseconds), Milliseconds(Limit(robot)),
        };
    });

    /// <summary>The chips of a bus.</summary>
    public static FramePlan Plan(BusPlan bus) => new()
    {
        ServoBoards = bus.Boards.Count,
        Expanders = bus.Expanders.Count,
        MotionSensors = bus.Motion is null ? 0 : 1,
        RailMonitors = bus.Rail is null ? 0 : 1,
        Converters = bus.Converters.Count,
        Hertz = bus.Hertz,
    };

    /// <summary>What may be spent on a bus in a frame, ns: the program's own limit, and no more than half a frame.</summary>
    public static long Limit(Robot robot) => Math.Min(BusLine.FrameBudget, (long)(robot.Timing.Period * 0.5e9));

    private static string Milliseconds(long nanoseconds) => $"{nanoseconds * 1e-6:f2}";
}

using Locomotion.Deploy.Machine;
using Locomotion.Hardware.Models;
using Locomotion.Hardware.Plant;
using Locomotion.Hardware.Robots;
using Locomotion.Tests.Deploy.Runs;

namespace Locomotion.Tests.Hardware;

/// <summary>The bus of a robot of three segments, all chips set up: two servo boards, two converters, an expander, a motion sensor, a rail monitor.</summary>
internal sealed class LineBench : IDisposable
{
    private readonly SimulatedClock clock = new();

    public LineBench()
    {
        BusPlan plan = RobotReader.Parse(RobotBench.File(3), "bench.json").Buses[0];
        Models = new BusModels(plan, clock, () => true, seed: 1);
        Line = new BusLine(plan, Models.Bus, clock, 0.02);
        Assert.Null(Line.TryStart());
    }

    public BusModels Models { get; }

    public BusLine Line { get; }

    public LineBench Frames(int count)
    {
        for (int frame = 0; frame < count; frame++)
        {
            long begun = clock.Nanoseconds;
            Line.Exchange();
            clock.SleepUntil(begun + 20_000_000);
        }
        return this;
    }

    public void Dispose() => Line.Dispose();
}

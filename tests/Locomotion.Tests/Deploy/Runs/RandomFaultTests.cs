using Locomotion.Controller.Maths;
using Locomotion.Hardware.Models;
using Locomotion.Hardware.Safety;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Deploy.Runs;

/// <summary>A thousand walks in which things go wrong at random, several at a time, and are mended again.</summary>
[Collection(Alone.Name)]
public class RandomFaultTests(ITestOutputHelper output)
{
    private const int Sequences = 1000;
    private const double Settled = 0.06;    // s from a hold to the last movement: three frames, in which servos brake

    /// <summary>Never a pulse outside a servo's limits, never a moving servo after a stop: at every millisecond, on the boards' outputs.</summary>
    [Fact]
    public void No_pulse_leaves_its_limits_and_no_servo_moves_after_a_stop()
    {
        int stopped = 0, faults = 0, recovered = 0;
        Parallel.For(1, Sequences + 1, seed =>
        {
            Xoshiro256 random = new((ulong)seed);
            using RobotBench bench = new(Script(ref random), more: "", seed: (ulong)seed);
            int planned = 1 + (int)(random.NextUnit() * 4);
            double at = 0;
            for (int k = 0; k < planned; k++)
            {
                at += random.NextUnit() * 2;
                (Action<RobotBench> harm, Action<RobotBench> mend) = Harm(ref random);
                bench.At(at, harm);
                if (random.NextUnit() < 0.6) bench.At(at += random.NextUnit() * 1.5, mend);
            }
            OutputWatch watch = new(bench, Settled);
            bench.Go();
            watch.AssertSafe(seed);
            if (watch.Stops > 0) Interlocked.Increment(ref stopped);
            if (watch.Faults > 0) Interlocked.Increment(ref faults);
            if (watch.RanAgain) Interlocked.Increment(ref recovered);
        });
        output.WriteLine($"{Sequences} sequences: {stopped} stopped on the way, {faults} of them by a fault, {recovered} ran again after disarm and arm");
        Assert.InRange(stopped, Sequences / 4, Sequences);
        Assert.InRange(recovered, 10, Sequences);
    }

    private static string Script(ref Xoshiro256 random)
    {
        string gait = random.NextUnit() < 0.5 ? "fast-walk" : "slow-walk";
        return random.NextUnit() < 0.5 ? $"{gait}:4" : $"{gait}:2,hold:0.5,disarm:0.2,arm:1.2,run:0.1,{gait}:2,reset:0.1,arm:1.2,run:0.1,{gait}:1";
    }

    private static (Action<RobotBench> Harm, Action<RobotBench> Mend) Harm(ref Xoshiro256 random)
    {
        double amount = random.NextUnit();
        int address = (int)(random.NextUnit() * 4) switch { 0 => 0x48, 1 => 0x20, 2 => 0x68, _ => 0x41 };
        var lie = (SensorFault)(1 + (int)(random.NextUnit() * 3));
        return (int)(random.NextUnit() * 11) switch
        {
            0 => (at => All(at, faults => faults.Unplugged = true), at => All(at, faults => faults.Unplugged = false)),
            1 => (at => All(at, faults => faults.SdaHeld = true), at => All(at, faults => faults.SdaHeld = false)),
            2 => (at => All(at, faults => faults.AddressNackProbability = 0.4 * amount), at => All(at, faults => faults.AddressNackProbability = 0)),
            3 => (at => All(at, faults => faults.DataNackProbability = 0.4 * amount), at => All(at, faults => faults.DataNackProbability = 0)),
            4 => (at => at.Machine.Buses[0].Boards[0].BrownOut(), _ => { }),
            5 => (at => All(at, faults => faults.SetSensor(address, lie)), at => All(at, faults => faults.SetSensor(address, SensorFault.None))),
            6 => (at => at.Machine.Wiring.StopPressed = true, at => at.Machine.Wiring.StopPressed = false),
            7 => (at => at.Machine.Pass((long)(amount * 4e8)), _ => { }),
            8 => (at => at.Machine.World.SupplyVolts = 4 + 2 * amount, at => at.Machine.World.SupplyVolts = 6.2),
            9 => (at => at.Run.Servos.Ask((OperatorRequests)(1 << (int)(amount * 6))), at => at.Run.Servos.Ask(OperatorRequests.Stop)),
            _ => (at => All(at, faults => faults.LatencyNanoseconds = (long)(amount * 2e6)), at => All(at, faults => faults.LatencyNanoseconds = 0)),
        };
    }

    private static void All(RobotBench bench, Action<BusFaults> change)
    {
        foreach (BusFaults faults in bench.Faults) change(faults);
    }
}

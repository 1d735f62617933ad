using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Hardware.Timing;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Serving;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Tests.EndToEnd.Load;

/// <summary>
/// A loop in real time that is bridged in every second block of ticks, and alone in the others. Its thread is one as a robot's: where this
/// may not be had, what other programs do beside it is measured too.
/// </summary>
internal sealed class PairedLoop : IStepObserver, IDescendingSource, IDisposable
{
    public const int BlockTicks = 1000;

    private readonly Simulation simulation = new(BuiltInScenarios.Named("slow-walk"));
    private readonly TuningDesk tuning;
    private readonly PacedPlant plant;
    private readonly OperatorSource operators;
    private readonly double[] work = new double[2 * BlockTicks];      // us, of the blocks under way: bridged, then alone
    private readonly double[] ratios, bridged, alone;
    private readonly CancellationTokenSource ending = new();
    private readonly Thread thread;
    private long allocated;
    private int pairs;

    public PairedLoop(BrokerAddress broker, int mostPairs, int processor, ITestOutputHelper output)
    {
        (ratios, bridged, alone) = (new double[mostPairs], new double[mostPairs], new double[mostPairs]);
        Scenario scenario = simulation.Scenario;
        tuning = new TuningDesk(simulation.Controller, TimeProvider.System);
        plant = new PacedPlant(simulation.Plant, scenario.Timing.Period, speed: 1);
        operators = new OperatorSource(this, scenario.Timing, new LadderTimes());
        AnimalCard card = new("crawler", "simulation", scenario.Name, scenario.Animal.Segments, scenario.Animal.Controller.Oscillator, scenario.Timing);
        Bridge = new AnimalBridge(card, broker, new BridgeOptions(), new BridgedAnimal(simulation.Controller, operators, plant, simulation.Body.Chain.CopyPose, plant),
            voice => new TuningService(tuning, voice, card));
        thread = new Thread(() => RealTimeThread.Run(new RealTimeSettings { LockMemory = false, Processor = processor }, steps => output.WriteLine(string.Join("; ", steps.Select(step => $"{step.Name}: {step.Message}"))),
            () => ControlLoop.Run(simulation.Controller, plant, operators, this, ending.Token))) { IsBackground = true };
        thread.Start();
    }

    public AnimalBridge Bridge { get; }

    /// <summary>Whether the block under way is bridged. Any thread.</summary>
    public bool IsBridged { get; private set; }

    /// <summary>Pairs of blocks that are over. Any thread.</summary>
    public int Pairs => Volatile.Read(ref pairs);

    /// <summary>Bytes that the loop's thread has allocated so far. Any thread.</summary>
    public long Allocated => Volatile.Read(ref allocated);

    /// <summary>Medians over pairs: the 99th percentile of a tick's work in bridged blocks over that in the ones alone, and both in us.</summary>
    public (double Ratio, double Bridged, double Alone) Medians(Range of) => (Median(ratios[of]), Median(bridged[of]), Median(alone[of]));

    /// <inheritdoc/>
    public void Observe(long tick, CentipedeController controller)
    {
        int place = (int)(tick % (2 * BlockTicks));
        IsBridged = place < BlockTicks;
        // the work of a tick includes the observing after the one before
        work[place] = plant.WorkNanoseconds / 1e3;
        if (IsBridged)
        {
            tuning.LoopSide.Observe(tick, controller);
            Bridge.Observe(tick, controller);
        }
        if (place == 2 * BlockTicks - 1) Note();
        Volatile.Write(ref allocated, GC.GetAllocatedBytesForCurrentThread());
    }

    /// <inheritdoc/>
    public bool TryNext(long tick, Senses senses, out DescendingCommand command)
    {
        command = simulation.Scenario.Timeline[0].Command;
        return true;
    }

    public void Dispose()
    {
        ending.Cancel();
        thread.Join();
        Bridge.Dispose();
        ending.Dispose();
    }

    private void Note()
    {
        if (pairs == ratios.Length) return;
        double with = Percentile99(work.AsSpan(1, BlockTicks - 1)), without = Percentile99(work.AsSpan(BlockTicks + 1, BlockTicks - 1));
        (ratios[pairs], bridged[pairs], alone[pairs]) = (with / without, with, without);
        Volatile.Write(ref pairs, pairs + 1);
    }

    private static double Percentile99(Span<double> values)
    {
        values.Sort();
        return values[(int)(0.99 * (values.Length - 1))];
    }

    private static double Median(double[] values)
    {
        Array.Sort(values);
        return values[values.Length / 2];
    }
}

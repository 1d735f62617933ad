using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Hardware.Clocks;
using Locomotion.Hardware.Safety;
using Locomotion.Hardware.Timing;

namespace Locomotion.Benchmarks.Loop;

/// <summary>A robot's loop without its chips: the nervous system of 21 segments each millisecond, the supervisor and a frame of pulses each twentieth.</summary>
internal sealed class RobotLoop
{
    private const int Segments = 21, StepsPerFrame = 20, StepNanoseconds = 1_000_000;

    private readonly CentipedeController controller = new(Segments, new ControllerParameters(), new LoopTiming(1e-3, StepsPerFrame * 1e-3), seed: 1);
    private readonly SafetySupervisor supervisor = new(new SafetySettings(), groups: 8);
    private readonly Metronome metronome = new(MonotonicClock.Instance, StepNanoseconds);
    private readonly double[] pulses = new double[3 * Segments];
    private long frame;

    /// <summary>How late beats began, and how long steps and frames took.</summary>
    public LoopLatencies Latencies { get; } = new();

    /// <summary>Beats that were missed.</summary>
    public long Missed { get; private set; }

    /// <summary>Bytes that the loop's thread allocated.</summary>
    public long Allocated { get; private set; }

    /// <summary>Garbage collections while it ran, whoever caused them.</summary>
    public int Collections { get; private set; }

    /// <summary>Runs for whole <paramref name="seconds"/> on the calling thread.</summary>
    public void Run(int seconds)
    {
        RealTimeThread.SettleMemory();
        controller.Descending = new DescendingCommand(drive: 0.4, release: 0, swim: 0);
        int collections = Collected;
        long bytes = GC.GetAllocatedBytesForCurrentThread();
        metronome.Start();
        while (metronome.Tick < seconds * 1000L)
        {
            long tick = metronome.WaitForBeat();
            long woke = MonotonicClock.Instance.Nanoseconds;
            Latencies.Wake.Record(metronome.WakeLateness);
            controller.Step();
            Latencies.Step.Record(MonotonicClock.Instance.Nanoseconds - woke);
            if (tick % StepsPerFrame == 0) Frame();
        }
        Allocated += GC.GetAllocatedBytesForCurrentThread() - bytes;
        Collections += Collected - collections;
        Missed += metronome.Missed;
    }

    /// <summary>Forgets what the warm-up took.</summary>
    public void Forget()
    {
        Latencies.MoveTo(new LoopLatencies());
        Missed = Allocated = Collections = 0;
    }

    private static int Collected => GC.CollectionCount(0) + GC.CollectionCount(1) + GC.CollectionCount(2);

    /// <summary>A servo frame: the supervisor, then each joint's pulse.</summary>
    private void Frame()
    {
        long began = MonotonicClock.Instance.Nanoseconds;
        SafetyObservations seen = new()
        {
            Frame = frame, Time = frame * StepsPerFrame * 1e-3, Requests = frame == 10 ? OperatorRequests.Arm : frame % 400 == 0 ? OperatorRequests.Run : OperatorRequests.None,
            MissedInARow = 0, RailCurrent = 1, RailVoltage = 6, Link = LinkState.Up, Checks = ArmingChecks.AllOfPlant,
        };
        frame++;
        SafetyOrders orders = supervisor.Step(in seen);
        Command command = controller.Command;
        double scale = orders.OutputsEnabled ? 600 : 0;
        for (int joint = 0; joint < command.Bend.Length; joint++) pulses[joint] = 1500 + scale * command.Bend[joint];
        for (int leg = 0; leg < command.LegYaw.Length; leg++) pulses[Segments + leg] = 1500 + scale * command.LegYaw[leg];
        Latencies.Write.Record(MonotonicClock.Instance.Nanoseconds - began);
    }
}

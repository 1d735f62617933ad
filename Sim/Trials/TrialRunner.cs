using Locomotion.Controller;
using Locomotion.Controller.Cord;
using Locomotion.Controller.Loop;
using Locomotion.Sim.Running;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Sim.Trials;

/// <summary>
/// Tries candidates in copies of a running simulation. The loop calls it after each tick, and when a trial is asked for it copies the state
/// into memory taken beforehand; a thread of its own then runs the copies, one with the present set and one with the candidate.
/// </summary>
public sealed class TrialRunner : ITrialRunner, IStepObserver
{
    private const int Idle = 0, Asked = 1, Taking = 2, Taken = 3, Refused = 4;
    private const double Patience = 5;      // s of real time in which the simulation must tick

    private readonly Simulation simulation;
    private readonly TrialMoment moment;
    private int state, busy;
    private long tick = -1;

    /// <summary>A runner for this simulation. All memory that the loop needs is taken here.</summary>
    public TrialRunner(Simulation simulation)
    {
        this.simulation = simulation;
        moment = new TrialMoment(simulation);
    }

    /// <summary>The tick after which the state of the last trial was taken; −1 before the first.</summary>
    public long Tick => Volatile.Read(ref tick);

    /// <inheritdoc/>
    public void Observe(long tick, CentipedeController controller)
    {
        if (Volatile.Read(ref state) != Asked || Interlocked.CompareExchange(ref state, Taking, Asked) != Asked) return;
        bool taken = moment.TryTake(simulation);
        Volatile.Write(ref this.tick, tick);
        Volatile.Write(ref state, taken ? Taken : Refused);
    }

    /// <inheritdoc/>
    public bool TryBegin(ControllerParameters candidate, int cycles, Action<TrialVerdict> done)
    {
        if (Interlocked.CompareExchange(ref busy, 1, 0) != 0) return false;
        Volatile.Write(ref state, Asked);
        Thread thread = new(() => Run(candidate, cycles, done)) { IsBackground = true, Name = "trial", Priority = ThreadPriority.BelowNormal };
        thread.Start();
        return true;
    }

    private void Run(ControllerParameters candidate, int cycles, Action<TrialVerdict> done)
    {
        TrialVerdict verdict;
        try
        {
            verdict = Wait() ? Judged(candidate, cycles) : new TrialVerdict(false, "The simulation does not move on, or cannot be copied; try again while it runs.");
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            verdict = new TrialVerdict(false, $"The trial could not be run: {failure.Message}");     // a reply is owed in any case
        }
        finally
        {
            Volatile.Write(ref state, Idle);
            Volatile.Write(ref busy, 0);
        }
        done(verdict);
    }

    private TrialVerdict Judged(ControllerParameters candidate, int cycles)
    {
        if (moment.Command.Halts) return new TrialVerdict(false, "The animal holds still, where a trial shows nothing; reset it and try again.");
        bool swims = IsFolded(moment.Fork(moment.Present, 1).Controller.Segments);
        TrialRun present = TrialRun.Of(moment, moment.Present, cycles, swims, present: null);
        return TrialJudge.Of(present, TrialRun.Of(moment, candidate, cycles, swims, present), cycles, swims);
    }

    private bool Wait()
    {
        for (int waited = 0; waited < Patience * 1000; waited++)
        {
            if (Volatile.Read(ref state) is Taken or Refused) break;
            Thread.Sleep(1);
        }
        if (Interlocked.CompareExchange(ref state, Idle, Asked) == Asked) return false;
        SpinWait spin = default;
        while (Volatile.Read(ref state) == Taking) spin.SpinOnce();
        return Volatile.Read(ref state) == Taken;
    }

    private static bool IsFolded(ReadOnlySpan<SegmentState> states)
    {
        int folded = 0;
        foreach (ref readonly SegmentState s in states) folded += s.Fold > 0.5 ? 1 : 0;
        return 2 * folded > states.Length;
    }
}

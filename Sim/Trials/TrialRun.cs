using Locomotion.Controller;
using Locomotion.Controller.Cord;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Rhythms;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Gaits;

namespace Locomotion.Sim.Trials;

/// <summary>How an animal went on from a moment with one set of parameters.</summary>
internal sealed record TrialRun
{
    private const double SlowestHz = 0.5;           // beyond two seconds a cycle nobody waits
    private const double LongestSeconds = 60;

    /// <summary>What ended it; null: nothing did.</summary>
    public string? Fault { get; private init; }

    /// <summary>Time that it ran, s.</summary>
    public double Seconds { get; private init; }

    /// <summary>Cycles in a second, Hz: of the left legs, or of the trunk if it swims.</summary>
    public double Frequency { get; private init; }

    /// <summary>Body lengths in a second, over the second half.</summary>
    public double Speed { get; private init; }

    /// <summary>The wave along the body, of the legs or of the trunk, over the second half: lag in cycles, coherence.</summary>
    public PhaseOrder Wave { get; private init; }

    /// <summary>Left against right, cycles, over the second half.</summary>
    public double LeftRight { get; private init; }

    /// <summary>√2 times the RMS of the legs' angles, or of the bends, about their means, over the second half, rad.</summary>
    public double Swing { get; private init; }

    /// <summary>Share of legs folded, over the second half.</summary>
    public double Folded { get; private init; }

    /// <summary>Whether it settled into the gait it should have, by <see cref="Settling"/>.</summary>
    public bool Settled { get; private init; }

    /// <summary>Lag that the set asks of the legs, cycles.</summary>
    public double SetLag { get; private init; }

    /// <summary>Runs for so many cycles, or as long as the present set took where it hardly moves.</summary>
    /// <param name="moment">From where.</param>
    /// <param name="set">With what.</param>
    /// <param name="cycles">How many cycles.</param>
    /// <param name="swims">Whether cycles are the trunk's.</param>
    /// <param name="present">How the present set did; null if this is it.</param>
    public static TrialRun Of(TrialMoment moment, ControllerParameters set, int cycles, bool swims, TrialRun? present)
    {
        double most = Math.Min(LongestSeconds, present is null ? cycles / SlowestHz : Math.Max(1, 10 * present.Seconds));
        double enough = Math.Min(most, present?.Seconds ?? most);
        Simulation fork = moment.Fork(set, most + 1);
        FrameRecorder frames = new(fork);
        OnsetPhases? onsets = set.Oscillator == Oscillator.Bursting ? new OnsetPhases(fork.Plant.Segments, most + 1) : null;
        long first = fork.Ticks, tick = first;
        double period = fork.Scenario.Timing.Period, turned = 0;
        double[] before = new double[fork.Plant.Segments];
        Turned(fork.Controller.Segments, before, swims);
        string? fault = null;
        try
        {
            for (; turned < cycles && (tick - first) * period < most; tick++)
            {
                if ((tick - first) * period >= enough && turned < 0.1 * cycles) break;
                ControlLoop.Tick(fork.Controller, fork.Plant, moment.Command);
                frames.Observe(tick, fork.Controller);
                onsets?.Observe(tick, fork.Controller);
                turned += Turned(fork.Controller.Segments, before, swims);
            }
        }
        catch (Exception stopped) when (stopped is PlantFaultException or ArgumentException or ArithmeticException)
        {
            fault = stopped.Message;
        }
        onsets?.Rewrite(frames.Log);
        double seconds = (tick - first) * period;
        return Measured(new Trajectory(frames.Log), fork.Scenario, swims, set) with { Fault = fault, Seconds = seconds, Frequency = seconds > 0 ? turned / seconds : 0 };
    }

    private static TrialRun Measured(Trajectory run, Scenario scenario, bool swims, ControllerParameters set)
    {
        int middle = run.Count / 2, last = run.Count - 1;
        double lag = set.Legs.Lag(run.Segments) / Math.Tau;
        if (last - middle < 1) return new TrialRun { SetLag = lag };
        PhaseOrder wave = default, across = default, ignored = default;
        double folded = 0;
        for (int k = middle; k < run.Count; k++)
        {
            if (swims) run.AddTrunk(k, run.AllSegments, ref wave);
            run.AddLegs(k, run.AllSegments, ref swims ? ref ignored : ref wave, ref across);
            folded += run.Folded(k, run.AllSegments);
        }
        double dx = run.Whole(last, WholeSignal.X) - run.Whole(middle, WholeSignal.X), dy = run.Whole(last, WholeSignal.Y) - run.Whole(middle, WholeSignal.Y);
        return new TrialRun
        {
            Speed = Math.Sqrt(dx * dx + dy * dy) / (run.Time(last) - run.Time(middle)) / scenario.Animal.Body.Shape.Length,
            Wave = wave,
            Swing = swims ? Swung(run, middle, SegmentSignal.Bend, run.Segments - 1)
                : (Swung(run, middle, SegmentSignal.YawLeft, run.Segments) + Swung(run, middle, SegmentSignal.YawRight, run.Segments)) / 2,
            LeftRight = across.Phase,
            Folded = folded / (run.Count - middle),
            Settled = Settling.Time(run, 0, run.Count, swims ? ExpectedGait.Swim : ExpectedGait.Walk, lag) is not null,
            SetLag = lag,
        };
    }

    private static double Swung(Trajectory run, int from, SegmentSignal signal, int count)
    {
        double sum = 0;
        int samples = run.Count - from;
        for (int i = 0; i < count; i++)
        {
            double mean = 0, square = 0;
            for (int k = from; k < run.Count; k++) mean += run.Of(k, i, signal) / samples;
            for (int k = from; k < run.Count; k++) square += (run.Of(k, i, signal) - mean) * (run.Of(k, i, signal) - mean) / samples;
            sum += Math.Sqrt(2 * square);
        }
        return sum / count;
    }

    /// <summary>Mean cycles by which the phases have advanced since the last call.</summary>
    private static double Turned(ReadOnlySpan<SegmentState> states, double[] before, bool swims)
    {
        int count = swims ? states.Length - 1 : states.Length;
        double turned = 0;
        for (int i = 0; i < count; i++)
        {
            double phase = swims ? states[i].TrunkPhase : states[i].PhaseLeft;
            turned += Math.IEEERemainder(phase - before[i], Math.Tau);
            before[i] = phase;
        }
        return turned / Math.Tau / count;
    }
}

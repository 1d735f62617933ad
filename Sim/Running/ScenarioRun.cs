using System.Diagnostics;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Snapshots;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Sim.Running;

/// <summary>Runs a scenario once, watched, and accounts for it.</summary>
public sealed class ScenarioRun
{
    private readonly Simulation simulation;
    private readonly RunObserver observer;
    private readonly SnapshotTaker? snapshot;
    private readonly long firstTick;

    /// <summary>Prepares the run: all its memory is taken here.</summary>
    public ScenarioRun(Scenario scenario, SnapshotPlan? snapshot = null) : this(new Simulation(scenario), snapshot) { }

    /// <summary>Prepares to run a simulation on from where it is.</summary>
    public ScenarioRun(Simulation simulation, SnapshotPlan? snapshot = null)
    {
        this.simulation = simulation;
        firstTick = simulation.Ticks;
        observer = new RunObserver(simulation);
        this.snapshot = snapshot is null ? null : new SnapshotTaker(snapshot, simulation, observer);
        TotalTicks = Math.Max(firstTick, simulation.Scenario.Timeline.Sum(phase => simulation.Scenario.Timing.Ticks(phase.Seconds)));
    }

    /// <summary>What is run.</summary>
    public Scenario Scenario => simulation.Scenario;

    /// <summary>The longest the run can take, ticks.</summary>
    public long TotalTicks { get; }

    /// <summary>Ticks done; may be read from another thread.</summary>
    public long DoneTicks => observer.Done;

    /// <summary>The samples recorded so far.</summary>
    public Trajectory Trajectory => new(observer.Frames.Log);

    /// <summary>The table behind <see cref="Trajectory"/>.</summary>
    public FrameRecorder Frames => observer.Frames;

    /// <summary>How the recording went; null before the end, or if there is none.</summary>
    public RecordingResult? Recording { get; private set; }

    /// <summary>Records the run, which must not have begun, into <paramref name="file"/>.</summary>
    /// <param name="file">It remains the caller's.</param>
    /// <param name="options">How.</param>
    /// <param name="onFailure">Told, from another thread, if the disk fails while the run goes on.</param>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Record(Stream file, RecordingOptions options, Action<string>? onFailure = null) =>
        observer.Recorder = SimulationRecorder.Begin(simulation, file, options, onFailure);

    /// <summary>Runs to the end, or until <paramref name="stop"/>, and sums up what ran.</summary>
    public RunSummary Run(CancellationToken stop)
    {
        StepClock clock = new(snapshot is null ? observer : snapshot, TotalTicks - firstTick);
        long started = Stopwatch.GetTimestamp();
        clock.Start();
        long ticks = RunRecorded(clock, stop);
        double wall = Stopwatch.GetElapsedTime(started).TotalSeconds;

        snapshot?.Finish();
        observer.Finish();

        Scenario scenario = simulation.Scenario;
        long steps = ticks * scenario.Timing.StepsPerTick;
        double seconds = ticks * scenario.Timing.Period;
        PhaseSpan[] spans = Spans(ticks);
        return new RunSummary
        {
            Scenario = scenario.Name,
            Seconds = seconds,
            Steps = steps,
            Seed = scenario.Seed,
            Oscillator = Naming.Word(scenario.Animal.Controller.Oscillator),
            Lesions = [.. scenario.Lesions.Select(lesion => lesion.ToString())],
            Tuning = [.. scenario.Tuning.Select(tuning => tuning.ToString())],
            Digest = observer.Digest.ToString("x16"),
            RealtimeFactor = wall > 0 ? Math.Round((ticks - firstTick) * scenario.Timing.Period / wall, 1) : 0,
            AllocatedBytesPerStep = ticks > firstTick ? clock.Allocated / (double)((ticks - firstTick) * scenario.Timing.StepsPerTick) : 0,
            StepUs = clock.Times(),
            Phases = [.. spans.Select(Account)],
            Transitions = [.. spans.Where(span => span.Begin >= firstTick).Select(Settle)],
        };
    }

    private long RunRecorded(StepClock clock, CancellationToken stop)
    {
        using RunRecorder? recorder = observer.Recorder;
        try
        {
            long ticks = simulation.Run(clock, stop);
            Recording = recorder?.Finish();
            return ticks;
        }
        catch (PlantFaultException fault)
        {
            Recording = recorder?.Finish(fault.Message);
            throw;
        }
    }

    /// <summary>The phases that ran here, the one within which the run began included.</summary>
    private PhaseSpan[] Spans(long ticks)
    {
        double period = simulation.Scenario.Timing.Period;
        long before = Frames.CountUntil(firstTick);
        ReadOnlySpan<long> starts = simulation.Player.Starts;
        List<PhaseSpan> spans = [];
        for (int phase = 0; phase < starts.Length; phase++)
        {
            long end = phase == starts.Length - 1 ? ticks : starts[phase + 1];
            if (end <= firstTick) continue;
            long first = Frames.CountUntil(starts[phase]) - before, last = Math.Min(Frames.CountUntil(end) - before, Frames.Log.Count);
            spans.Add(new PhaseSpan(phase, starts[phase], starts[phase] * period, end * period, (int)first, (int)last));
        }
        return [.. spans];
    }

    private PhaseSummary Account(PhaseSpan span)
    {
        int middle = Math.Max(0, span.First + (span.Last - span.First) / 2);
        return new PhaseSummary(GaitMeter.Measure(Trajectory, simulation.Scenario.Animal.Body.Shape, middle, span.Last))
        {
            Name = simulation.Scenario.Timeline[span.Phase].Name,
            StartS = span.Start,
            EndS = span.End,
        };
    }

    private Transition Settle(PhaseSpan span)
    {
        Scenario scenario = simulation.Scenario;
        ScenarioPhase phase = scenario.Timeline[span.Phase];
        double lag = TuningPlan.Before(scenario.Timing.Ticks(span.End), scenario).Legs.Lag(scenario.Animal.Segments) / Math.Tau;
        string before = span.Phase == 0 ? "start" : scenario.Timeline[span.Phase - 1].Name;
        return new Transition(before, phase.Name, span.Start, Settling.Time(Trajectory, span.First, span.Last, phase.Expect, lag));
    }

    /// <summary>The tick at which a phase began, when it ran, s, and its samples, first to before last; the first may lie before those that were recorded.</summary>
    private readonly record struct PhaseSpan(int Phase, long Begin, double Start, double End, int First, int Last);
}

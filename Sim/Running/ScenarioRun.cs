using System.Diagnostics;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Sim.Running;

/// <summary>Runs a scenario once, watched, and accounts for it.</summary>
public sealed class ScenarioRun
{
    private readonly Simulation simulation;
    private readonly RunObserver observer;

    /// <summary>Prepares the run: all its memory is taken here.</summary>
    public ScenarioRun(Scenario scenario)
    {
        simulation = new Simulation(scenario);
        observer = new RunObserver(simulation);
        TotalTicks = scenario.Timeline.Sum(phase => scenario.Timing.Ticks(phase.Seconds));
    }

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
        StepClock clock = new(observer, TotalTicks);
        long started = Stopwatch.GetTimestamp();
        clock.Start();
        long ticks = RunRecorded(clock, stop);
        double wall = Stopwatch.GetElapsedTime(started).TotalSeconds;

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
            RealtimeFactor = wall > 0 ? Math.Round(seconds / wall, 1) : 0,
            AllocatedBytesPerStep = steps > 0 ? clock.Allocated / (double)steps : 0,
            StepUs = clock.Times(),
            Phases = [.. spans.Select(Account)],
            Transitions = [.. spans.Select(Settle)],
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

    private PhaseSpan[] Spans(long ticks)
    {
        Trajectory run = Trajectory;
        double period = simulation.Scenario.Timing.Period;
        int begun = ticks == 0 ? 0 : simulation.Player.Begun;
        var spans = new PhaseSpan[begun];
        for (int phase = 0, sample = 0; phase < begun; phase++)
        {
            int first = sample;
            while (sample < run.Count && run.Phase(sample) == phase) sample++;
            double end = phase == begun - 1 ? ticks * period : simulation.Player.Start(phase + 1) * period;
            spans[phase] = new PhaseSpan(phase, simulation.Player.Start(phase) * period, end, first, sample);
        }
        return spans;
    }

    private PhaseSummary Account(PhaseSpan span)
    {
        int middle = span.First + (span.Last - span.First) / 2;
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
        double lag = scenario.Animal.Controller.Legs.Lag(scenario.Animal.Segments) / Math.Tau;
        string before = span.Phase == 0 ? "start" : scenario.Timeline[span.Phase - 1].Name;
        return new Transition(before, phase.Name, span.Start, Settling.Time(Trajectory, span.First, span.Last, phase.Expect, lag));
    }

    /// <summary>When a phase ran, s, and its samples, first to before last.</summary>
    private readonly record struct PhaseSpan(int Phase, double Start, double End, int First, int Last);
}

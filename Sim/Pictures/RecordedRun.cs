using Locomotion.Body.Chain;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Metrics;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Pictures;

/// <summary>A scenario and what became of it: what every picture is drawn from.</summary>
internal sealed class RecordedRun
{
    /// <summary>Reads the phases out of the trajectory.</summary>
    /// <exception cref="InvalidInputException">There is too little to draw, or the two do not belong together.</exception>
    public RecordedRun(Scenario scenario, Trajectory trajectory)
    {
        if (trajectory.Count < 2)
        {
            throw new InvalidInputException($"Pictures of '{scenario.Name}'", $"a run of {trajectory.Count} samples",
                "is too short to draw", $"let it run for at least {Naming.Number(2 * FrameRecorder.Interval)} s");
        }
        if (trajectory.Segments != scenario.Animal.Segments)
        {
            throw new InvalidInputException($"Pictures of '{scenario.Name}'", $"a run of {trajectory.Segments} segments",
                $"does not fit an animal of {scenario.Animal.Segments}", "use the scenario that was recorded");
        }
        Scenario = scenario;
        Trajectory = trajectory;
        Phases = [.. Spans()];
    }

    /// <summary>What was to happen.</summary>
    public Scenario Scenario { get; }

    /// <summary>What happened.</summary>
    public Trajectory Trajectory { get; }

    /// <summary>The phases that were reached, in order.</summary>
    public IReadOnlyList<PhaseSpan> Phases { get; }

    /// <summary>Size of the animal.</summary>
    public ShapeParameters Shape => Scenario.Animal.Body.Shape;

    /// <summary>First instant, s: 0 if the first sample is the first tick.</summary>
    public double Start => Trajectory.Time(0) < FrameRecorder.Interval ? 0 : Trajectory.Time(0);

    /// <summary>Last instant, s.</summary>
    public double End => Trajectory.Time(Trajectory.Count - 1);

    /// <summary>The sample nearest to <paramref name="time"/>.</summary>
    public int Sample(double time) => (int)Math.Clamp(Math.Round(Place(time)), 0, Trajectory.Count - 1);

    /// <summary>The sample before <paramref name="time"/>, not the last one, and the share of the way to the next one, 0 to 1.</summary>
    public (int Before, double Share) Between(double time)
    {
        double place = Math.Clamp(Place(time), 0, Trajectory.Count - 1);
        int before = Math.Min((int)place, Trajectory.Count - 2);
        return (before, place - before);
    }

    /// <summary>The phase that ran at <paramref name="time"/>.</summary>
    public PhaseSpan PhaseAt(double time) => Phases.LastOrDefault(phase => phase.Start <= time, Phases[0]);

    /// <summary>
    /// A stretch of the run in which single steps can be told apart, about <paramref name="cycles"/> cycles long and centred on
    /// <paramref name="middle"/>.
    /// </summary>
    public TimeWindow Window(double middle, double cycles)
    {
        double cycle = Phases.Select(phase => phase.Cycle).Order().ElementAt(Phases.Count / 2);
        return Around(middle, NiceNumbers.AtLeast(cycles * cycle));
    }

    /// <summary>A stretch of the run of <paramref name="seconds"/>, or all of it, centred on <paramref name="middle"/> where it can be.</summary>
    public TimeWindow Around(double middle, double seconds)
    {
        double length = Math.Min(seconds, End - Start), grain = length / 20;
        double from = Math.Clamp(Math.Round((middle - length / 2) / grain) * grain, Start, End - length);
        return new TimeWindow(from, from + length);
    }

    /// <summary>All of it.</summary>
    public TimeWindow Whole => new(Start, End);

    /// <summary>Number of the sample at <paramref name="time"/>, if it were one.</summary>
    private double Place(double time) =>
        (time - Trajectory.Time(0)) / (End - Trajectory.Time(0)) * (Trajectory.Count - 1);

    private IEnumerable<PhaseSpan> Spans()
    {
        int from = 0;
        for (int k = 1; k <= Trajectory.Count; k++)
        {
            if (k < Trajectory.Count && Trajectory.Phase(k) == Trajectory.Phase(from)) continue;
            ScenarioPhase phase = Scenario.Timeline[Trajectory.Phase(from)];
            double end = k < Trajectory.Count ? Trajectory.Time(k) : End;
            yield return new PhaseSpan(phase.Name, phase.Kind(), from == 0 ? Start : Trajectory.Time(from), end, Cycle((from + k) / 2, k));
            from = k;
        }
    }

    /// <summary>Mean cycle over samples, s; a second where nothing moves.</summary>
    private double Cycle(int from, int to)
    {
        if (to - from < 2) return 1;
        int folded = 0;
        for (int i = 0; i < Trajectory.Segments; i++)
            folded += Trajectory.Of((from + to) / 2, i, SegmentSignal.Fold) > 0.5 ? 1 : 0;
        double frequency = GaitMeter.Frequency(Trajectory, Trajectory.AllSegments, from, to, trunk: 2 * folded > Trajectory.Segments);
        return frequency > 0.05 ? 1 / frequency : 1;
    }
}

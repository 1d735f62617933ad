using Locomotion.Controller;
using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Tuning;

/// <summary>Works out changes in full before the loop hears of them.</summary>
internal sealed class ChangePlanner(CentipedeController controller, TuningLoopSide loop)
{
    private const double LongestRamp = 1000, LongestConfirm = 86400;
    private const double SlowestLegs = 0.05;        // Hz; slower legs give no measure for a ramp
    private const int MostSteps = 250, FewestSteps = 10, StepsTimesSegments = 10_000;

    private readonly int segments = controller.Segments.Length;
    private readonly double period = controller.Timing.Period;

    /// <summary>Why a commit cannot be; null if it can.</summary>
    public (TuningCode Code, string Message)? Refusal(CommitRequest request)
    {
        if (request.When.Tick is { } tick && tick <= loop.Tick) return (TuningCode.RefusedExpired, $"Tick {tick} is over; the last one was {loop.Tick}.");
        if (request.When.Phase is { } phase && !double.IsFinite(phase)) return (TuningCode.RefusedMalformed, "A phase is a number, in rad.");
        if (!(request.RampCycles is >= 0 and <= LongestRamp)) return (TuningCode.RefusedMalformed, $"A ramp takes 0 to {LongestRamp} leg cycles.");
        if (request.ConfirmSeconds is { } seconds && !(seconds is > 0 and <= LongestConfirm))
            return (TuningCode.RefusedMalformed, $"A change waits to be confirmed more than 0 and at most {LongestConfirm} s.");
        bool needsLegs = request.RampCycles > 0 || request.When.Phase is not null;
        return needsLegs && loop.LegFrequency < SlowestLegs ? (TuningCode.RefusedPhase, "The legs do not step: there is no cycle to count by. Commit now, or at a tick.") : null;
    }

    /// <summary>The change that a commit asks for.</summary>
    /// <exception cref="InvalidInputException">A set on the way of its ramp cannot be.</exception>
    public TuningChange Commit(CommitRequest request, ControllerParameters target, VersionHistory history)
    {
        TuningVersion active = history.Active;
        PreparedParameters? undo = request.ConfirmSeconds is null ? null : controller.Prepare(active.Set);
        long ticks = request.RampCycles > 0 ? Math.Max(1, (long)Math.Round(request.RampCycles / loop.LegFrequency / period)) : 0;
        int steps = (int)Math.Min(ticks + 1, Math.Clamp(StepsTimesSegments / segments, FewestSteps, MostSteps));
        PreparedParameters[] sets = [.. (steps > 1 ? ParameterRamp.Between(active.Set, target, steps) : [target]).Select(controller.Prepare)];
        return new TuningChange
        {
            Version = history.NextNumber(),
            Parent = active.Number,
            UndoneParent = active.Parent,
            Author = request.Client,
            Kind = TuningEventKind.Committed,
            When = request.When,
            Base = active.Set,
            Steps = sets,
            Offsets = [.. Enumerable.Range(0, steps).Select(k => steps > 1 ? k * ticks / (steps - 1) : 0)],
            Undo = undo,
            ConfirmTicks = Math.Max(1, controller.Timing.Ticks(request.ConfirmSeconds ?? 0)),
        };
    }

    /// <summary>The change to an earlier set, at once and for good.</summary>
    public TuningChange Back(TuningVersion earlier, VersionHistory history, long parent, string author, TuningEventKind kind) => new()
    {
        Version = history.NextNumber(),
        Parent = parent,
        Author = author,
        Kind = kind,
        Steps = [controller.Prepare(earlier.Set)],
        Offsets = [0],
    };
}

using System.Globalization;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Sim.Trials;

/// <summary>Whether an animal does with a candidate about as well as with the present set; what it did badly before it may go on to do.</summary>
internal static class TrialJudge
{
    private const double Slow = 0.1, Crawling = 0.2;                    // of what the present set does
    private const double Stepping = 0.05, Moving = 0.02, Swinging = 0.02;    // Hz, body lengths/s, rad: below it rests
    private const double Clear = 0.8;                                   // coherence from which a wave has a direction
    private const double WorseCoherence = 0.05, LagTolerance = 0.03, AntiphaseTolerance = 0.05;

    /// <summary>The verdict.</summary>
    public static TrialVerdict Of(TrialRun present, TrialRun tried, int cycles, bool swims)
    {
        string joints = swims ? "trunk joints" : "legs";
        if (tried.Fault is { } fault)
            return present.Fault is null ? Failed($"It diverges: {fault}") : new(true, "The present set diverges as well, so nothing can be said.");
        if (present.Frequency > Stepping && tried.Frequency < Slow * present.Frequency)
            return Failed($"It stalls: {(swims ? "the trunk makes" : "the legs make")} {N(Math.Max(0, tried.Frequency))} cycles a second, with the present set {N(present.Frequency)}");
        if (present.Swing > Swinging && tried.Swing < Slow * present.Swing)
            return Failed($"It stalls: {(swims ? "the trunk bends" : "the legs swing")} by {N(tried.Swing)} rad, with the present set by {N(present.Swing)}");
        if (Math.Abs(present.Wave.Lag) > 0.01 && present.Wave.Coherence > Clear && tried.Wave.Coherence > Clear && tried.Wave.Lag * present.Wave.Lag < 0)
            return Failed($"Wrong gait: the wave of the {joints} runs from {Way(tried.Wave.Lag)}, with the present set from {Way(present.Wave.Lag)}");
        if (present.Settled && !tried.Settled && !swims && tried.Wave.Coherence > Clear && LagIsOff(tried)) return Failed($"Wrong gait: {Unsettled(tried, swims, cycles)}");
        if (tried.Wave.Coherence < present.Wave.Coherence - WorseCoherence)
            return Failed($"It falls apart: the {joints} along the body keep time to {N(tried.Wave.Coherence)} (coherence, 1 is perfect), with the present set to {N(present.Wave.Coherence)}");
        if (Math.Abs(tried.Folded - present.Folded) > 0.5)
            return Failed($"Wrong gait: {N(100 * tried.Folded)} % of the legs are folded, with the present set {N(100 * present.Folded)} %");
        if (present.Settled && !tried.Settled) return Failed($"Wrong gait: {Unsettled(tried, swims, cycles)}");
        if (present.Speed > Moving && tried.Speed < Crawling * present.Speed)
            return Failed($"It stalls: the body moves {N(tried.Speed)} body lengths a second, with the present set {N(present.Speed)}");
        return new TrialVerdict(true, $"Moves {N(tried.Speed)} body lengths a second at {N(tried.Frequency)} Hz; with the present set {N(present.Speed)} at {N(present.Frequency)} Hz.");
    }

    private static string Unsettled(TrialRun tried, bool swims, int cycles)
    {
        if (!swims && LagIsOff(tried))
            return $"each leg is {N(tried.Wave.Lag)} cycles behind the one ahead, not {N(tried.SetLag)} as set";
        if (!swims && Math.Abs(tried.LeftRight - 0.5) > AntiphaseTolerance)
            return $"left and right legs are {N(tried.LeftRight)} cycles apart, not 0.5";
        return $"it has not settled within {cycles} cycles";
    }

    private static bool LagIsOff(TrialRun tried) => Math.Abs(tried.Wave.Lag - tried.SetLag) > LagTolerance;

    private static string Way(double lag) => lag > 0 ? "head to tail" : "tail to head";

    private static TrialVerdict Failed(string reason) => new(false, $"{reason}.");

    private static string N(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}

using System.Globalization;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Sim.Experiments;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Sim.Sweeps;

/// <summary>Runs one case after the other; whatever happens in one is its result, and never the end of the others.</summary>
/// <param name="timeout">After so much time on the wall a case has failed, s.</param>
/// <param name="keep">Of which cases a recording is kept.</param>
/// <param name="recordings">Where: a folder for each case.</param>
public sealed class CaseRunner(double timeout, Keep keep, string recordings)
{
    /// <summary>Runs a case; null if <paramref name="stop"/> came first.</summary>
    /// <param name="make">Makes its scenario.</param>
    /// <param name="name">The folder of its recording.</param>
    /// <param name="stop">Ends it.</param>
    public CaseResult? Run(Func<Scenario> make, string name, CancellationToken stop)
    {
        Scenario scenario;
        try
        {
            scenario = make();
        }
        catch (InvalidInputException refusal)
        {
            return CaseResult.Failed(Outcome.Refused, refusal.Message);
        }
        string folder = Path.Combine(recordings, name);
        CaseResult? result = Watched(scenario, keep == Keep.All ? folder : null, stop);
        // what failed is run once more to be recorded: the same scenario fails in the same tick
        if (keep == Keep.Failures && result is { Outcome: Outcome.Fault or Outcome.Exception or Outcome.Timeout }) Watched(scenario, folder, stop);
        return stop.IsCancellationRequested && result is not { Outcome: Outcome.Done } ? null : result;
    }

    private CaseResult? Watched(Scenario scenario, string? folder, CancellationToken stop)
    {
        using CancellationTokenSource limited = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limited.CancelAfter(TimeSpan.FromSeconds(timeout));
        try
        {
            ScenarioRun run = new(scenario);
            RunSummary summary = folder is null ? run.Run(limited.Token) : Recorded(run, folder, limited.Token);
            if (stop.IsCancellationRequested) return null;
            return limited.IsCancellationRequested
                ? CaseResult.Failed(Outcome.Timeout, $"after {Naming.Number(timeout)} s on the wall it had run {summary.Seconds:0.###} s")
                : Result(run, summary);
        }
        catch (InvalidInputException refusal)
        {
            return CaseResult.Failed(Outcome.Refused, refusal.Message);
        }
        catch (PlantFaultException fault)
        {
            return CaseResult.Failed(Outcome.Fault, fault.Message);
        }
        catch (Exception fault)     // whatever it is, it is this case's, and the sweep goes on
        {
            return CaseResult.Failed(Outcome.Exception, $"{fault.GetType().Name}: {fault.Message}");
        }
    }

    private static RunSummary Recorded(ScenarioRun run, string folder, CancellationToken stop)
    {
        Directory.CreateDirectory(folder);
        ScenarioWriter.Write(run.Scenario, Path.Combine(folder, RunRecord.ScenarioFile));
        using FileStream file = new(Path.Combine(folder, RunRecord.RecordingFile), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        run.Record(file, RecordingOptions.Patient);
        return run.Run(stop);
    }

    /// <summary>The figures of every phase, as in <c>run --json</c>, and what the animal does in the second half of it.</summary>
    private static CaseResult Result(ScenarioRun run, RunSummary summary)
    {
        double period = run.Scenario.Timing.Period;
        var phases = new PhaseFigures[summary.Phases.Count];
        for (int k = 0; k < phases.Length; k++)
        {
            PhaseSummary phase = summary.Phases[k];
            int first = (int)run.Frames.CountUntil((long)Math.Round(phase.StartS / period));
            int last = Math.Min((int)run.Frames.CountUntil((long)Math.Round(phase.EndS / period)), run.Frames.Log.Count);
            int middle = first + (last - first) / 2;
            phases[k] = new PhaseFigures(
                PhaseColumns.Of(phase.StartS, phase.EndS, summary.Transitions[k].SettledS, phase),
                phase.TrunkWaveDirection,
                BehaviourFigures.Of(phase) ?? (last - middle < 2 ? null : BehaviourFigures.Measure(run.Trajectory, middle, last).Behaviour));
        }
        return new CaseResult(Outcome.Done, "", ulong.Parse(summary.Digest, NumberStyles.HexNumber, CultureInfo.InvariantCulture), phases);
    }
}

using Locomotion.Sim.Running;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Replaying;

namespace Locomotion.Benchmarks.Recordings;

/// <summary>What recording costs the loop, how large recordings are, and how fast they replay. 21 segments, 1 kHz.</summary>
public static class RecordingCost
{
    /// <summary>The pass marks: part of a step's time; MB an hour; times real time.</summary>
    public const double MostAdded = 0.05, MostMegabytes = 300, LeastReplay = 50;

    private static readonly string[] Gaits = ["slow-walk", "fast-walk", "swim"];

    /// <summary>Prints each figure beside its mark; false when one is missed.</summary>
    public static bool Run(TextWriter output, double seconds = 120)
    {
        string folder = Directory.CreateTempSubdirectory("locomotion-recording-").FullName;
        try
        {
            bool good = true;
            foreach (string gait in Gaits) good &= Cost(output, gait, Path.Combine(folder, "cost.mcap"));
            foreach (string gait in Gaits) good &= Size(output, gait, Path.Combine(folder, "size.mcap"), seconds);
            return good;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Cost(TextWriter output, string gait, string path)
    {
        using RecordedWalk recorded = new(gait, path), plain = new(gait, null);
        recorded.Run(1000);
        recorded.ForgetAllocations();
        PairedTimes times = PairedTiming.Run(recorded.Run, plain.Run, steps: 500, rounds: 601, rest: () => Thread.Sleep(15));
        RecordingResult result = recorded.Finish()!;
        output.WriteLine($"{gait}, whole step with its digest: recorded {times.NanosecondsA / 1e3:0.00} us, not {times.NanosecondsB / 1e3:0.00} us; "
            + $"ratio {times.Ratio:0.000} (quartiles {times.RatioLow:0.000} to {times.RatioHigh:0.000}), pass mark {1 + MostAdded}; "
            + $"{recorded.Allocated} bytes allocated on the loop's thread; lost {result.LostInputs} inputs, {result.LostFrames} frames");
        return times.Ratio <= 1 + MostAdded && recorded.Allocated == 0 && result.Whole;
    }

    private static bool Size(TextWriter output, string gait, string path, double seconds)
    {
        Scenario scenario = BuiltInScenarios.Named(gait).Ending(seconds);
        double inputs = Megabytes(scenario, path, viewRate: 0), all = Megabytes(scenario, path, new RecordingOptions().ViewRate);
        using FileStream file = File.OpenRead(path);
        ReplayResult replay = Replay.Run(new RecordedRun(file, path), progress: null, CancellationToken.None);
        double factor = replay.Seconds / replay.WallSeconds;
        output.WriteLine($"{gait}: {inputs:0} MB an hour of inputs and digests (pass mark {MostMegabytes}), {all:0} with viewing frames; "
            + $"replay {factor:0} times real time (pass mark {LeastReplay}), {(replay.Agrees ? "agrees" : "DIFFERS")} over {replay.Ticks} ticks");
        return inputs <= MostMegabytes && factor >= LeastReplay && replay.Agrees;
    }

    private static double Megabytes(Scenario scenario, string path, double viewRate)
    {
        ScenarioRun run = new(scenario);
        using FileStream file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        run.Record(file, RecordingOptions.Patient with { ViewRate = viewRate });
        run.Run(CancellationToken.None);
        return file.Length / 1e6 * 3600 / scenario.Seconds;
    }
}

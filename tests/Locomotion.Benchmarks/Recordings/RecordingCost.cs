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
    public static bool Run(TextWriter output, double seconds = 60)
    {
        string folder = Directory.CreateTempSubdirectory("locomotion-recording-").FullName;
        try
        {
            bool good = true;
            double added = 0;
            foreach (string gait in Gaits) added += Added(output, gait, Path.Combine(folder, "cost.mcap"), ref good) / Gaits.Length;
            output.WriteLine($"recording adds {100 * added:0.0} % to a step, mean of the gaits (pass mark {100 * MostAdded} %)");
            good &= added <= MostAdded;
            foreach (string gait in Gaits) good &= Size(output, gait, Path.Combine(folder, "size.mcap"), seconds);
            return good;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static double Added(TextWriter output, string gait, string path, ref bool good)
    {
        using RecordedWalk recorded = new(gait, path), plain = new(gait, null);
        recorded.Run(1000);
        recorded.ForgetAllocations();
        // short blocks in turn: what the recorder's own thread does meanwhile, on another core, slows both alike
        PairedTimes times = PairedTiming.Run(recorded.Run, plain.Run, steps: 40, rounds: 6001, warmUpRounds: 500, rest: Drain);
        RecordingResult result = recorded.Finish()!;
        output.WriteLine($"{gait}, whole step with its digest: recorded {times.NanosecondsA / 1e3:0.00} us, not {times.NanosecondsB / 1e3:0.00} us; "
            + $"ratio {times.Ratio:0.000} (quartiles {times.RatioLow:0.000} to {times.RatioHigh:0.000}); "
            + $"{recorded.Allocated} bytes allocated on the loop's thread; lost {result.LostInputs} inputs, {result.LostFrames} frames");
        good &= recorded.Allocated == 0 && result.Whole;
        return times.Ratio - 1;
    }

    /// <summary>Now and then lets the recorder's thread catch up: the loop runs three hundred times faster than a robot's.</summary>
    private static void Drain(int round)
    {
        if (round % 20 == 0) Thread.Sleep(40);
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

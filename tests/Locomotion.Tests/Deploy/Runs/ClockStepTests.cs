using System.Diagnostics;
using Locomotion.Telemetry.Recording;
using Locomotion.Tests.Deploy;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Deploy.Runs;

/// <summary>The wall clock is set by a day while the native program walks in real time: the loop keeps its own.</summary>
[Collection(Alone.Name)]
public class ClockStepTests
{
    [Fact]
    public async Task A_step_of_the_wall_clock_neither_stops_nor_hurries_the_robot()
    {
        DirectoryInfo folder = Scratch.Folder();
        string robot = Path.Combine(folder.FullName, "bench.json"), clock = Path.Combine(folder.FullName, "clock"), record = Path.Combine(folder.FullName, "run.mcap");
        await File.WriteAllTextAsync(robot, RobotBench.File(3), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(clock, "+1d", TestContext.Current.CancellationToken);
        string library = Directory.EnumerateFiles("/usr/lib", "libfaketime.so.1", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).First();
        ProcessStartInfo start = new(RobotProgram.NativeFile, ["run", robot, "--bus", "simulated", "--speed", "1", "--arm", "--play", "fast-walk:6", "--record", record, "--json"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };
        foreach ((string name, string value) in new[] { ("LD_PRELOAD", library), ("FAKETIME_TIMESTAMP_FILE", clock), ("FAKETIME_NO_CACHE", "1"), ("FAKETIME_DONT_FAKE_MONOTONIC", "1") })
            start.Environment[name] = value;
        long begun = Stopwatch.GetTimestamp();
        using Process process = Process.Start(start)!;
        Task<string> output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        foreach (string step in new[] { "-2d", "+3d", "+0" })
        {
            await Task.Delay(2000, TestContext.Current.CancellationToken);
            await File.WriteAllTextAsync(clock, step, TestContext.Current.CancellationToken);
        }
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        double seconds = Stopwatch.GetElapsedTime(begun).TotalSeconds;
        Outcome outcome = new(process.ExitCode, await output, await error, folder);
        Assert.True(outcome.Code == 0, outcome.Error);
        using (FileStream file = File.OpenRead(record))
            Assert.True(new RecordedRun(file, record).StartNanoseconds / 1e9 > DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 80_000);     // its wall clock really was another
        Outcome without = RobotProgram.Native.Run("run", robot, "--bus", "simulated", "--arm", "--play", "fast-walk:6", "--json");
        Assert.Equal(without.Json.GetProperty("digest").GetString(), outcome.Json.GetProperty("digest").GetString());
        Assert.Equal("released", outcome.Json.GetProperty("state").GetString());
        Assert.InRange(seconds, outcome.Json.GetProperty("seconds").GetDouble() - 0.5, outcome.Json.GetProperty("seconds").GetDouble() + 5);
    }
}

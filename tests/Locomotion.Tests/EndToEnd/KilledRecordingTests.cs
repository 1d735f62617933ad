using System.Diagnostics;
using Locomotion.Telemetry.Mcap;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Replaying;

namespace Locomotion.Tests.EndToEnd;

/// <summary>Recordings whose program was killed while it wrote.</summary>
[Collection(Alone.Name)]
public class KilledRecordingTests(ITestOutputHelper output)
{
    private const int Runs = 25;
    private static readonly string Recorder = Repository.Path("tests", "Locomotion.Benchmarks", "bin", "Release", "net10.0", "Locomotion.Benchmarks.dll");

    [Theory]
    [InlineData("patient")]     // as fast as it goes, the loop waiting for the disk
    [InlineData("real-time")]   // 1000 ticks a second, the loop waiting for nobody
    public void A_killed_run_loses_at_most_100_ms_and_what_is_left_replays_to_the_bit(string pace)
    {
        Random random = new(5);
        double worst = 0;
        long ticks = 0;
        for (int run = 0; run < Runs; run++)
        {
            DirectoryInfo folder = Scratch.Folder();
            (string file, string recovered) = (Path.Combine(folder.FullName, "run.mcap"), Path.Combine(folder.FullName, "recovered.mcap"));
            long done = RecordAndKill(folder.FullName, pace, TimeSpan.FromSeconds(0.05 + 0.9 * random.NextDouble()));
            using (FileStream cut = File.OpenRead(file))
            using (FileStream whole = File.Create(recovered)) McapRecovery.Recover(cut, whole);

            using FileStream stream = File.OpenRead(recovered);
            McapReader reader = new(stream, recovered);
            reader.Verify();
            RecordedRun recording = new(stream, recovered);
            ReplayResult replay = Replay.Run(recording, progress: null, TestContext.Current.CancellationToken);
            Assert.Null(replay.Divergence);
            Assert.False(replay.Gap);
            Assert.False(replay.Ended);
            Assert.True(replay.Ticks > 0);
            double lost = (done - replay.Ticks) * recording.Setup.Timing.Period;
            Assert.InRange(lost, -recording.Setup.Timing.Period, RecordingOptions.MostLost);    // the last tick may be written before it is counted
            worst = Math.Max(worst, lost);
            ticks += replay.Ticks;
            folder.Delete(recursive: true);
        }
        output.WriteLine($"{pace}: {Runs} killed, all recovered; at most {worst * 1e3:0} ms lost; {ticks} ticks replay to the bit");
    }

    /// <summary>Ticks that the run had done when it was killed, some time after its first.</summary>
    private static long RecordAndKill(string folder, string pace, TimeSpan after)
    {
        string counter = Path.Combine(folder, "ticks");
        using Process process = Process.Start("dotnet", [Recorder, "record-until-killed", folder, pace]);
        while (!process.HasExited && (!File.Exists(counter) || Ticks(counter) == 0)) Thread.Sleep(5);
        Assert.False(process.HasExited, "the recorder ended by itself");
        Thread.Sleep(after);
        process.Kill();
        process.WaitForExit();
        return Ticks(counter);
    }

    private static long Ticks(string counter)
    {
        using FileStream file = new(counter, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        return file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length ? BitConverter.ToInt64(bytes) : 0;
    }
}

using System.IO.Hashing;
using System.Runtime.InteropServices;
using Locomotion.Sim.Running;
using Locomotion.Sim.Snapshots;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Replaying;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Telemetry.Recording;

/// <summary>Files of every format that was released still open, with the numbers they had. What to do when one no longer replays: tests/Goldens/README.md.</summary>
public class GoldenRecordingTests
{
    [Fact]
    public void A_recording_of_format_1_opens_with_its_inputs_and_replays()
    {
        using FileStream file = File.OpenRead(Repository.Path("tests", "Goldens", "recordings", "format-1.mcap"));
        RecordedRun run = new(file, "format-1.mcap");
        run.File.Verify();
        Assert.Equal((21, 7UL, 0.001), (run.Setup.Segments, run.Setup.Seed, run.Setup.Timing.Period));
        Assert.Equal(["amputate=4-left@0.2"], run.Setup.Lesions.Select(lesion => lesion.ToString()));
        XxHash3 inputs = new();
        int ticks = 0;
        foreach (RecordedTick tick in run.Ticks())
        {
            Assert.Equal(ticks++, tick.Tick);
            inputs.Append(MemoryMarshal.AsBytes(tick.FeltBefore.AsSpan()));
            inputs.Append(MemoryMarshal.AsBytes<double>([tick.Command.Drive, tick.Command.Release, tick.Command.Swim, tick.Command.Turn]));
            Assert.Equal(tick.Tick == 100 ? 0.3 : null, tick.Tuned?.Excitation.LoadGain);
        }
        Assert.Equal(300, ticks);
        Assert.Equal("645ada868f496024", $"{inputs.GetCurrentHashAsUInt64():x16}");
        ReplayResult replay = Replay.Run(run, progress: null, TestContext.Current.CancellationToken);
        Assert.True(replay.Agrees, $"{replay.Divergence}");
        Assert.Equal("fca2db1c58dde6ee", $"{replay.Digest:x16}");
    }

    [Fact]
    public void A_snapshot_of_format_1_goes_on_to_the_digest_it_had()
    {
        Simulation simulation = SnapshotFile.Read(Repository.Path("tests", "Goldens", "recordings", "format-1.snapshot")).Restore("format-1.snapshot", seconds: 0.3);
        Assert.Equal(150, simulation.Ticks);
        Assert.Equal("560d1377875c32f9", new ScenarioRun(simulation).Run(CancellationToken.None).Digest);
    }
}

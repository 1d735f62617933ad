using System.Diagnostics;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Telemetry.Mcap;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Replaying;

namespace Locomotion.Tests.EndToEnd;

/// <summary>A disk that fills up under a recording: a tmpfs of 2 MB, mounted in a namespace of its own.</summary>
public class FullDiskTests(ITestOutputHelper output)
{
    private const string Program = "Sim/bin/Release/net10.0/locomotion.dll";

    [Fact]
    public void A_full_disk_stops_the_recording_with_an_alert_and_not_the_run()
    {
        string[] run = ["run", "slow-walk", "--seconds", "30", "--json"];
        string digest = DeskProgram.Release.Run(run).Digest;
        string script = "mkdir full && mount -t tmpfs -o size=2m tmpfs full && "
            + $"dotnet '{Repository.Path(Program)}' {string.Join(' ', run)} --record full; code=$?; cp full/run.mcap cut.mcap; exit $code";
        Outcome outcome = new DeskProgram("unshare", "--mount", "--map-root-user", "bash", "-c", script).Run();
        output.WriteLine(outcome.Error);
        Assert.Equal(1, outcome.Code);
        Assert.Contains("The recording has stopped, the run goes on", outcome.Error, StringComparison.Ordinal);
        Assert.Equal(digest, outcome.Digest);
        Assert.Equal(30, outcome.Json.GetProperty("seconds").GetDouble());
        Assert.Equal(0, outcome.Json.GetProperty("allocated_bytes_per_step").GetDouble());

        using FileStream cut = File.OpenRead(Path.Combine(outcome.Folder.FullName, "cut.mcap"));
        using MemoryStream whole = new();
        McapRecovery.Recover(cut, whole);
        ReplayResult replay = Replay.Run(new RecordedRun(whole, "recovered"), progress: null, TestContext.Current.CancellationToken);
        Assert.Null(replay.Divergence);
        Assert.True(replay.Ticks > 5000, $"{replay.Ticks} ticks");
    }
}

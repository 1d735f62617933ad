using Locomotion.Sim.Recording;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Sweeps;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Replaying;
using Locomotion.Tests.EndToEnd;
using Outcome = Locomotion.Sim.Sweeps.Outcome;

namespace Locomotion.Tests.Sim.Sweeps;

public class CaseRunnerTests
{
    private static readonly Scenario Diverging = ScenarioReader.Parse(Designs.Diverging, "diverging");
    private readonly string folder = Scratch.Folder().FullName;

    [Fact]
    public void A_body_that_diverges_is_a_fault_with_its_reason_and_a_recording_that_replays_it()
    {
        CaseResult result = new CaseRunner(600, Keep.Failures, folder).Run(() => Diverging, "a", CancellationToken.None)!;
        Assert.Equal(Outcome.Fault, result.Outcome);
        Assert.Contains("diverged", result.Reason, StringComparison.Ordinal);
        string file = Path.Combine(folder, "a", RunRecord.RecordingFile);
        using FileStream stream = File.OpenRead(file);
        RecordedRun recording = new(stream, file);
        ReplayResult replay = Replay.Run(recording, progress: null, TestContext.Current.CancellationToken);
        Assert.Null(replay.Divergence);
        Assert.True(replay.Ticks > 50);
        Assert.Equal(ScenarioWriter.Write(Diverging), File.ReadAllText(Path.Combine(folder, "a", RunRecord.ScenarioFile)));
    }

    [Theory, InlineData(Keep.Summary, false, false), InlineData(Keep.Failures, true, false), InlineData(Keep.All, true, true)]
    public void Recordings_are_kept_of_whom_the_design_says(Keep keep, bool ofFailures, bool ofAll)
    {
        CaseRunner runner = new(600, keep, folder);
        Scenario good = BuiltInScenarios.Named("slow-walk").Ending(0.5);
        runner.Run(() => Diverging, "bad", CancellationToken.None);
        Assert.Equal(Outcome.Done, runner.Run(() => good, "good", CancellationToken.None)!.Outcome);
        Assert.Equal((ofFailures, ofAll), (Directory.Exists(Path.Combine(folder, "bad")), Directory.Exists(Path.Combine(folder, "good"))));
    }

    [Fact]
    public void What_does_not_go_together_is_refused_and_what_throws_is_an_exception()
    {
        CaseRunner runner = new(600, Keep.Failures, folder);
        CaseResult refused = runner.Run(() => throw new Locomotion.Controller.Parameters.InvalidInputException("Thing", "value", "rule", "remedy"), "a", CancellationToken.None)!;
        Assert.Equal((Outcome.Refused, "Thing: value rule; remedy."), (refused.Outcome, refused.Reason));
        CaseResult thrown = runner.Run(() => BuiltInScenarios.Named("slow-walk") with { Timeline = [] }, "b", CancellationToken.None)!;
        Assert.Equal(Outcome.Exception, thrown.Outcome);
        Assert.NotEmpty(thrown.Reason);
    }

    [Fact]
    public void A_case_that_takes_too_long_on_the_wall_stops_there_and_its_recording_replays()
    {
        Scenario endless = BuiltInScenarios.Named("slow-walk").Ending(10_000);
        CaseResult result = new CaseRunner(0.4, Keep.Failures, folder).Run(() => endless, "a", CancellationToken.None)!;
        Assert.Equal(Outcome.Timeout, result.Outcome);
        Assert.StartsWith("after 0.4 s on the wall it had run", result.Reason, StringComparison.Ordinal);
        string file = Path.Combine(folder, "a", RunRecord.RecordingFile);
        using FileStream stream = File.OpenRead(file);
        Assert.Null(Replay.Run(new RecordedRun(stream, file), progress: null, TestContext.Current.CancellationToken).Divergence);
    }

    [Fact]
    public void A_stop_is_no_result()
    {
        using CancellationTokenSource stop = new(TimeSpan.FromMilliseconds(100));
        Assert.Null(new CaseRunner(600, Keep.Failures, folder).Run(() => BuiltInScenarios.Named("slow-walk").Ending(10_000), "a", stop.Token));
    }

    [Fact]
    public void Results_come_back_from_bytes_as_they_were()
    {
        CaseResult result = new CaseRunner(600, Keep.Summary, folder).Run(() => BuiltInScenarios.Named("amphibious").Ending(8), "a", CancellationToken.None)!;
        CaseResult read = CaseResult.FromBytes(result.ToBytes());
        Assert.Equal((result.Outcome, result.Reason, result.Digest), (read.Outcome, read.Reason, read.Digest));
        Assert.Equal(2, read.Phases.Count);
        for (int k = 0; k < read.Phases.Count; k++)
        {
            Assert.Equal(result.Phases[k].Numbers, read.Phases[k].Numbers);
            Assert.Equal((result.Phases[k].TrunkWaveDirection, result.Phases[k].Behaviour), (read.Phases[k].TrunkWaveDirection, read.Phases[k].Behaviour));
        }
    }
}

namespace Locomotion.Tests.EndToEnd;

/// <summary>Jobs that somebody cancels by hand.</summary>
public class SlurmCancelTests
{
    [Fact]
    public void A_cancelled_job_ends_an_optimisation_which_the_same_command_goes_on_with()
    {
        FakeSlurm slurm = new("echo '7_[0-1000]|CANCELLED'");
        DeskProgram program = new("env", $"{slurm.Environs.Key}={slurm.Environs.Value}", "dotnet", Repository.Path("Sim", "bin", "Release", "net10.0", "locomotion.dll"));
        Outcome outcome = program.Run("optimise", "--generations", "1", "--population", "300", "--out", "cord.json", "--on", "slurm");
        Assert.True(outcome.Code == 1, outcome.Error);
        Assert.True(slurm.Submitted, outcome.Error);
        Assert.Contains("Stopped: jobs were cancelled. The same command goes on from", outcome.Error.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(outcome.Folder.FullName, "cord.json.checkpoint")));
    }

    [Fact]
    public void A_cancelled_job_ends_a_sweep_even_if_slurm_says_nothing_of_another_at_that_moment()
    {
        // two jobs of an earlier run: 7 is cancelled, then 8 fails and leaves its work
        FakeSlurm slurm = new("""
            case "$*" in *--jobs=7*) job=7;; *) job=8;; esac
            echo >> $here/asked-$job
            case $job-$(wc -l < $here/asked-$job) in
              *-1) echo "${job}_0|RUNNING";;
              8-2) echo "slurm_load_jobs error: Unable to contact slurm controller" >&2; exit 1;;
              7-*) echo "7_0|CANCELLED";;
              8-*) echo "8_0|FAILED";;
            esac
            """);
        SweepProgram sweep = new("""{ "name": "t", "scenario": "slow-walk", "seconds": 0.6, "seeds": 40 }""", slurm.Environs);
        DirectoryInfo jobs = Directory.CreateDirectory(Path.Combine(sweep.Folder, "out", "t", "slurm"));
        foreach ((string name, string number, string pieces) in new[] { ("a", "7", "0-19"), ("b", "8", "20-39") })
        {
            File.WriteAllText(Path.Combine(jobs.FullName, $"{name}.tasks"), pieces + "\n");
            File.WriteAllText(Path.Combine(jobs.FullName, $"{name}.job"), number + "\n");
        }
        Assert.True(sweep.Run("--on=slurm") == 1, sweep.Said);
        Assert.Contains("jobs were cancelled", sweep.Said, StringComparison.Ordinal);
        Assert.Contains("\n0 of 40 cases have a result", "\n" + sweep.Said, StringComparison.Ordinal);
    }
}

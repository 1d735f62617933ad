namespace Locomotion.Tests.EndToEnd;

/// <summary>--snapshot, --snapshot-at and --from on the command line.</summary>
public class SnapshotContractTests
{
    private static readonly string[] Robot = ["run", "fast-walk", "--preset", "robot", "--seconds", "3", "--json"];
    private static readonly string[] Bursting = ["run", "auto", "--oscillator", "bursting", "--lesion", "cut-behind=9@1.5", "--seconds", "3", "--json"];
    private static readonly string[] Shore = ["run", "amphibious", "--seconds", "12", "--json"];

    [Fact]
    public void Debug_and_release_continue_each_others_runs()
    {
        foreach (string[] run in new[] { Robot, Bursting })
        {
            AssertContinues(DeskProgram.Release, DeskProgram.Debug, run, "1.2");
            AssertContinues(DeskProgram.Debug, DeskProgram.Release, run, "2");
        }
    }

    [Fact]
    public void X64_and_arm64_continue_each_others_runs()
    {
        foreach (string[] run in new[] { Robot, Bursting, Shore })
        {
            AssertContinues(DeskProgram.Release, DeskProgram.Other, run, "1.2");
            AssertContinues(DeskProgram.Other, DeskProgram.Release, run, "2");
        }
    }

    [Fact]
    public void A_continued_run_is_drawn_recorded_and_saved_again()
    {
        Outcome first = DeskProgram.Release.Run("run", "amphibious", "--seconds", "3", "--snapshot", "deep/in/first", "--json");
        Assert.True(first.Code == 0, first.Error);
        string saved = Path.Combine(first.Folder.FullName, "deep", "in", "first");
        Outcome second = DeskProgram.Release.Run("run", "--from", saved, "--seconds", "8", "--snapshot", "second", "--snapshot-at", "7", "--plots", "pictures", "--record", "rec");
        Assert.True(second.Code == 0, second.Error);
        Assert.Contains("slow-walk", second.Output, StringComparison.Ordinal);
        Outcome plot = DeskProgram.Release.Run("plot", Path.Combine(second.Folder.FullName, "rec"), "--out", "pictures");
        Assert.True(plot.Code == 0, plot.Error);
        Outcome third = DeskProgram.Release.Run("run", "--from", Path.Combine(second.Folder.FullName, "second"), "--json");
        Assert.Equal(DeskProgram.Release.Run("run", "amphibious", "--json").Digest, third.Digest);
    }

    [Theory]
    [InlineData("cannot go with a scenario", "swim")]
    [InlineData("cannot go with --gait", "--gait", "swim")]
    [InlineData("cannot go with --preset", "--preset", "animal")]
    [InlineData("cannot go with --seed", "--seed", "1")]
    [InlineData("cannot go with --oscillator", "--oscillator", "phase")]
    [InlineData("cannot go with --set", "--set", "feet.friction=0.4")]
    [InlineData("cannot go with --lesion", "--lesion", "brain")]
    [InlineData("choose a later end", "--seconds", "0.5")]
    [InlineData("lies outside", "--seconds", "-1")]
    [InlineData("lies outside [1.001, ", "--snapshot", "again", "--snapshot-at", "1")]
    public void A_snapshot_goes_on_as_it_was_begun(string says, params string[] more) =>
        DeskProgram.Release.Run(["run", "--from", Saved(), "--plots", "pictures", "--record", "rec", .. more]).AssertRefused(says);

    [Theory]
    [InlineData("has no --snapshot", "--snapshot-at", "3")]
    [InlineData("lies outside [0.001, 10] s", "--snapshot", "file", "--snapshot-at", "11")]
    [InlineData("lies outside [0.001, 10] s", "--snapshot", "file", "--snapshot-at", "NaN")]
    [InlineData("is a folder", "--snapshot", "/")]
    [InlineData("is a folder", "--snapshot", "")]
    [InlineData("is a file", "--snapshot", "/etc/hostname/file")]
    public void A_snapshot_that_cannot_be_taken_is_refused_at_the_start(string says, params string[] more) =>
        DeskProgram.Release.Run(["run", "swim", "--plots", "pictures", .. more]).AssertRefused(says);

    [Fact]
    public void A_file_that_is_no_sound_snapshot_is_refused_with_exit_code_2_and_nothing_written()
    {
        byte[] saved = File.ReadAllBytes(Saved());
        byte[] damaged = [.. saved], newer = [.. saved];
        damaged[saved.Length / 2] ^= 4;
        newer[8] = 2;
        AssertRefused("is damaged", damaged);
        AssertRefused("use the newer program that wrote it", newer);
        AssertRefused("are not the", saved[..^10]);
        AssertRefused("too few", saved[..20]);
        AssertRefused("is not that of a snapshot", []);
        AssertRefused("is not that of a snapshot", File.ReadAllBytes(Repository.Path("README.md")));
        DeskProgram.Release.Run("run", "--from", "no-such-file").AssertRefused("does not exist");
        DeskProgram.Release.Run("run", "--from", "/").AssertRefused("is a folder");

        static void AssertRefused(string says, byte[] bytes)
        {
            string file = Path.Combine(Scratch.Folder().FullName, "file");
            File.WriteAllBytes(file, bytes);
            DeskProgram.Release.Run("run", "--from", file, "--plots", "pictures", "--snapshot", "again").AssertRefused(says);
        }
    }

    private static string Saved()
    {
        Outcome outcome = DeskProgram.Release.Run("run", "swim", "--snapshot", "saved", "--seconds", "1", "--json");
        Assert.True(outcome.Code == 0, outcome.Error);
        return Path.Combine(outcome.Folder.FullName, "saved");
    }

    private static void AssertContinues(DeskProgram first, DeskProgram second, string[] run, string at)
    {
        Outcome unbroken = first.Run([.. run, "--snapshot", "saved", "--snapshot-at", at]);
        Assert.True(unbroken.Code == 0, unbroken.Error);
        Outcome continued = second.Run("run", "--from", Path.Combine(unbroken.Folder.FullName, "saved"), "--json", "--seconds", run[Array.IndexOf(run, "--seconds") + 1]);
        Assert.True(continued.Code == 0, continued.Error);
        foreach (string key in new[] { "digest", "seconds", "steps", "seed", "oscillator", "scenario", "lesions" })
            Assert.Equal(unbroken.Json.GetProperty(key).ToString(), continued.Json.GetProperty(key).ToString());
    }
}

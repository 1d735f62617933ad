using System.Text.Json;

namespace Locomotion.Tests.EndToEnd;

/// <summary>The commands about recordings as documented: JSON keys, exit codes, what is written where.</summary>
public class RecordingContractTests
{
    private static readonly Lazy<string> First = new(() => Recorded()), Second = new(() => Recorded("--set", "legs.load-feedback=0@0.6", "--seed", "1")),
        Other = new(() => Recorded("--seed", "2", "--lesion", "silence=4"));

    private static readonly string[] FileKeys = ["file", "size_bytes", "cut", "damage", "library", "chunks", "channels", "attachments", "run"];

    private static readonly string[] RunKeys =
    [
        "scenario", "start", "seconds", "first_tick", "ticks", "step_s", "period_s", "segments", "oscillator", "seed", "lesions", "tuning_count", "tuning", "command_count",
        "commands", "ended", "fault", "lost_inputs", "lost_frames", "missed_deadlines", "digest", "gait", "provenance",
    ];

    private static readonly string[] GaitKeys =
    [
        "leg_frequency_hz", "trunk_frequency_hz", "leg_wave_lag_cycles", "leg_wave_coherence", "left_right_phase", "trunk_wave_lag_cycles", "trunk_wave_coherence", "folded_fraction",
    ];

    private static readonly string[] DiffKeys =
        ["same", "from_tick", "compared_ticks", "a", "b", "setup", "parameters", "tuning", "commands", "senses", "digest", "gait_difference"];

    [Fact]
    public void Info_json_has_the_documented_keys_and_writes_nothing()
    {
        Outcome outcome = DeskProgram.Release.Run("info", Second.Value, "--json");
        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Equal(FileKeys, Keys(outcome.Json));
        JsonElement run = outcome.Json.GetProperty("run");
        Assert.Equal(RunKeys, Keys(run));
        Assert.Equal(GaitKeys, Keys(run.GetProperty("gait")));
        Assert.Equal(["tick", "seconds", "values"], Keys(run.GetProperty("tuning")[0]));
        Assert.Equal(["tick", "seconds", "drive", "release", "swim", "turn", "halt"], Keys(run.GetProperty("commands")[0]));
        Assert.Equal(["topic", "messages", "schema", "encoding"], Keys(outcome.Json.GetProperty("channels")[0]));
        Assert.Equal(["name", "media_type", "size_bytes", "digest", "agrees"], Keys(outcome.Json.GetProperty("attachments")[0]));
        Assert.Equal(1200, run.GetProperty("ticks").GetInt64());
        Assert.Empty(outcome.Folder.GetFileSystemInfos());
    }

    [Fact]
    public void Info_tells_people_the_same()
    {
        Outcome outcome = DeskProgram.Release.Run("info", Second.Value);
        Assert.Equal(0, outcome.Code);
        foreach (string part in new[] { "slow-walk", "1.2 s", "1200", "in order", "legs.load-feedback = 0", "/input/senses", "controller.json", "agrees" })
            Assert.Contains(part, outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("cut", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_was_cut_is_shown_as_such_and_can_be_recovered_and_replayed()
    {
        string cut = Damaged(bytes => bytes[..(bytes.Length / 2)]);
        string temporary = Scratch.Folder().FullName;
        Outcome info = new DeskProgram("env", $"TMPDIR={temporary}", "dotnet", Repository.Path("Sim", "bin", "Release", "net10.0", "locomotion.dll")).Run("info", cut);
        Assert.Equal(0, info.Code);
        Assert.Contains("The file was cut", info.Output, StringComparison.Ordinal);
        Assert.Contains("`locomotion recover` mends it", info.Output, StringComparison.Ordinal);
        Assert.Empty(info.Folder.GetFileSystemInfos());
        Assert.DoesNotContain(Directory.GetFiles(temporary), file => file.EndsWith(".mcap", StringComparison.Ordinal));
        Outcome replayed = DeskProgram.Release.Run("replay", cut);
        Assert.True(replayed.Code == 0, replayed.Error);
        Assert.Contains("was cut or is damaged", replayed.Error, StringComparison.Ordinal);
        Assert.Contains("has no end", replayed.Output, StringComparison.Ordinal);

        byte[] before = File.ReadAllBytes(cut);
        Outcome recover = DeskProgram.Release.Run("recover", cut);
        Assert.True(recover.Code == 0, recover.Error);
        Assert.Contains("Kept:", recover.Output, StringComparison.Ordinal);
        string whole = Path.Combine(Path.GetDirectoryName(cut)!, "run.recovered.mcap");
        Assert.Equal([cut, whole], Directory.GetFiles(Path.GetDirectoryName(cut)!).Order());
        Assert.Equal(before, File.ReadAllBytes(cut));
        Assert.Empty(recover.Folder.GetFileSystemInfos());
        Outcome replay = DeskProgram.Release.Run("replay", whole, "--json");
        Assert.Equal(0, replay.Code);
        Assert.InRange(replay.Json.GetProperty("ticks").GetInt64(), 300, 900);

        byte[] recovered = File.ReadAllBytes(whole);
        DeskProgram.Release.Run("recover", cut).AssertRefused("exists");
        Assert.Equal(recovered, File.ReadAllBytes(whole));
        Assert.Equal(0, DeskProgram.Release.Run("recover", cut, "--force").Code);
        DeskProgram.Release.Run("recover", cut, cut, "--force").AssertRefused("is the damaged one");
        Outcome elsewhere = DeskProgram.Release.Run("recover", cut, "there/whole.mcap");
        Assert.Equal(recovered, File.ReadAllBytes(Path.Combine(elsewhere.Folder.FullName, "there", "whole.mcap")));
    }

    [Fact]
    public void Export_writes_the_tables_and_nothing_else()
    {
        Outcome outcome = DeskProgram.Release.Run("export", First.Value, "--out", "a/tables");
        Assert.True(outcome.Code == 0, outcome.Error);
        Assert.Equal(["events.csv", "gait.csv", "inputs.csv", "loop.csv", "parameters.csv", "state.csv"],
            Directory.GetFiles(Path.Combine(outcome.Folder.FullName, "a", "tables")).Select(Path.GetFileName).Order());
        Assert.Equal(1201, File.ReadLines(Path.Combine(outcome.Folder.FullName, "a", "tables", "inputs.csv")).Count());

        Outcome chosen = DeskProgram.Release.Run("export", First.Value, "--out", "tables", "--format", "parquet", "--channel", "digest", "--channel", "gait");
        Assert.True(chosen.Code == 0, chosen.Error);
        Assert.Equal(["digest.parquet", "gait.parquet"], Directory.GetFiles(Path.Combine(chosen.Folder.FullName, "tables")).Select(Path.GetFileName).Order());
    }

    [Fact]
    public void Diff_says_from_when_on_two_runs_differ()
    {
        Outcome outcome = DeskProgram.Release.Run("diff", First.Value, Second.Value, "--json");
        Assert.Equal(1, outcome.Code);
        Assert.Equal(DiffKeys, Keys(outcome.Json));
        Assert.Equal(["file", "first_tick", "ticks", "seconds", "ended", "gait"], Keys(outcome.Json.GetProperty("a")));
        Assert.Equal(["tick", "seconds", "names"], Keys(outcome.Json.GetProperty("digest")));
        Assert.Equal(GaitKeys, Keys(outcome.Json.GetProperty("gait_difference")));
        Assert.InRange(outcome.Json.GetProperty("digest").GetProperty("tick").GetInt64(), 600, 700);
        Assert.Equal(["tick", "name", "a", "b"], Keys(outcome.Json.GetProperty("tuning")[0]));
        Assert.Empty(outcome.Folder.GetFileSystemInfos());

        Outcome told = DeskProgram.Release.Run("diff", First.Value, Second.Value);
        Assert.StartsWith("The runs are the same for 0.6", told.Output, StringComparison.Ordinal);
        Assert.Contains("legs.load-feedback", told.Output, StringComparison.Ordinal);
        Outcome seeds = DeskProgram.Release.Run("diff", First.Value, Other.Value);
        Assert.Equal(1, seeds.Code);
        Assert.StartsWith("The runs differ from the first tick", seeds.Output, StringComparison.Ordinal);
        Assert.Contains("silence=4", seeds.Output, StringComparison.Ordinal);
        Outcome same = DeskProgram.Release.Run("diff", First.Value, Path.Combine(First.Value, "run.mcap"));
        Assert.Equal(0, same.Code);
        Assert.StartsWith("The runs are the same to the bit: 1200 ticks (1.2 s).", same.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("info"), InlineData("recover"), InlineData("export", "--out", "tables"), InlineData("diff", "#first")]
    public void What_is_no_recording_is_refused_with_exit_code_2_and_nothing_written(string command, params string[] more)
    {
        more = [.. more.Select(word => word == "#first" ? First.Value : word)];
        DeskProgram.Release.Run([command, "missing.mcap", .. more]).AssertRefused("does not exist");
        foreach (string file in new[] { Damaged(_ => []), Damaged(_ => "just some text\n"u8.ToArray()), Damaged(bytes => bytes[..11]) })
        {
            DeskProgram.Release.Run([command, file, .. more]).AssertRefused("error: ");
            Assert.Single(Directory.GetFiles(Path.GetDirectoryName(file)!));
        }
    }

    [Fact]
    public void A_damaged_chunk_and_a_newer_format_are_refused()
    {
        string damaged = Damaged(bytes => [.. bytes.Select((one, k) => k == bytes.Length / 2 ? (byte)~one : one)]);
        DeskProgram.Release.Run("export", damaged, "--out", "a/b").AssertRefused("byte");
        DeskProgram.Release.Run("diff", First.Value, damaged).AssertRefused("byte");
        Assert.Equal(0, DeskProgram.Release.Run("recover", damaged).Code);

        string newer = Damaged(Newer);
        foreach (string[] command in new string[][] { ["info", newer], ["export", newer, "--out", "a"], ["diff", newer, First.Value] })
            DeskProgram.Release.Run(command).AssertRefused("is newer than 1");
    }

    [Fact]
    public void Nothing_is_said_of_what_lies_beyond_a_gap()
    {
        string damaged = Damaged(bytes => [.. bytes.Select((one, k) => k == bytes.Length / 2 ? (byte)~one : one)]);
        Outcome recover = DeskProgram.Release.Run("recover", damaged, "gap.mcap");
        string gap = Path.Combine(recover.Folder.FullName, "gap.mcap");
        Outcome diff = DeskProgram.Release.Run("diff", First.Value, gap);
        Assert.Equal(1, diff.Code);
        Assert.Contains("have a gap, and nothing beyond is compared", diff.Output.ReplaceLineEndings(" "), StringComparison.Ordinal);
        Outcome export = DeskProgram.Release.Run("export", gap, "--out", "tables");
        Assert.Equal(1, export.Code);
        Assert.Contains("end at the gap", export.Error, StringComparison.Ordinal);
        Assert.InRange(File.ReadLines(Path.Combine(export.Folder.FullName, "tables", "inputs.csv")).Count(), 300, 900);
        Assert.Equal(0, DeskProgram.Release.Run("export", gap, "--out", "tables", "--channel", "gait").Code);
    }

    [Fact]
    public void A_run_that_was_continued_is_compared_from_its_first_tick_on()
    {
        Outcome saved = DeskProgram.Release.Run("run", "slow-walk", "--seconds", "0.7", "--json", "--snapshot", "half.snapshot");
        Outcome continued = DeskProgram.Release.Run("run", "--from", Path.Combine(saved.Folder.FullName, "half.snapshot"), "--seconds", "1.2", "--json", "--record", "rec");
        Assert.True(continued.Code == 0, continued.Error);
        Outcome diff = DeskProgram.Release.Run("diff", First.Value, Path.Combine(continued.Folder.FullName, "rec"));
        Assert.Equal(1, diff.Code);
        Assert.StartsWith("The runs are the same from tick 700 on as far as both go, 500 ticks; but they are not equally long.", diff.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("is not one of csv, parquet", "--out", "tables", "--format", "xlsx")]
    [InlineData("did you mean 'inputs'", "--out", "tables", "--channel", "input")]
    [InlineData("--out")]
    public void Export_refuses_what_it_does_not_know(string says, params string[] options) =>
        DeskProgram.Release.Run(["export", First.Value, .. options]).AssertRefused(says);

    private static IEnumerable<string> Keys(JsonElement element) => element.EnumerateObject().Select(key => key.Name);

    private static string Recorded(params string[] options)
    {
        Outcome outcome = DeskProgram.Release.Run(["run", "slow-walk", "--seconds", "1.2", "--json", "--record", "rec", .. options]);
        Assert.True(outcome.Code == 0, outcome.Error);
        return Path.Combine(outcome.Folder.FullName, "rec");
    }

    private static string Damaged(Func<byte[], byte[]> change)
    {
        string file = Path.Combine(Scratch.Folder().FullName, "run.mcap");
        File.WriteAllBytes(file, change(File.ReadAllBytes(Path.Combine(First.Value, "run.mcap"))));
        return file;
    }

    /// <summary>The same recording by a program of the future.</summary>
    private static byte[] Newer(byte[] bytes)
    {
        int at = bytes.AsSpan().IndexOf("\u0006\0\0\0format\u0001\0\0\0"u8);
        bytes[at + 14] = (byte)'9';
        return bytes;
    }
}

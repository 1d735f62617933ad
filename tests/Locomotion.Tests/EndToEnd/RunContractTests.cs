using System.Text.Json;

namespace Locomotion.Tests.EndToEnd;

/// <summary>The command line as documented: JSON keys, exit codes, what is written where.</summary>
public class RunContractTests
{
    private static readonly string[] Keys =
        ["scenario", "seconds", "steps", "seed", "oscillator", "lesions", "tuning", "digest", "realtime_factor", "allocated_bytes_per_step", "step_us", "phases", "transitions"];

    private static readonly string[] PhaseKeys =
    [
        "name", "start_s", "end_s", "speed_bl_per_s", "speed_bl_per_cycle", "frequency_hz", "leg_wave_lag_cycles", "leg_wave_coherence", "left_right_phase",
        "duty_factor", "swing_s", "stance_s", "trunk_amplitude_rad", "trunk_wave_number", "trunk_wave_direction", "folded_fraction", "power_w", "cost_of_transport",
    ];

    [Theory, InlineData("slow-walk"), InlineData("fast-walk"), InlineData("swim")]
    public void Run_json_prints_one_object_with_the_documented_keys_and_writes_nothing(string gait)
    {
        Outcome outcome = DeskProgram.Release.Run("run", "--gait", gait, "--json", "--seconds", "5");
        Assert.Equal(0, outcome.Code);
        Assert.Equal(Keys, outcome.Json.EnumerateObject().Select(key => key.Name));
        JsonElement phase = outcome.Json.GetProperty("phases")[0];
        Assert.Equal(PhaseKeys, phase.EnumerateObject().Select(key => key.Name));
        Assert.Equal(gait, phase.GetProperty("name").GetString());
        Assert.Equal(["p50", "p99"], outcome.Json.GetProperty("step_us").EnumerateObject().Select(key => key.Name));
        Assert.Equal(["from", "to", "commanded_s", "settled_s"], outcome.Json.GetProperty("transitions")[0].EnumerateObject().Select(key => key.Name));
        Assert.Equal(0, outcome.Json.GetProperty("allocated_bytes_per_step").GetDouble());
        Assert.Empty(outcome.Folder.GetFileSystemInfos());
    }

    [Fact]
    public void A_phase_too_short_for_two_cycles_has_no_metrics()
    {
        JsonElement phase = DeskProgram.Release.Run("run", "swim", "--json", "--seconds", "0.3").Json.GetProperty("phases")[0];
        Assert.Equal(JsonValueKind.Null, phase.GetProperty("speed_bl_per_s").ValueKind);
        Assert.Equal(JsonValueKind.Null, phase.GetProperty("trunk_wave_direction").ValueKind);
    }

    [Fact]
    public void A_recorded_run_can_be_plotted_and_run_again()
    {
        Outcome first = DeskProgram.Release.Run("run", "swim", "--seconds", "2", "--set", "water.added-mass=0.5", "--seed", "9", "--json", "--record", "rec");
        Assert.Equal(0, first.Code);
        string record = Path.Combine(first.Folder.FullName, "rec");
        Assert.Equal(first.Output.Trim(), File.ReadAllText(Path.Combine(record, "summary.json")).Trim());

        Outcome again = DeskProgram.Release.Run("run", Path.Combine(record, "scenario.json"), "--json");
        Assert.Equal(first.Digest, again.Digest);

        Outcome plot = DeskProgram.Release.Run("plot", record, "--out", "pictures");
        Assert.True(plot.Code == 0, plot.Error);
        Assert.NotEmpty(Directory.GetFiles(Path.Combine(plot.Folder.FullName, "pictures"), "*.png"));
    }

    [Theory]
    [InlineData("'legs.frictoin' does not exist", "run", "swim", "--set", "legs.frictoin=1")]
    [InlineData("lies outside [0, 5] 1", "run", "swim", "--set", "feet.friction=9")]
    [InlineData("is not name=value", "run", "swim", "--set", "feet.friction")]
    [InlineData("is not a number", "run", "swim", "--set", "feet.friction=NaN")]
    [InlineData("lies outside [3, 1000]", "run", "swim", "--set", "shape.segments=2")]
    [InlineData("'no-such-scenario' is neither", "run", "no-such-scenario")]
    [InlineData("is not known", "run", "--gait", "gallop")]
    [InlineData("is not known", "run", "swim", "--preset", "dog")]
    [InlineData("is not one of phase, bursting", "run", "swim", "--oscillator", "steam")]
    [InlineData("write for example brain", "run", "swim", "--lesion", "tail")]
    [InlineData("the animal has 21, from 0", "run", "swim", "--lesion", "cut-behind=20")]
    [InlineData("lies outside [", "run", "swim", "--oscillator", "bursting", "--set", "bursting.extensor.active-time=900")]
    [InlineData("does not exist", "run", "--no-such-option")]
    [InlineData("cannot go with", "run", "swim", "--gait", "swim")]
    [InlineData("lies outside", "run", "swim", "--seconds", "-1")]
    [InlineData("lies outside", "run", "swim", "--seconds", "NaN")]
    [InlineData("seed", "run", "swim", "--seed", "minus-one")]
    [InlineData("missing", "plot", "no-such-folder")]
    [InlineData("no-such-command", "no-such-command")]
    public void Bad_input_is_refused_with_exit_code_2_and_nothing_written(string says, params string[] arguments)
    {
        string[] alsoAskedFor = arguments[0] == "run" ? ["--plots", "pictures", "--record", "rec"] : [];
        DeskProgram.Release.Run([.. arguments, .. alsoAskedFor]).AssertRefused(says);
    }

    [Fact]
    public void A_bad_scenario_file_is_refused_with_file_path_value_rule_and_remedy()
    {
        string file = Path.Combine(Scratch.Folder().FullName, "odd.jsonc");
        File.WriteAllText(file, """{ "name": "odd", "step": 0.003, "plant_period": 0.01, "timeline": [ { "gait": "swim", "seconds": 1 } ] }""");
        Outcome outcome = DeskProgram.Release.Run("run", file);
        Assert.Equal(2, outcome.Code);
        foreach (string part in new[] { "odd.jsonc", "0.01 s", "0.003 s", "whole number of steps", "use" })
            Assert.Contains(part, outcome.Error, StringComparison.Ordinal);
        Assert.Empty(outcome.Folder.GetFileSystemInfos());
    }

    [Fact]
    public void A_body_that_diverges_is_a_fault_and_no_crash()
    {
        Outcome outcome = DeskProgram.Release.Run("run", "swim", "--json", "--seconds", "5", "--set", "motor.swim-bend=60", "--set", "motor.largest-bend=1.5",
            "--set", "trunk.swim-frequency=50", "--set", "water.density=0", "--set", "joints.damping=0", "--set", "joints.stiffness=10");
        Assert.Equal(1, outcome.Code);
        Assert.StartsWith("fault: The simulated body's motion has diverged", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);   // no stack trace
    }
}

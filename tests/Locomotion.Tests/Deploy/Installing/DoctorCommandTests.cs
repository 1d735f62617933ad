using System.Text.Json;
using Locomotion.Tests.EndToEnd;
using Locomotion.Tests.Hardware.Doctor;

namespace Locomotion.Tests.Deploy.Installing;

/// <summary>The doctor as one calls it; what it looks at is tested with the checks themselves.</summary>
public sealed class DoctorCommandTests
{
    [Fact]
    public void A_machine_that_is_fit_gives_zero_and_tells_what_could_be_better()
    {
        Outcome outcome = Doctor(FakeMachine.PiFour);
        Assert.Equal(0, outcome.Code);
        Assert.Contains("Raspberry Pi 4 Model B", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("could be better  governor            ondemand", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("-> echo performance | sudo tee", outcome.Output, StringComparison.Ordinal);
        Assert.EndsWith("Fit. What could be better makes the loop steadier.\n", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_verdict_gives_one()
    {
        Outcome outcome = Doctor(FakeMachine.PiFour.With("/sys/class/hwmon/hwmon1/in0_lcrit_alarm", "1\n"));
        Assert.Equal(1, outcome.Code);
        Assert.Contains("bad              supply", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("Not fit", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Scripts_get_every_finding_as_json()
    {
        Outcome outcome = Doctor(FakeMachine.PiFour.With("/sys/class/hwmon/hwmon1/in0_lcrit_alarm", "1\n"), "--json");
        Assert.Equal(1, outcome.Code);
        Assert.Equal("bad", outcome.Json.GetProperty("verdict").GetString());
        JsonElement[] findings = [.. outcome.Json.GetProperty("findings").EnumerateArray()];
        Assert.Equal(13, findings.Length);
        JsonElement supply = findings.Single(finding => finding.GetProperty("name").GetString() == "supply");
        Assert.Equal("bad", supply.GetProperty("verdict").GetString());
        Assert.NotEmpty(supply.GetProperty("seen").GetString()!);
        Assert.NotEmpty(supply.GetProperty("fix").GetString()!);
    }

    [Fact]
    public void This_machine_is_examined_whatever_it_is()
    {
        Outcome outcome = RobotProgram.Release.Run("doctor", "--json");
        Assert.True(outcome.Code is 0 or 1, outcome.Error);
        Assert.NotEqual("", outcome.Json.GetProperty("findings")[0].GetProperty("seen").GetString());
    }

    private static Outcome Doctor(FakeMachine machine, params string[] more) => RobotProgram.Release.Run(["doctor", "--root", machine.Root, .. more]);
}

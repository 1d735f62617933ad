using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Deploy.Installing;

/// <summary>What the compiler to native code could have broken, it has not: every build says the same.</summary>
public sealed class NativeProgramTests
{
    [Fact]
    public void Native_programs_of_both_machines_do_what_the_compiled_one_does()
    {
        using OpenMosquitto broker = new();
        string[] arguments = ["self-test", "--broker", $"127.0.0.1:{broker.Address.Port}"];
        Outcome release = RobotProgram.Release.Run(arguments), native = RobotProgram.Native.Run(arguments), other = RobotProgram.Other.Run(arguments);
        Assert.True(release.Code == 0, release.Output + release.Error);
        Assert.Equal(7, release.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        Assert.Contains("said and heard hello", release.Output, StringComparison.Ordinal);
        Assert.Equal(release.Output, native.Output);
        Assert.Equal(release.Output, other.Output);
        Assert.Equal((0, 0), (native.Code, other.Code));
    }

    [Fact]
    public void A_part_that_fails_is_told_and_the_others_are_tried()
    {
        Outcome outcome = RobotProgram.Native.Run("self-test", "--broker", "127.0.0.1:1");
        Assert.Equal(1, outcome.Code);
        Assert.Contains("mqtt: FAILED", outcome.Output, StringComparison.Ordinal);
        Assert.Contains("replayed", outcome.Output, StringComparison.Ordinal);
    }

    [Theory, InlineData("dance"), InlineData("doctor --fast")]
    public void Bad_input_is_refused(string line)
    {
        foreach (DeskProgram program in (DeskProgram[])[RobotProgram.Release, RobotProgram.Native, RobotProgram.Other])
            program.Run(line.Split(' ')).AssertRefused("--help");
    }

    [Fact]
    public void All_say_the_same_version()
    {
        string version = RobotProgram.Release.Run("--version").Output;
        Assert.Matches("^[0-9]+\\.[0-9]+\\.[0-9]+", version);
        Assert.Equal(version.Split('+')[0].Trim(), RobotProgram.Native.Run("--version").Output.Split('+')[0].Trim());
        Assert.Equal(version.Split('+')[0].Trim(), RobotProgram.Other.Run("--version").Output.Split('+')[0].Trim());
    }
}

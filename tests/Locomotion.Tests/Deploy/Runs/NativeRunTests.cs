using System.IO.Compression;
using Locomotion.Tests.Deploy;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Deploy.Runs;

/// <summary>The whole program, as it is built for a desk, as one native file for x64, and for ARM64 under an emulator, on models of a robot's chips.</summary>
public class NativeRunTests
{
    private static readonly string Ten = Repository.Path("deploy-rpi", "robots", "ten-segments.jsonc"), Six = Repository.Path("deploy-rpi", "robots", "six-segments.jsonc");

    /// <summary>Slow walk, fast walk, hold, disarm, arm again; and a swim. Every build does the same, to the bit, and the desk replays what ARM64 recorded.</summary>
    [Theory]
    [InlineData("land", "slow-walk:3,fast-walk:3,hold:1,disarm:0.5,arm:13,run:0.2,slow-walk:1,stop:3", "released")]
    [InlineData("water", "swim:3", "released")]
    [InlineData("land", "fast-walk:2,emergency-stop:1,reset:1", "fault")]
    public void Every_build_walks_swims_and_stops_alike(string habitat, string play, string end)
    {
        string[] run = ["run", Ten, "--bus", "simulated", "--habitat", habitat, "--arm", "--play", play, "--record", "run.mcap", "--json"];
        Outcome release = RobotProgram.Release.Run(run), native = RobotProgram.Native.Run(run), other = RobotProgram.Other.Run(run);
        Assert.True(release.Code == 0, release.Error);
        string digest = Digest(release);
        Assert.Equal((digest, digest), (Digest(native), Digest(other)));
        foreach (Outcome outcome in new[] { release, native, other })
        {
            Assert.Equal(end, outcome.Json.GetProperty("state").GetString());
            Assert.Equal((0, 0.0), (outcome.Json.GetProperty("violations").GetInt32(), outcome.Json.GetProperty("allocated_bytes_per_tick").GetDouble()));
        }
        Outcome replayed = DeskProgram.Release.Run("replay", Path.Combine(other.Folder.FullName, "run.mcap"), "--json");
        Assert.True(replayed.Code == 0, replayed.Error);
        Assert.Equal(digest, Digest(replayed));
    }

    /// <summary>All traffic of a run, byte for byte and to the nanosecond: arming, a second of walking, a hold, the safe pose.</summary>
    [Fact]
    public void What_goes_over_the_buses_is_the_golden_stream()
    {
        using GZipStream packed = new(File.OpenRead(Repository.Path("tests", "Goldens", "bus", "six-segments-walk.txt.gz")), CompressionMode.Decompress);
        using StreamReader text = new(packed);
        string[] golden = text.ReadToEnd().Split('\n');
        foreach (DeskProgram program in new[] { RobotProgram.Release, RobotProgram.Native, RobotProgram.Other })
        {
            Outcome outcome = program.Run("run", Six, "--bus", "simulated", "--arm", "--play", "slow-walk:1,hold:0.5", "--bus-log", "bus.log");
            Assert.True(outcome.Code == 0, outcome.Error);
            string[] lines = File.ReadAllText(Path.Combine(outcome.Folder.FullName, "bus.log")).Split('\n');
            for (int line = 0; line < Math.Min(lines.Length, golden.Length); line++) Assert.Equal(golden[line], lines[line]);
            Assert.Equal(golden.Length, lines.Length);
        }
    }

    [Theory]
    [InlineData("run no-such.json", "does not exist")]
    [InlineData("run TEN --bus imagined", "use real or simulated")]
    [InlineData("run TEN --bus simulated --play dance:3", "is no item")]
    [InlineData("run TEN --bus simulated --habitat moon", "use land or water")]
    [InlineData("run TEN --bus real --bus-log x", "GPIO")]
    public void Bad_input_is_refused(string line, string says)
    {
        Outcome outcome = RobotProgram.Release.Run(line.Replace("TEN", Ten, StringComparison.Ordinal).Split(' '));
        Assert.Equal(2, outcome.Code);
        Assert.Contains(says, outcome.Error, StringComparison.Ordinal);
    }

    private static string Digest(Outcome outcome) => outcome.Json.GetProperty("digest").GetString()!;
}

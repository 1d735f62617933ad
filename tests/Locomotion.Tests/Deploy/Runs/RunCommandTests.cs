using System.Diagnostics;
using System.Net.Sockets;
using Locomotion.Controller.Parameters;
using Locomotion.Deploy.Commands;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Deploy.Runs;

/// <summary>What <c>run</c> makes of its options, and of signals.</summary>
public class RunCommandTests
{
    [Fact]
    public void The_loop_is_bound_to_the_processor_that_is_named_and_to_none_else()
    {
        Assert.Equal(0, RunCommand.RealTime(0, simulated: false).Processor);
        Assert.Equal(-1, RunCommand.RealTime(null, simulated: false).Processor);
    }

    [Theory, InlineData(-1, false, "present"), InlineData(4000, false, "present"), InlineData(0, true, "--bus real")]
    public void A_processor_that_is_not_there_is_refused_with_what_to_do(int processor, bool simulated, string words)
    {
        InvalidInputException error = Assert.Throws<InvalidInputException>(() => RunCommand.RealTime(processor, simulated));
        Assert.Contains("--processor", error.Message, StringComparison.Ordinal);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Theory, InlineData("HUP"), InlineData("TERM")]
    public void A_signal_ends_it_gently(string signal)
    {
        string file = Path.Combine(Scratch.Folder().FullName, "bench.json");
        File.WriteAllText(file, RobotBench.File(3));
        int page = ServedProcess.FreePort();
        Running robot = RobotProgram.Attended.Start("run", file, "--bus", "simulated", "--speed", "1", "--seconds", "120", "--page", $"{page}", "--json");
        Await(page);
        using (Process kill = Process.Start("kill", [$"-{signal}", $"{robot.Process.Id}"])) kill.WaitForExit();
        Outcome end = robot.Finish();
        Assert.True(end.Code == 130, $"{end.Code}: {end.Error}");
        Assert.Equal("disarmed", end.Json.GetProperty("state").GetString());
    }

    /// <summary>Its page is there a moment after it listens to signals.</summary>
    private static void Await(int page)
    {
        for (int left = 300; left > 0; left--)
        {
            try
            {
                using TcpClient client = new("127.0.0.1", page);
                return;
            }
            catch (SocketException)
            {
                Thread.Sleep(100);
            }
        }
        Assert.Fail("It does not serve its page within 30 s.");
    }
}

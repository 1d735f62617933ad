using System.Diagnostics;

namespace Locomotion.Tests.EndToEnd;

public class InterruptTests
{
    [Theory, InlineData("INT", 130), InlineData("TERM", 143)]
    public void A_signal_stops_the_run_cleanly_and_prints_what_ran(string signal, int code)
    {
        // a shell in the background has its children ignore SIGINT, and a child of ours would too
        DeskProgram attended = new("env", "--default-signal=INT", "dotnet", Repository.Path("Sim", "bin", "Release", "net10.0", "locomotion.dll"));
        Running running = attended.Start("run", "slow-walk", "--seconds", "3600", "--json");
        Thread.Sleep(TimeSpan.FromSeconds(4));
        using (Process kill = Process.Start("kill", [$"-{signal}", $"{running.Process.Id}"])) kill.WaitForExit();
        Outcome outcome = running.Finish();
        Assert.Equal(code, outcome.Code);
        double seconds = outcome.Json.GetProperty("seconds").GetDouble();
        Assert.InRange(seconds, 1, 3500);
        Assert.Equal(seconds, outcome.Json.GetProperty("phases")[0].GetProperty("end_s").GetDouble());
        Assert.NotNull(outcome.Digest);
    }
}

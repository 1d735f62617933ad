using System.Diagnostics;

namespace Locomotion.Tests.EndToEnd;

public class InterruptTests
{
    [Theory, InlineData("INT"), InlineData("TERM")]
    public void A_signal_stops_the_run_cleanly_and_prints_what_ran(string signal)
    {
        Running running = DeskProgram.Release.Start("run", "slow-walk", "--seconds", "3600", "--json");
        Thread.Sleep(TimeSpan.FromSeconds(4));
        using (Process kill = Process.Start("kill", [$"-{signal}", $"{running.Process.Id}"])) kill.WaitForExit();
        Outcome outcome = running.Finish();
        Assert.Equal(130, outcome.Code);
        double seconds = outcome.Json.GetProperty("seconds").GetDouble();
        Assert.InRange(seconds, 1, 3500);
        Assert.Equal(seconds, outcome.Json.GetProperty("phases")[0].GetProperty("end_s").GetDouble());
        Assert.NotNull(outcome.Digest);
    }
}

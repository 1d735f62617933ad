using System.Diagnostics;
using System.Globalization;
using Locomotion.Deploy.Running;
using Locomotion.Hardware.Safety;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Deploy.Installing;

/// <summary>The service as systemd reads it, and the scripts as their reader does.</summary>
public sealed class ServiceUnitTests
{
    private static readonly string Unit = File.ReadAllText(Repository.Path("deploy-rpi", "locomotion-robot.service"));

    [Fact]
    public void Systemd_finds_nothing_wrong()
    {
        string folder = Scratch.Folder().FullName, unit = Path.Combine(folder, "locomotion-robot.service");
        // the program is not installed where this runs
        File.WriteAllText(unit, Unit.Replace("/opt/locomotion/locomotion-robot", "/bin/true", StringComparison.Ordinal));
        (int code, string said) = Run("systemd-analyze", "verify", unit);
        Assert.True(code == 0 && said.Length == 0, said);
        File.AppendAllText(unit, "\n[Service]\nWatchdogSecs=5\n");
        Assert.Contains("WatchdogSecs", Run("systemd-analyze", "verify", unit).Said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Type=notify"), InlineData("WatchdogSec=5"), InlineData("LimitRTPRIO=80"), InlineData("LimitMEMLOCK=infinity"), InlineData("NoNewPrivileges=yes")]
    [InlineData("ProtectSystem=strict"), InlineData("DevicePolicy=closed"), InlineData("Restart=on-failure"), InlineData("User=locomotion")]
    public void It_is_watched_may_be_real_time_and_may_do_nothing_else(string line) => Assert.Contains(line, Unit.Split('\n'));

    [Fact]
    public void It_is_given_more_time_to_end_than_it_takes_if_nothing_else_is_set()
    {
        int seconds = int.Parse(Unit.Split('\n').Single(line => line.StartsWith("TimeoutStopSec=", StringComparison.Ordinal)).Split('=')[1], CultureInfo.InvariantCulture);
        Assert.InRange(seconds, RobotRun.Farewell(new OffSettings()) + 5, 60);
        Assert.Equal(45 + 3 + 2, RobotRun.Farewell(new OffSettings { SafePoseTime = 45, HoldFirst = 3 }));
    }

    [Fact]
    public void It_starts_disarmed() => Assert.DoesNotContain("--arm", Unit, StringComparison.Ordinal);

    [Fact]
    public void Shellcheck_finds_nothing_in_our_scripts()
    {
        string[] scripts = ["test", "run", "package", .. Directory.GetFiles(Repository.Path("deploy-rpi"), "*.sh").Select(file => Path.GetRelativePath(Repository.Root, file)), "deploy-rpi/mosquitto/make-broker.sh"];
        (int code, string said) = Run("shellcheck", ["-x", .. scripts]);
        Assert.True(code == 0, said);
    }

    private static (int Code, string Said) Run(string file, params string[] arguments)
    {
        using Process process = Process.Start(new ProcessStartInfo(file, arguments) { UseShellExecute = false, RedirectStandardError = true, RedirectStandardOutput = true, WorkingDirectory = Repository.Root })!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, said + error.Result);
    }
}

using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Locomotion.Tests.Deploy;
using Locomotion.Tests.EndToEnd;
using Locomotion.Tests.Telemetry.Mqtt;

namespace Locomotion.Tests.Deploy.Runs;

/// <summary>The native program in real time, on models of its chips, spoken to through a real Mosquitto.</summary>
[Collection(Alone.Name)]
public sealed class RobotOverMqttTests : IDisposable
{
    private readonly OpenMosquitto broker = new();
    private readonly int page = ServedProcess.FreePort();
    private readonly Running robot;

    public RobotOverMqttTests()
    {
        string file = Path.Combine(Scratch.Folder().FullName, "bench.json");
        File.WriteAllText(file, RobotBench.File(3));
        robot = RobotProgram.Native.Start("run", file, "--bus", "simulated", "--speed", "1", "--broker", $"127.0.0.1:{broker.Port}", "--seconds", "120",
            "--page", $"{page}", "--page-broker", "ws://HOST:9001", "--record", "run.mcap", "--json");
    }

    [Fact]
    public void It_is_armed_driven_tuned_and_stopped_and_what_it_did_replays()
    {
        AwaitPhase("disarmed");
        Assert.Contains("supervisor was asked", Desk("drive", "run"), StringComparison.Ordinal);     // not armed: nothing comes of it
        Thread.Sleep(500);
        Assert.Equal("disarmed", Phase());
        Arm();
        Desk("drive", "run");
        AwaitPhase("running");
        Desk("drive", "--drive", "1", "--release", "1", "--swim", "0", "--turn", "0", "--seconds", "4");
        Assert.InRange(Told("stats/gait").GetProperty("leg_frequency_hz").GetDouble(), 0.9, 1.3);
        Assert.Contains("0.45", Desk("params", "set", "motor.leg-amplitude=0.45"), StringComparison.Ordinal);
        Desk("drive", "stop");
        AwaitPhase("safe-pose");
        Desk("drive", "disarm");
        AwaitPhase("disarmed");
        Terminate();
        Outcome end = robot.Finish();
        Assert.Equal(130, end.Code);
        Assert.Equal((0, 0.0), (end.Json.GetProperty("violations").GetInt32(), end.Json.GetProperty("allocated_bytes_per_tick").GetDouble()));
        Outcome replayed = DeskProgram.Release.Run("replay", Path.Combine(end.Folder.FullName, "run.mcap"), "--json");
        Assert.True(replayed.Code == 0, replayed.Error);
        Assert.Equal(end.Json.GetProperty("digest").GetString(), replayed.Json.GetProperty("digest").GetString());
    }

    /// <summary>A button sends the same words whenever it is pressed, id and all.</summary>
    [Fact]
    public void A_button_stops_it_as_often_as_it_is_pressed()
    {
        using TestClient button = TestClient.Connect(broker.Address, "locomotion/1/bench/safety/reply/#");
        for (int press = 0; press < 2; press++)
        {
            AwaitPhase("disarmed");
            Arm();
            Desk("drive", "run");
            AwaitPhase("running");
            button.Publish("locomotion/1/bench/safety/cmd", """{"id":"button","client":"button","op":"stop"}""");
            AwaitPhase("safe-pose", "released");
            Desk("drive", "disarm");
        }
    }

    /// <summary>Who cannot be told to stop must stop by itself: freeze after 2 s without a broker, hold after 5.</summary>
    [Fact]
    public void When_the_broker_is_gone_it_slows_down_and_holds()
    {
        AwaitPhase("disarmed");
        Arm();
        Desk("drive", "run");
        AwaitPhase("running");
        broker.Kill();
        Thread.Sleep(TimeSpan.FromSeconds(18));     // its silence is noticed first
        broker.Start();
        AwaitPhase("hold", "safe-pose", "released");
        Terminate();
        Assert.Contains("link-loss", robot.Finish().Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_page_leads_browsers_to_the_broker_and_gives_no_other_file()
    {
        AwaitPhase("disarmed");
        using HttpClient http = new(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = new Uri($"http://127.0.0.1:{page}") };
        CancellationToken stop = TestContext.Current.CancellationToken;
        using HttpResponseMessage first = await http.GetAsync("/", stop), there = await http.GetAsync("/?broker=ws://127.0.0.1:9001", stop),
            missing = await http.GetAsync("/../../etc/passwd", stop), posted = await http.PostAsync("/", null, stop);
        Assert.Equal("/?broker=ws%3A%2F%2F127.0.0.1%3A9001", first.Headers.Location!.OriginalString);
        Assert.Contains("<html", await there.Content.ReadAsStringAsync(stop), StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed), (missing.StatusCode, posted.StatusCode));
        Assert.Contains("bench", Told("about").GetProperty("id").GetString(), StringComparison.Ordinal);
        Assert.Equal("robot", Told("about").GetProperty("body").GetString());
    }

    public void Dispose()
    {
        if (!robot.Process.HasExited) robot.Process.Kill();
        broker.Dispose();
    }

    private string Desk(params string[] words)
    {
        Outcome outcome = DeskProgram.Release.Run([.. words, "--broker", $"127.0.0.1:{broker.Port}"]);
        Assert.True(outcome.Code == 0, outcome.Output + outcome.Error);
        return outcome.Output + outcome.Error;
    }

    /// <summary>Asked too early, while the emergency stop has only just been seen released, it is refused, and says so; then once more.</summary>
    private void Arm()
    {
        for (int attempt = 0; attempt < 5 && Phase() == "disarmed"; attempt++)
        {
            Desk("drive", "arm");
            Thread.Sleep(1500);
        }
        AwaitPhase("armed");
    }

    private void Terminate()
    {
        using Process kill = Process.Start("kill", ["-TERM", $"{robot.Process.Id}"]);
        kill.WaitForExit();
    }

    private string? Phase() => Told("state").GetProperty("phase").GetString();

    private void AwaitPhase(params string[] phases)
    {
        Stopwatch patience = Stopwatch.StartNew();
        string? phase = null;
        while (patience.Elapsed < TimeSpan.FromSeconds(30) && !phases.Contains(phase = Phase())) Thread.Sleep(100);
        Assert.Contains(phase, phases);
    }

    private JsonElement Told(string topic)
    {
        ProcessStartInfo listen = new("mosquitto_sub", ["-V", "5", "-p", $"{broker.Port}", "-t", $"locomotion/1/bench/{topic}", "-C", "1", "-W", "20"]) { RedirectStandardOutput = true, UseShellExecute = false };
        using Process process = Process.Start(listen)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return said.Length > 0 ? JsonDocument.Parse(said).RootElement : JsonDocument.Parse("""{ "phase": "nothing" }""").RootElement;
    }
}

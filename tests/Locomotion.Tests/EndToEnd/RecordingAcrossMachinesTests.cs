using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Tests.Telemetry.Mqtt;
using MQTTnet.Exceptions;

namespace Locomotion.Tests.EndToEnd;

/// <summary>Recorded on one architecture, replayed on the other: equal digests after every tick.</summary>
public class RecordingAcrossMachinesTests
{
    [Theory]
    [InlineData("amphibious", "11")]
    [InlineData("slow-walk", "2", "--preset", "robot")]
    [InlineData("fast-walk", "2", "--oscillator", "bursting", "--set", "bursting.flexor.noise=0.05", "--set", "sensors.load-noise=0.2", "--set", "sensors.bend-noise=0.01",
        "--set", "excitation.load-gain=0.3@0.5", "--set", "bursting.extensor.noise=0.05@0.9", "--lesion", "amputate=4-left@1.2")]
    public void A_recording_replays_on_the_other_machine(string scenario, string seconds, params string[] more)
    {
        foreach ((DeskProgram recorder, DeskProgram replayer) in new[] { (DeskProgram.Release, DeskProgram.Other), (DeskProgram.Other, DeskProgram.Release) })
        {
            Outcome recorded = recorder.Run(["run", scenario, "--seconds", seconds, "--record", "rec", "--json", .. more]);
            Assert.True(recorded.Code == 0, recorded.Error);
            string folder = Path.Combine(recorded.Folder.FullName, "rec");
            Outcome here = recorder.Run("replay", folder, "--json"), there = replayer.Run("replay", folder, "--json");
            Assert.True(here.Code == 0 && there.Code == 0, here.Error + there.Output + there.Error);
            Assert.True(there.Json.GetProperty("agrees").GetBoolean());
            Assert.Equal(recorded.Json.GetProperty("steps").GetInt64(), there.Json.GetProperty("ticks").GetInt64());
            Assert.Equal(here.Digest, there.Digest);
        }
    }

    [Theory, InlineData("phase"), InlineData("bursting")]
    public void Lesions_made_while_it_ran_replay_on_the_other_machine(string oscillator)
    {
        foreach ((DeskProgram recorder, DeskProgram replayer) in new[] { (DeskProgram.Release, DeskProgram.Other), (DeskProgram.Other, DeskProgram.Release) })
        {
            Running serving = Serve(recorder, oscillator, out int port);
            try
            {
                using TestClient client = Connected(port);
                client.Await("locomotion/1/centipede/state", state => state.GetProperty("phase").GetString() == "running");
                client.Publish("locomotion/1/centipede/lesion/cmd", """{"id":"1","client":"test","lesions":["silence=4","amputate=9-right"]}""");
                client.Await("locomotion/1/centipede/event/lesion");
                client.Publish("locomotion/1/centipede/lesion/cmd", """{"id":"2","client":"test","lesions":["cut-behind=11","brain"]}""");
                client.Await("locomotion/1/centipede/lesion/active", active => active.GetProperty("lesions").GetArrayLength() == 4);
                Thread.Sleep(2000);
            }
            finally
            {
                using Process kill = Process.Start("kill", ["-TERM", $"{serving.Process.Id}"]);
                kill.WaitForExit();
            }
            Outcome served = serving.Finish();
            Assert.True(served.Code == 143, served.Error);
            string file = Path.Combine(served.Folder.FullName, "rec", "centipede.mcap");
            Outcome here = recorder.Run("replay", file, "--json"), there = replayer.Run("replay", file, "--json");
            Assert.True(here.Code == 0 && there.Code == 0, here.Error + there.Output + there.Error);
            Assert.True(there.Json.GetProperty("agrees").GetBoolean());
            Assert.True(there.Json.GetProperty("ticks").GetInt64() > 100);
            Assert.Equal(here.Digest, there.Digest);
            Assert.Contains("cut-behind=11@", replayer.Run("info", file, "--json").Output, StringComparison.Ordinal);
        }
    }

    /// <summary>Slowly: an emulated machine must keep up.</summary>
    private static Running Serve(DeskProgram program, string oscillator, out int port)
    {
        string scenario = Path.Combine(Scratch.Folder().FullName, "scenario.json");
        File.WriteAllText(scenario, $$"""{"name": "walk", "set": {"oscillator": "{{oscillator}}"}, "timeline": [{"gait": "fast-walk", "seconds": 10}]}""");
        (port, int page) = (FreePort(), FreePort());
        return program.Start("serve", scenario, "--speed", "0.1", "--port", $"{page}", "--mqtt-port", $"{port}", "--record", "rec");
    }

    private static TestClient Connected(int port)
    {
        for (int k = 0; ; k++)
        {
            try
            {
                return TestClient.Connect(new BrokerAddress("127.0.0.1", port));
            }
            catch (MqttCommunicationException) when (k < 300)
            {
                Thread.Sleep(100);
            }
        }
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

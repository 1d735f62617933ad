using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Tests.Telemetry.Mqtt;

namespace Locomotion.Tests.EndToEnd;

/// <summary>The program `locomotion serve` with a slowly walking animal called crawler, on free ports, for the tests of a class.</summary>
public class ServedProcess : IDisposable
{
    public const string Tree = "locomotion/1/crawler/";

    private readonly Running running;

    public ServedProcess() : this("--keep-seconds", "0.5", "--ramp-seconds", "0.5", "--home-assistant")
    {
    }

    internal ServedProcess(params string[] more)
    {
        Port = FreePort();
        running = DeskProgram.Release.Start(["serve", "slow-walk", "--id", "crawler", "--port", $"{FreePort()}", "--mqtt-port", $"{Port}", .. more]);
        for (int k = 0; ; k++)
        {
            try
            {
                using TestClient client = TestClient.Connect(Address);
                client.Await(Tree + "stats/gait");
                return;
            }
            catch (Exception) when (k < 100)
            {
                Thread.Sleep(100);
            }
        }
    }

    public int Port { get; }

    public BrokerAddress Address => new("127.0.0.1", Port);

    public void Dispose()
    {
        if (!running.Process.HasExited)
        {
            using Process kill = Process.Start("kill", ["-TERM", $"{running.Process.Id}"]);
            kill.WaitForExit();
            running.Finish();
        }
        GC.SuppressFinalize(this);
    }

    internal static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

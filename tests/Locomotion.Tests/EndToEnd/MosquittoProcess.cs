using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Locomotion.Tests.EndToEnd;

/// <summary>A Mosquitto on a free port, which a test may stop, kill and start again.</summary>
internal abstract class MosquittoProcess : IDisposable
{
    private Process? process;

    public int Port { get; } = FreePort();

    protected string Folder { get; } = Scratch.Folder().FullName;

    protected string Settings => Path.Combine(Folder, "mosquitto.conf");

    public void Start()
    {
        // it would give up root for a user who may not enter folders of tests
        if (Environment.IsPrivilegedProcess && !File.ReadAllText(Settings).Contains("user root", StringComparison.Ordinal)) File.AppendAllText(Settings, "user root\n");
        process = Process.Start(new ProcessStartInfo("/usr/sbin/mosquitto", ["-c", Settings]) { UseShellExecute = false, RedirectStandardError = true })!;
        process.BeginErrorReadLine();
        for (int k = 0; k < 200; k++)
        {
            Assert.False(process.HasExited, "mosquitto ended by itself");
            try
            {
                using TcpClient probe = new("127.0.0.1", Port);
                return;
            }
            catch (SocketException)
            {
                Thread.Sleep(50);
            }
        }
        throw new TimeoutException("mosquitto does not listen");
    }

    public void Signal(string name)
    {
        using Process kill = Process.Start("kill", [$"-{name}", $"{process!.Id}"]);
        kill.WaitForExit();
    }

    public void Kill()
    {
        process!.Kill();
        process.WaitForExit();
        process.Dispose();
        process = null;
    }

    public void Dispose()
    {
        if (process is not null) Kill();
    }

    private static int FreePort()
    {
        using TcpListener listener = new(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

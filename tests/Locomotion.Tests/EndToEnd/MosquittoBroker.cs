using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Tests.EndToEnd;

/// <summary>A Mosquitto as deploy-rpi/mosquitto sets one up, on a free port.</summary>
internal sealed class MosquittoBroker : IDisposable
{
    private static readonly string[] Users = ["operator", "reader", "centipede"];

    private readonly string folder = Scratch.Folder().FullName;
    private Process? process;

    public MosquittoBroker()
    {
        Port = FreePort();
        foreach (string user in Users) File.WriteAllText(PasswordFile(user), $"{user}-secret\n");
        using Process make = Process.Start(Repository.Path("deploy-rpi", "mosquitto", "make-broker.sh"),
            [folder, $"{Port}", "localhost 127.0.0.1", .. Users.Select(user => $"{user}={PasswordFile(user)}")]);
        make.WaitForExit();
        Assert.Equal(0, make.ExitCode);
        // it would give up root for a user who may not enter folders of tests
        if (Environment.IsPrivilegedProcess) File.AppendAllText(Path.Combine(folder, "mosquitto.conf"), "user root\n");
        Start();
    }

    public int Port { get; }

    public string Authority => Path.Combine(folder, "ca.crt");

    public string PasswordFile(string user) => Path.Combine(folder, $"{user}.password");

    public BrokerAddress As(string user) => new("localhost", Port) { User = user, Password = $"{user}-secret", TlsAuthority = Authority };

    public void Start()
    {
        process = Process.Start(new ProcessStartInfo("/usr/sbin/mosquitto", ["-c", Path.Combine(folder, "mosquitto.conf")]) { UseShellExecute = false, RedirectStandardError = true })!;
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

using System.Diagnostics;
using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Tests.EndToEnd;

/// <summary>A Mosquitto as deploy-rpi/mosquitto sets one up: TLS, passwords and rights.</summary>
internal sealed class MosquittoBroker : MosquittoProcess
{
    private static readonly string[] Users = ["operator", "reader", "centipede"];

    public MosquittoBroker()
    {
        foreach (string user in Users) File.WriteAllText(PasswordFile(user), $"{user}-secret\n");
        using Process make = Process.Start(Repository.Path("deploy-rpi", "mosquitto", "make-broker.sh"),
            [Folder, $"{Port}", "localhost 127.0.0.1", .. Users.Select(user => $"{user}={PasswordFile(user)}")]);
        make.WaitForExit();
        Assert.Equal(0, make.ExitCode);
        Start();
    }

    public string Authority => Path.Combine(Folder, "ca.crt");

    public string PasswordFile(string user) => Path.Combine(Folder, $"{user}.password");

    public BrokerAddress As(string user) => new("localhost", Port) { User = user, Password = $"{user}-secret", TlsAuthority = Authority };
}

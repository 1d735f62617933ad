using System.Net;
using Locomotion.Sim.Serving;
using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Tests.EndToEnd.Contract;

/// <summary>The broker inside the program, with a password.</summary>
internal sealed class EmbeddedStage : Stage
{
    private readonly Broker broker = new(new BrokerPlace(IPAddress.Loopback, 0, 0) { User = "operator", Password = "operator-secret" });

    public override BrokerAddress Animal => broker.Inside;

    public override BrokerAddress Operator => new("127.0.0.1", broker.MqttPort) { User = "operator", Password = "operator-secret" };

    public override void Dispose() => broker.Dispose();
}

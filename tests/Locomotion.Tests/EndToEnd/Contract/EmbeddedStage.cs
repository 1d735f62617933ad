using System.Net;
using Locomotion.Sim.Serving;
using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Tests.EndToEnd.Contract;

/// <summary>The broker inside the program, with a password.</summary>
internal sealed class EmbeddedStage : Stage
{
    private readonly Broker broker = new(new BrokerPlace(IPAddress.Loopback, 0, 0) { User = "operator", Password = "operator-secret" });

    public EmbeddedStage() => Wire = new Wire(broker.MqttPort);

    public override Wire Wire { get; }

    public override BrokerAddress Animal => broker.Inside with { Port = Wire.Port };

    public override BrokerAddress Operator => new("127.0.0.1", broker.MqttPort) { User = "operator", Password = "operator-secret" };

    public override void Dispose()
    {
        Wire.Dispose();
        broker.Dispose();
    }
}

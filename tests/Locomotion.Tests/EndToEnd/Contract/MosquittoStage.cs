using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Tests.EndToEnd.Contract;

/// <summary>A Mosquitto with TLS, passwords and rights.</summary>
internal sealed class MosquittoStage : Stage
{
    private readonly MosquittoBroker broker = new();

    public override BrokerAddress Animal => broker.As("centipede");

    public override BrokerAddress Operator => broker.As("operator");

    public override void Dispose() => broker.Dispose();
}

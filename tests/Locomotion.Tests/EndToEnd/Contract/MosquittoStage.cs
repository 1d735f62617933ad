using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Tests.EndToEnd.Contract;

/// <summary>A Mosquitto with TLS, passwords and rights.</summary>
internal sealed class MosquittoStage : Stage
{
    private readonly MosquittoBroker broker = new();

    public MosquittoStage() => Wire = new Wire(broker.Port);

    public override Wire Wire { get; }

    public override BrokerAddress Animal => broker.As("centipede") with { Port = Wire.Port };

    public override BrokerAddress Operator => broker.As("operator");

    public override void Dispose()
    {
        Wire.Dispose();
        broker.Dispose();
    }
}

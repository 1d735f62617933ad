using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Tests.EndToEnd;

/// <summary>A Mosquitto for anybody on this machine, with deploy-rpi's haste and otherwise its own defaults.</summary>
internal sealed class OpenMosquitto : MosquittoProcess
{
    public OpenMosquitto()
    {
        File.WriteAllText(Settings, $"listener {Port} 127.0.0.1\nallow_anonymous true\npersistence false\nset_tcp_nodelay true\nlog_dest stderr\nlog_type error\n");
        Start();
    }

    public BrokerAddress Address => new("127.0.0.1", Port);
}

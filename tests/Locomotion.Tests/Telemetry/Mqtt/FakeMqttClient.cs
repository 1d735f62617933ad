using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;
using MQTTnet;

namespace Locomotion.Tests.Telemetry.Mqtt;

/// <summary>The library's client without a network: it connects at once, and fails as a test wants.</summary>
[SuppressMessage("Performance", "CA1852", Justification = "The proxy is made from it when the test runs.")]
internal class FakeMqttClient : DispatchProxy
{
    private volatile bool connected;
    private int pings;

    /// <summary>Throws, or gives the task that stands for a word's way to the broker.</summary>
    public Func<Task<MqttClientPublishResult>> Publishing { get; set; } = () => Task.FromResult<MqttClientPublishResult>(null!);

    /// <summary>What subscribing throws; null if it works.</summary>
    public Exception? Unsubscribable { get; set; }

    public int Pings => Volatile.Read(ref pings);

    public static (IMqttClient Client, FakeMqttClient Fake) Make()
    {
        IMqttClient client = Create<IMqttClient, FakeMqttClient>();
        return (client, (FakeMqttClient)client);
    }

    /// <summary>The connection is lost.</summary>
    public void Drop() => connected = false;

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        switch (targetMethod!.Name)
        {
            case "get_IsConnected":
                return connected;
            case nameof(IMqttClient.ConnectAsync):
                if (connected) return Task.FromException<MqttClientConnectResult>(new InvalidOperationException("It is connected."));
                connected = true;
                return Task.FromResult((MqttClientConnectResult)RuntimeHelpers.GetUninitializedObject(typeof(MqttClientConnectResult)));
            case nameof(IMqttClient.SubscribeAsync):
                return Unsubscribable is { } fault ? Task.FromException<MqttClientSubscribeResult>(fault) : Task.FromResult<MqttClientSubscribeResult>(null!);
            case nameof(IMqttClient.PublishAsync):
                return Publishing();
            case nameof(IMqttClient.PingAsync):
                Interlocked.Increment(ref pings);
                return Task.CompletedTask;
            case nameof(IMqttClient.DisconnectAsync):
                connected = false;
                return Task.CompletedTask;
            default:
                return null;        // events, and its end
        }
    }
}

using System.Security.Cryptography.X509Certificates;
using MQTTnet;
using MQTTnet.Formatter;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>Where a broker is, and as whom to speak to it.</summary>
/// <param name="Host">Name or address.</param>
/// <param name="Port">TCP port.</param>
public sealed record BrokerAddress(string Host, int Port)
{
    /// <summary>As whom; null for nobody.</summary>
    public string? User { get; init; }

    /// <summary>Its password.</summary>
    public string? Password { get; init; }

    /// <summary>A PEM file with the authority that must have signed the broker's certificate; null to speak without TLS.</summary>
    public string? TlsAuthority { get; init; }

    /// <summary>"host:port".</summary>
    public override string ToString() => $"{Host}:{Port}";

    /// <summary>What every client of this broker begins with.</summary>
    internal MqttClientOptionsBuilder Begin()
    {
        MqttClientOptionsBuilder builder = new MqttClientOptionsBuilder().WithProtocolVersion(MqttProtocolVersion.V500).WithTcpServer(Host, Port).WithCleanStart();
        if (User is not null) builder.WithCredentials(User, Password ?? "");
        if (TlsAuthority is not { } file) return builder;
        X509Certificate2Collection authorities = [];
        authorities.ImportFromPemFile(file);
        return builder.WithTlsOptions(tls => tls.UseTls().WithTargetHost(Host).WithTrustChain(authorities));
    }
}

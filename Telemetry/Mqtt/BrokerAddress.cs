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
}

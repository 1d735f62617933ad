using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>Where a broker is and with what password, as people type it.</summary>
public static class BrokerText
{
    /// <summary>The broker.</summary>
    /// <param name="text">host:port, or a host alone if <paramref name="usualPort"/> is given.</param>
    /// <param name="usualPort">Port of a host that comes alone.</param>
    /// <param name="authority">File of the authority for TLS; null for no TLS.</param>
    /// <exception cref="InvalidInputException">It is no address, or there is no such file.</exception>
    public static BrokerAddress Address(string text, int? usualPort, string? authority)
    {
        if (authority is not null && !File.Exists(authority)) throw new InvalidInputException("Option --tls-ca", $"'{authority}'", "does not exist", "name the authority's certificate");
        int colon = text.LastIndexOf(':');
        bool alone = colon < 0 || text.EndsWith(']');
        string host = alone ? text : text[..colon];
        int port = usualPort ?? 0;
        if (host.Length == 0 || (alone ? usualPort is null : !int.TryParse(text.AsSpan(colon + 1), out port)) || port is < 1 or > 65535)
            throw new InvalidInputException("Option --broker", $"'{text}'", $"is not {(usualPort is null ? "host:port" : "host or host:port")}", "give for example 192.168.1.5:8883");
        return new BrokerAddress(host.Trim('[', ']'), port) { TlsAuthority = authority };
    }

    /// <summary>The password in a file; null if none is named.</summary>
    /// <exception cref="InvalidInputException">There is none.</exception>
    public static string? Password(string? file)
    {
        try
        {
            return file is null ? null : File.ReadLines(file).FirstOrDefault() is { Length: > 0 } password
                ? password
                : throw new InvalidInputException("Password file", $"'{file}'", "is empty", "write the password into its first line");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException("Password file", $"'{file}'", $"cannot be read ({fault.Message.TrimEnd('.')})", "check path and permissions");
        }
    }
}

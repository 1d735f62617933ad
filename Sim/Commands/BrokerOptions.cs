using System.CommandLine;

namespace Locomotion.Sim.Commands;

/// <summary>Where a broker is and as whom to speak to it, as options say it.</summary>
internal static class BrokerOptions
{
    /// <summary>--tls-ca.</summary>
    public static Option<string?> TlsAuthority(string when) => new("--tls-ca") { Description = $"{when}peak TLS, and trust certificates that this authority (PEM) signed.", HelpName = "file" };

    /// <summary>--user.</summary>
    public static Option<string?> User(string description) => new("--user") { Description = description, HelpName = "name" };

    /// <summary>--password-file.</summary>
    public static Option<string?> PasswordFile() => new("--password-file") { Description = "File whose first line is the user's password.", HelpName = "file" };
}

using System.Net.Sockets;

namespace Locomotion.Hardware.Service;

/// <summary>
/// Tells systemd how the program is, by its notification socket (sd_notify(3)): one datagram for each message. Where no socket is given, as outside a
/// service, nothing is told. A message that cannot be sent is counted: the robot goes on, and the watchdog decides.
/// </summary>
/// <remarks>Not for the loop's thread: sending may wait, and allocates.</remarks>
public sealed class ServiceNotifier : IDisposable
{
    private readonly Socket? socket;

    /// <summary>A notifier to the socket named by <paramref name="address"/>: a path, or an abstract name after an @. Null or empty: to nobody.</summary>
    /// <param name="address">What systemd puts into NOTIFY_SOCKET.</param>
    /// <param name="watchdogMicroseconds">What it puts into WATCHDOG_USEC; null or no positive number: there is no watchdog.</param>
    public ServiceNotifier(string? address, string? watchdogMicroseconds = null)
    {
        WatchdogTime = long.TryParse(watchdogMicroseconds, out long us) && us > 0 ? TimeSpan.FromMicroseconds(us) : null;
        if (string.IsNullOrEmpty(address)) return;
        socket = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        try
        {
            socket.Connect(new UnixDomainSocketEndPoint(address[0] == '@' ? '\0' + address[1..] : address));
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            Failed++;
            socket.Dispose();
            socket = null;
        }
    }

    /// <summary>A notifier to whom the environment names.</summary>
    public static ServiceNotifier FromEnvironment() =>
        new(Environment.GetEnvironmentVariable("NOTIFY_SOCKET"), Environment.GetEnvironmentVariable("WATCHDOG_USEC"));

    /// <summary>Whether anybody listens.</summary>
    public bool IsConnected => socket is not null;

    /// <summary>Within what time systemd wants a sign of life; send one at half of it. Null: there is no watchdog.</summary>
    public TimeSpan? WatchdogTime { get; }

    /// <summary>Messages that could not be sent.</summary>
    public long Failed { get; private set; }

    /// <summary>The program is up. <paramref name="status"/> is one line for `systemctl status`.</summary>
    public void Ready(string status) => Send($"READY=1\nSTATUS={OneLine(status)}");

    /// <summary>What it does now, one line.</summary>
    public void Status(string status) => Send($"STATUS={OneLine(status)}");

    /// <summary>A sign of life.</summary>
    public void Alive() => Send("WATCHDOG=1");

    /// <summary>It is about to end.</summary>
    public void Stopping() => Send("STOPPING=1");

    /// <summary>It is ending and needs so much more time, from now; to be said again within it.</summary>
    public void NeedsTime(TimeSpan more) => Send(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"EXTEND_TIMEOUT_USEC={(long)more.TotalMicroseconds}"));

    /// <inheritdoc/>
    public void Dispose() => socket?.Dispose();

    private void Send(string message)
    {
        if (socket is null) return;
        try
        {
            socket.Send(System.Text.Encoding.UTF8.GetBytes(message));
        }
        catch (SocketException)
        {
            Failed++;
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");
}

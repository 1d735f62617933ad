using System.Net.Sockets;
using System.Text;
using Locomotion.Hardware.Service;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Hardware.Service;

public class ServiceNotifierTests
{
    [Theory, InlineData(false), InlineData(true)]
    public void Each_message_arrives_as_one_datagram(bool named)
    {
        string address = named ? $"@locomotion-{Guid.NewGuid():N}" : Path.Combine(Scratch.Folder().FullName, "notify");
        using Socket service = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified) { ReceiveTimeout = 5000 };
        service.Bind(new UnixDomainSocketEndPoint(named ? '\0' + address[1..] : address));
        using ServiceNotifier notifier = new(address, "3000000");
        Assert.True(notifier.IsConnected);
        Assert.Equal(TimeSpan.FromSeconds(3), notifier.WatchdogTime);
        notifier.Ready("walking\nslowly");
        notifier.Alive();
        notifier.Status("über");
        notifier.Stopping();
        notifier.NeedsTime(TimeSpan.FromSeconds(2.5));
        Assert.Equal(["READY=1\nSTATUS=walking slowly", "WATCHDOG=1", "STATUS=über", "STOPPING=1", "EXTEND_TIMEOUT_USEC=2500000"], Enumerable.Range(0, 5).Select(_ => Receive(service)));
        Assert.Equal(0, notifier.Failed);
    }

    [Theory, InlineData(null), InlineData("")]
    public void Outside_a_service_nothing_is_told(string? address)
    {
        using ServiceNotifier notifier = new(address, "nonsense");
        notifier.Ready("walking");
        Assert.False(notifier.IsConnected);
        Assert.Null(notifier.WatchdogTime);
        Assert.Equal(0, notifier.Failed);
    }

    [Fact]
    public void A_service_that_is_not_there_or_goes_away_is_counted_and_harmless()
    {
        string address = Path.Combine(Scratch.Folder().FullName, "notify");
        using (ServiceNotifier early = new(address)) Assert.Equal((false, 1), (early.IsConnected, early.Failed));
        Socket service = new(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        service.Bind(new UnixDomainSocketEndPoint(address));
        using ServiceNotifier notifier = new(address);
        service.Dispose();
        notifier.Alive();
        Assert.Equal(1, notifier.Failed);
        using ServiceNotifier tooLong = new(new string('x', 300));
        Assert.False(tooLong.IsConnected);
    }

    private static string Receive(Socket socket)
    {
        byte[] buffer = new byte[512];
        return Encoding.UTF8.GetString(buffer, 0, socket.Receive(buffer));
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Locomotion.Tests.EndToEnd.Contract;

/// <summary>The cable between an animal and its broker, which can be cut.</summary>
internal sealed class Wire : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly ConcurrentBag<TcpClient> ends = [];
    private readonly int broker;
    private volatile bool isCut;

    /// <summary>A cable to the broker's port on this machine.</summary>
    public Wire(int broker)
    {
        this.broker = broker;
        listener.Start();
        Port = ((IPEndPoint)listener.LocalEndpoint).Port;
        _ = Join();
    }

    public int Port { get; }

    /// <summary>Breaks what is connected, and lets nobody connect until <see cref="Mend"/>.</summary>
    public void Cut()
    {
        isCut = true;
        while (ends.TryTake(out TcpClient? end)) end.Dispose();
    }

    public void Mend() => isCut = false;

    public void Dispose()
    {
        Cut();
        listener.Dispose();
    }

    private async Task Join()
    {
        try
        {
            while (true) _ = Carry(await listener.AcceptTcpClientAsync());
        }
        catch (Exception end) when (end is SocketException or ObjectDisposedException)
        {
            // the test is over
        }
    }

    private async Task Carry(TcpClient near)
    {
        TcpClient far = new() { NoDelay = true };
        near.NoDelay = true;
        ends.Add(near);
        ends.Add(far);
        try
        {
            if (!isCut)
            {
                await far.ConnectAsync(IPAddress.Loopback, broker);
                await Task.WhenAny(near.GetStream().CopyToAsync(far.GetStream()), far.GetStream().CopyToAsync(near.GetStream()));
            }
        }
        catch (Exception end) when (end is IOException or SocketException or ObjectDisposedException or InvalidOperationException)
        {
            // one end is gone, and so goes the other
        }
        near.Dispose();
        far.Dispose();
    }
}

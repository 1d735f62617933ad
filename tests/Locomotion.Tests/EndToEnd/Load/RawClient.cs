using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;

namespace Locomotion.Tests.EndToEnd.Load;

/// <summary>A client of MQTT 3.1.1 (OASIS standard of 29 October 2014, sections 3.1, 3.3 and 3.8) that sends prepared bytes, and takes as little time and memory as can be.</summary>
internal sealed class RawClient : IDisposable
{
    private readonly TcpClient wire = new() { NoDelay = true };

    public RawClient(int port, string name, int receiveBuffer = 0)
    {
        if (receiveBuffer > 0) wire.ReceiveBufferSize = receiveBuffer;
        wire.Connect("127.0.0.1", port);
        Send(Packet(0x10, [.. Text("MQTT"), 4, 2, 0, 0, .. Text(name)]));
        byte[] answer = new byte[4];
        wire.GetStream().ReadExactly(answer);
        Assert.Equal((0x20, 0), (answer[0], answer[3]));
    }

    /// <summary>A message, QoS 0, as it goes over the wire.</summary>
    public static byte[] Message(string topic, ReadOnlySpan<byte> payload) => Packet(0x30, [.. Text(topic), .. payload]);

    public void Subscribe(string filter) => Send(Packet(0x82, [0, 1, .. Text(filter), 0]));

    public void Send(ReadOnlySpan<byte> packets) => wire.GetStream().Write(packets);

    public void Dispose() => wire.Dispose();

    private static byte[] Packet(byte kind, ReadOnlySpan<byte> rest)
    {
        List<byte> packet = [kind];
        int left = rest.Length;
        do
        {
            packet.Add((byte)(left % 128 + (left >= 128 ? 128 : 0)));
            left /= 128;
        }
        while (left > 0);
        packet.AddRange(rest);
        return [.. packet];
    }

    private static byte[] Text(string text)
    {
        byte[] bytes = new byte[2 + Encoding.UTF8.GetByteCount(text)];
        BinaryPrimitives.WriteUInt16BigEndian(bytes, (ushort)(bytes.Length - 2));
        Encoding.UTF8.GetBytes(text, bytes.AsSpan(2));
        return bytes;
    }
}

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Locomotion.Controller.Parameters;
using Locomotion.Telemetry.Clients;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Tests.EndToEnd;
using MQTTnet;

namespace Locomotion.Tests.Telemetry.Mqtt;

[Collection(Alone.Name)]
public class BrokerLinkTests
{
    private static readonly BridgeOptions Quick = new() { KeepAlive = TimeSpan.FromSeconds(1), FirstWait = TimeSpan.FromMilliseconds(10), LongestWait = TimeSpan.FromMilliseconds(50) };

    [Theory, InlineData(false), InlineData(true)]
    public void A_peer_that_takes_the_connection_and_says_no_more_is_given_up_and_a_broker_found_where_it_was(bool acknowledges)
    {
        using OpenMosquitto broker = new();
        broker.Kill();
        using BrokerLink link = Link(broker.Address, Quick);
        using (SilentPeer peer = new(broker.Port, acknowledges))
        {
            Assert.True(Until(() => !link.Tend() && peer.Connections >= 3), $"{peer.Connections} connections: {link.Failure}");
            Assert.False(link.IsUp);
            Assert.Equal("No answer.", link.Failure);
        }
        broker.Start();
        Assert.True(Until(link.Tend), link.Failure);
    }

    [Fact]
    public async Task A_client_gives_up_a_peer_that_says_nothing()
    {
        using SilentPeer peer = new(0, acknowledges: false);
        using CancellationTokenSource stop = new();
        Task<BrokerConnection> opening = BrokerConnection.OpenAsync(new BrokerAddress("127.0.0.1", peer.Port), stop.Token);
        InvalidInputException fault = await Assert.ThrowsAsync<InvalidInputException>(() => opening.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
        Assert.Contains("no answer", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_client_gives_up_a_broker_that_does_not_answer_what_it_asks()
    {
        using SilentPeer peer = new(0, acknowledges: true);
        using CancellationTokenSource stop = new();
        await using BrokerConnection connection = await BrokerConnection.OpenAsync(new BrokerAddress("127.0.0.1", peer.Port), stop.Token);
        await Assert.ThrowsAsync<NoAnswerException>(() => connection.ListenAsync(["#"], stop.Token).WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken));
    }

    [Fact]
    public void One_that_may_not_listen_lets_go_and_tries_again()
    {
        (IMqttClient client, FakeMqttClient fake) = FakeMqttClient.Make();
        using BrokerLink link = Link(new BrokerAddress("nowhere", 1), Quick, client);
        fake.Unsubscribable = new IOException("No way.");
        Assert.True(Until(() => !link.Tend() && link.Failure == "No way."));
        Assert.False(client.IsConnected);
        fake.Unsubscribable = null;
        Assert.True(Until(link.Tend), link.Failure);
    }

    [Theory]
    [InlineData(typeof(NullReferenceException), false, false), InlineData(typeof(NullReferenceException), true, false), InlineData(typeof(NullReferenceException), true, true)]
    [InlineData(typeof(InvalidOperationException), false, true), InlineData(typeof(ArgumentException), true, false), InlineData(typeof(OperationCanceledException), true, true)]
    public void Whatever_the_library_throws_when_it_is_to_speak_is_a_loss(Type kind, bool sure, bool later)
    {
        (IMqttClient client, FakeMqttClient fake) = FakeMqttClient.Make();
        using BrokerLink link = Link(new BrokerAddress("nowhere", 1), Quick, client);
        Assert.True(Until(link.Tend));
        Exception fault = (Exception)Activator.CreateInstance(kind)!;
        fake.Publishing = () => later ? Task.FromException<MqttClientPublishResult>(fault) : throw fault;
        Assert.Equal(sure && later, link.Publish("a", new byte[] { 1 }, sure, retain: false));
        Assert.False(link.Tend());
        Assert.False(link.IsUp);
        Assert.Contains(kind == typeof(OperationCanceledException) ? "no sign of life" : kind.Name, link.Loss, StringComparison.Ordinal);
        fake.Publishing = () => Task.FromResult<MqttClientPublishResult>(null!);
        Assert.True(Until(link.Tend), link.Failure);
        bool heard = false;
        Assert.True(link.Publish("a", new byte[] { 1 }, sure: true, retain: true, heard: () => heard = true));
        Assert.True(heard && link.HasRoom && link.IsUp);
    }

    [Fact]
    public void However_often_it_was_lost_the_broker_is_asked_for_a_sign_of_life_by_one()
    {
        (IMqttClient client, FakeMqttClient fake) = FakeMqttClient.Make();
        using BrokerLink link = Link(new BrokerAddress("nowhere", 1), Quick with { FirstWait = TimeSpan.FromMilliseconds(1) }, client);
        Stopwatch time = Stopwatch.StartNew();
        for (int k = 0; k < 20; k++)
        {
            Assert.True(Until(link.Tend));
            fake.Drop();
            Assert.False(link.Tend());
        }
        Assert.True(Until(link.Tend));
        Thread.Sleep(2200);
        Assert.InRange(fake.Pings, 1, 2 * time.Elapsed.TotalSeconds);        // twice in a keep-alive
    }

    private static BrokerLink Link(BrokerAddress broker, BridgeOptions options, IMqttClient? by = null) =>
        new(broker, new AnimalTopics("a"), 1, options, _ => { }, () => { }, _ => { }, by);

    private static bool Until(Func<bool> holds)
    {
        Stopwatch patience = Stopwatch.StartNew();
        while (patience.Elapsed < TimeSpan.FromSeconds(20))
        {
            if (holds()) return true;
            Thread.Sleep(1);
        }
        return false;
    }

    /// <summary>Takes connections, acknowledges an MQTT 5 client's greeting if it is to, and says nothing else.</summary>
    private sealed class SilentPeer : IDisposable
    {
        private readonly TcpListener listener;
        private readonly List<TcpClient> taken = [];
        private readonly bool acknowledges;
        private volatile int connections;

        public SilentPeer(int port, bool acknowledges)
        {
            this.acknowledges = acknowledges;
            listener = new TcpListener(IPAddress.Loopback, port);
            listener.Start();
            _ = Take();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public int Connections => connections;

        public void Dispose()
        {
            listener.Stop();
            lock (taken) taken.ForEach(client => client.Dispose());
        }

        private async Task Take()
        {
            while (true)
            {
                TcpClient client = await listener.AcceptTcpClientAsync();
                lock (taken) taken.Add(client);
                if (acknowledges) client.GetStream().Write([0x20, 3, 0, 0, 0]);      // CONNACK: success, no properties
                connections++;
            }
        }
    }
}

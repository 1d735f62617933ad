using System.Text;
using System.Text.Json;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Tests.Telemetry.Mqtt;

namespace Locomotion.Tests.EndToEnd.Load;

/// <summary>
/// What the loop feels of its bridge: in real time, bridged and alone in turn. The trouble is the same all the time, so that what it costs the
/// machine slows both alike: while the loop is alone it is made for an animal of another program. The loop has a processor to itself, as the
/// robot's guide asks for.
/// </summary>
[Collection(Alone.Name)]
public sealed class BridgeCostTests(ITestOutputHelper output) : IDisposable
{
    private const string Bridged = "crawler", Other = "bystander";
    private const int Quiet = 1;                                        // blocks of a second, before each trouble
    private static readonly int Pairs = Soak.IsOn ? 24 : 6;             // and with it
    private const int WarmUp = 5;       // the same, until the compiler has done its best
    // the soak's mark cannot be told from six pairs on a busy machine: docs/mqtt.md has the figures
    private static readonly double MostRatio = Soak.IsOn ? 1.2 : 1.6;

    private readonly FreeProcessor processor = new();
    private readonly OpenMosquitto broker = new();

    public void Dispose()
    {
        broker.Dispose();
        processor.Dispose();
    }

    [Fact]
    public void A_storm_a_slow_subscriber_large_payloads_and_a_broker_that_stops_leave_the_loop_alone()
    {
        Running bystander = DeskProgram.Release.Start("serve", "slow-walk", "--id", Other, "--broker", $"{broker.Address}");
        using TestClient client = TestClient.Connect(broker.Address, $"locomotion/1/{Bridged}/stats/loop"), herald = TestClient.Connect(broker.Address, $"locomotion/1/{Other}/state");
        herald.Await($"locomotion/1/{Other}/state", state => state.GetProperty("phase").GetString() == "running");
        using PairedLoop loop = new(broker.Address, WarmUp + 5 * (Pairs + Quiet + 1), processor.Number, output);
        while (loop.Pairs < WarmUp) Thread.Sleep(10);
        List<(string Trouble, double Ratio)> figures = [];
        long allocated = loop.Allocated;

        figures.Add(Measured(loop, "no trouble", _ => Thread.Sleep(10)));
        using (RawClient sender = new(broker.Port, "storm"))
        {
            Dictionary<string, byte[]> storms = Each(Storm);
            figures.Add(Measured(loop, "10 000 messages a second", animal =>
            {
                sender.Send(storms[animal]);
                Thread.Sleep(10);
            }));
            // of which the broker keeps the first from the animal, and the second not
            Dictionary<string, byte[]> large = Each(animal => [.. Message(animal, "params/cmd", new string(' ', 1024 * 1024)), .. Message(animal, "params/cmd", new string(' ', CommandText.LongestPayload + 1))]);
            figures.Add(Measured(loop, "1 MiB and 64 KiB ten times a second", animal =>
            {
                sender.Send(large[animal]);
                Thread.Sleep(100);
            }));
            JsonElement refused = client.Heard.Last().Json.GetProperty("refused");
            output.WriteLine($"refused: {refused}");
            Assert.All((string[])["refused-rate", "refused-malformed", "refused-superseded", "refused-too-large"], code => Assert.True(refused.GetProperty(code).GetInt64() > 0));
        }
        using (RawClient slow = new(broker.Port, "slow", receiveBuffer: 4096))
        {
            slow.Subscribe("#");
            figures.Add(Measured(loop, "a subscriber that takes nothing", _ => Thread.Sleep(10)));
        }
        Assert.True(loop.Bridge.IsUp);
        Assert.Equal(0, loop.Bridge.LostSamples);
        broker.Kill();
        figures.Add(Measured(loop, "no broker", _ => Thread.Sleep(10)));
        Assert.False(loop.Bridge.IsUp);
        bystander.Process.Kill();
        bystander.Finish();

        Assert.Equal(0, loop.Allocated - allocated);
        Assert.All(figures, figure => Assert.True(figure.Ratio <= MostRatio, $"{figure.Trouble}: {figure.Ratio:0.00} times the loop alone"));
    }

    /// <summary>Makes trouble, and gives the median of the ratios of the 99th percentiles over all pairs of blocks.</summary>
    private (string, double) Measured(PairedLoop loop, string trouble, Action<string> make)
    {
        int first = loop.Pairs + Quiet, end = first + Pairs;
        (int before, long bytes) = (GC.CollectionCount(0), GC.GetTotalAllocatedBytes());
        while (loop.Pairs < end) make(loop.IsBridged ? Bridged : Other);
        (double ratio, double bridged, double alone) = loop.Medians(first..end);
        output.WriteLine($"{trouble}: a tick's work p99 {bridged:0.00} us bridged, {alone:0.00} us alone, ratio {ratio:0.00}; {GC.CollectionCount(0) - before} collections, "
            + $"{(GC.GetTotalAllocatedBytes() - bytes) / (Pairs + Quiet) / 1024} KiB in each bridged second by the whole program");
        return (trouble, ratio);
    }

    private static Dictionary<string, byte[]> Each(Func<string, byte[]> make) => new() { [Bridged] = make(Bridged), [Other] = make(Other) };

    /// <summary>A hundred messages: drive that is too old or too much, orders for the desk, and what is no command.</summary>
    private static byte[] Storm(string animal)
    {
        List<byte> packets = [];
        for (int k = 0; k < 25; k++)
        {
            packets.AddRange(Message(animal, "drive/cmd", $$"""{"client":"storm-{{k}}","seq":1,"drive":0.5,"release":1,"swim":0,"turn":0,"ttl_ms":60000}"""));
            packets.AddRange(Message(animal, "params/cmd", $$"""{"id":"{{k}}","client":"storm","op":"stage","base_version":1,"values":{"legs.base-frequency":2} }"""));
            packets.AddRange(Message(animal, "safety/cmd", $$"""{"id":"{{k}}","client":"storm-{{k}}","op":"dance"}"""));
            packets.AddRange(Message(animal, "params/cmd", """{"id":"""));
        }
        return [.. packets];
    }

    private static byte[] Message(string animal, string topic, string payload) => RawClient.Message($"locomotion/1/{animal}/{topic}", Encoding.UTF8.GetBytes(payload));
}

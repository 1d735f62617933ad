using System.Net;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Serving;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Tests.EndToEnd;

namespace Locomotion.Tests.Telemetry.Mqtt;

/// <summary>What guests of the broker inside the program may say.</summary>
[Collection(Alone.Name)]
public sealed class EmbeddedBrokerTests : IDisposable
{
    private readonly Broker broker = new(new BrokerPlace(IPAddress.Loopback, 0, 0));

    public void Dispose() => broker.Dispose();

    [Fact]
    public void A_guest_commands_the_animals_that_are_served_here_and_can_have_the_broker_keep_nothing_else()
    {
        using TestClient guest = TestClient.Connect(Outside);
        Assert.False(guest.Publish("locomotion/1/crawler/params/cmd", "early", retain: true).IsSuccess);
        using ServedAnimal animal = new("crawler", BuiltInScenarios.Named("slow-walk"), broker.Inside, new ServingOptions());
        guest.Await("locomotion/1/crawler/about");
        string[] commands = ["params/cmd", "drive/cmd", "safety/cmd", "lesion/cmd"];
        string[] others = ["crawler/cmd", "crawler/anything/cmd", "crawler/params/deep/cmd", "crawler/params/cmd/cmd", "crawler//cmd", "other/params/cmd", "cmd", "a/b/c/d/e/cmd", "crawler/state"];
        Assert.All(commands, topic => Assert.True(guest.Publish($"locomotion/1/crawler/{topic}", "kept", retain: true).IsSuccess, topic));
        Assert.All(others, topic => Assert.False(guest.Publish($"locomotion/1/{topic}", "kept", retain: true).IsSuccess, topic));
        Assert.False(guest.Publish("anything", "kept", retain: true).IsSuccess);
        Assert.True(guest.Publish(HomeAssistantDevice.StatusTopic, "online", retain: true).IsSuccess);
        using TestClient late = TestClient.Connect(Outside);
        late.Await("locomotion/1/crawler/stats/loop");
        Assert.Equal(commands.Select(topic => $"locomotion/1/crawler/{topic}").Order(StringComparer.Ordinal),
            late.Heard.Where(said => said.Text == "kept").Select(said => said.Topic).Order(StringComparer.Ordinal));
    }

    private BrokerAddress Outside => new("127.0.0.1", broker.MqttPort);
}

using System.Text.Json;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Tests.Telemetry.Mqtt;

namespace Locomotion.Tests.EndToEnd.Contract;

/// <summary>An operator who speaks with the animal called centipede.</summary>
internal sealed class Conversation(BrokerAddress broker) : IDisposable
{
    public const string Tree = "locomotion/1/centipede/";

    private int asked;

    public TestClient Client { get; } = TestClient.Connect(broker, "locomotion/1/#");

    public Said Await(string topic, Predicate<JsonElement>? wanted = null) => Client.Await(Tree + topic, wanted);

    public Said AwaitPhase(string phase) => Await("state", state => state.GetProperty("phase").GetString() == phase);

    /// <summary>Publishes to a topic of the animal; ' stands for ".</summary>
    public void Tell(string topic, string payload, bool retain = false) => Client.Publish(Tree + topic, payload.Replace('\'', '"'), retain);

    /// <summary>Asks by params/cmd, and gives the first answer.</summary>
    public JsonElement Ask(string rest) => AskAs("test", rest);

    public JsonElement AskAs(string client, string rest) => Answer("params", client, rest);

    /// <summary>Asks by the family's topic, and gives the first answer.</summary>
    public JsonElement Answer(string family, string client, string rest)
    {
        string id = $"q{++asked}";
        Tell($"{family}/cmd", $"{{'id':'{id}','client':'{client}',{rest}}}");
        return Await($"{family}/reply/{client}", reply => reply.GetProperty("id").GetString() == id).Json;
    }

    public string Code(string rest) => Ask(rest).GetProperty("code").GetString()!;

    /// <summary>The value of a number in the active set of that version.</summary>
    public double Active(int version, string name = "legs.base-frequency") =>
        Await("params/active", set => set.GetProperty("version").GetInt32() == version).Json.GetProperty("values").GetProperty(name).GetDouble();

    public void Dispose() => Client.Dispose();
}

using System.Text;
using System.Text.Json;
using Locomotion.Controller;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Rhythms;
using Locomotion.Telemetry.Mqtt;
using Locomotion.Telemetry.Tuning;

namespace Locomotion.Tests.Telemetry.Mqtt;

/// <summary>What the desk for tuning says, without a network.</summary>
public class TuningServiceTests
{
    private static readonly AnimalCard Card = new("a", AnimalCard.Simulation, "slow-walk", 3, Oscillator.Phase, LoopTiming.Default);
    private readonly NotingVoice voice = new();
    private readonly TuningService service;

    public TuningServiceTests() => service = new TuningService(new TuningDesk(new CentipedeController(3, new ControllerParameters(), LoopTiming.Default, seed: 1), new RestlessClock()), voice, Card);

    [Fact]
    public void A_lease_is_told_when_it_is_taken_and_when_it_is_renewed_and_not_in_between()
    {
        for (int k = 0; k < 10; k++) service.Pass(k);
        Ask("""{"id":"1","client":"ann","op":"lease","seconds":60}""");
        for (int k = 0; k < 10; k++) service.Pass(k);
        Ask("""{"id":"2","client":"ann","op":"lease","seconds":60}""");
        for (int k = 0; k < 10; k++) service.Pass(k);
        JsonElement[] told = [.. voice.Said.Where(said => said.Topic == "params/lease").Select(said => JsonDocument.Parse(said.Text).RootElement)];
        Assert.Equal(3, told.Length);
        Assert.Equal(JsonValueKind.Null, told[0].GetProperty("until").ValueKind);
        Assert.True(told[2].GetProperty("until").GetInt64() >= told[1].GetProperty("until").GetInt64());
    }

    [Theory, InlineData("x"), InlineData("'"), InlineData("\\u0001")]
    public void A_command_full_of_nonsense_gets_a_short_answer(string letter)
    {
        string name = string.Concat(Enumerable.Repeat(letter, 64)), value = string.Concat(Enumerable.Repeat(letter, 5000));
        string unknown = string.Join(',', Enumerable.Range(0, 90).Select(k => $"\"{name}{k}\":1"));
        foreach (string values in (string[])[unknown, $"\"legs.from-ahead\":\"{value}\"", $"\"{value}\":1"])
        {
            CommandReply reply = Ask($$$"""{"id":"1","client":"c{{{voice.Said.Count}}}{{{values.Length}}}","op":"stage","base_version":1,"values":{{{{values}}}}}""");
            Assert.Equal(RefusalCode.Field, reply.Code);
            Assert.InRange(Length(reply), 1, 16 * 1024);
        }
        Assert.InRange(Length(Ask($$"""{"id":"2","client":"d","op":"stage","base_version":1,"values":{},"{{value}}":1}""")), 1, 16 * 1024);
    }

    [Fact]
    public void Sets_are_told_with_the_session_they_belong_to()
    {
        service.Pass(0);
        foreach (string topic in (string[])["params/active", "params/history/1"])
            Assert.Equal(Card.Session, JsonDocument.Parse(voice.Said.Single(said => said.Topic == topic).Text).RootElement.GetProperty("session").GetInt64());
    }

    private static int Length(CommandReply reply) => reply.ToJson("params", new string('\'', 64), "stage", 1).Length;

    private CommandReply Ask(string command) => service.Handle(JsonDocument.Parse(Encoding.UTF8.GetBytes(command)).RootElement, default);

    /// <summary>A clock that goes on between any two looks at it.</summary>
    private sealed class RestlessClock : TimeProvider
    {
        private long ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => ticks += 10_000;     // 1 ms

        public override DateTimeOffset GetUtcNow() => DateTimeOffset.UnixEpoch.AddTicks(ticks += 10_000);
    }
}

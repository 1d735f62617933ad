using System.Globalization;
using Locomotion.Telemetry.Mqtt;

namespace Locomotion.Tests.Telemetry.Mqtt;

public sealed class OutboxTests : IDisposable
{
    private readonly Outbox outbox = new(new AnimalTopics("a"));

    public void Dispose() => outbox.Dispose();

    [Fact]
    public void All_that_holds_is_said_again_however_much_it_is_and_the_state_first()
    {
        int versions = Outbox.Room + 100;
        outbox.Keep("about", [1]);
        outbox.Keep("state", [2]);
        for (int version = 1; version <= versions; version++)
        {
            outbox.Keep(string.Create(CultureInfo.InvariantCulture, $"params/history/{version}"), [3]);
            Take();
        }
        Assert.True(outbox.IsEmpty);
        outbox.Say("event/phase", [4]);
        long lost = outbox.Lost;
        outbox.Repeat();
        List<OutMessage> said = Take();
        Assert.Equal(("locomotion/1/a/state", "locomotion/1/a/event/phase"), (said[0].Topic, said[^1].Topic));
        Assert.Equal(versions + 2, said.Where(word => word.Retain).Select(word => word.Topic).Distinct().Count());
        Assert.Equal((lost, versions + 3), (outbox.Lost, said.Count));
    }

    [Fact]
    public void A_word_that_was_taken_back_is_forgotten_once_the_broker_has_heard_so()
    {
        outbox.Keep("params/history/1", [1]);
        outbox.Keep("params/history/1", []);
        Take();
        outbox.Repeat();        // it was lost on its way
        Assert.Equal([], Assert.Single(Take()).Payload);
        outbox.Forget("locomotion/1/a/params/history/1");
        outbox.Repeat();
        Assert.Empty(Take());
    }

    [Fact]
    public void A_new_word_on_a_topic_that_was_emptied_outlives_the_broker_s_answer_to_that()
    {
        outbox.Keep("alert/late", []);
        Take();
        outbox.Keep("alert/late", [1]);
        outbox.Forget("locomotion/1/a/alert/late");
        Assert.Equal([1], Assert.Single(Take()).Payload);
        Assert.True(outbox.Keeps("alert/late"));
    }

    [Fact]
    public void A_word_that_was_forgotten_while_it_waited_is_said_empty()
    {
        outbox.Keep("alert/late", []);
        outbox.Keep("alert/late", []);
        Assert.True(outbox.TryTake(out _));
        outbox.Forget("locomotion/1/a/alert/late");
        Assert.Equal([], Assert.Single(Take()).Payload);
    }

    private List<OutMessage> Take()
    {
        List<OutMessage> taken = [];
        while (outbox.TryTake(out OutMessage message)) taken.Add(message);
        return taken;
    }
}

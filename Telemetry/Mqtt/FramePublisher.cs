using System.Text.Json;
using Locomotion.Controller.Descending;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>Takes the loop's samples: some become frames, all of them show the gait.</summary>
internal sealed class FramePublisher : IDisposable
{
    private static readonly JsonEncodedText Session = JsonEncodedText.Encode("session"), Seq = JsonEncodedText.Encode("seq"), Tick = JsonEncodedText.Encode("tick"),
        Time = JsonEncodedText.Encode("t"), Step = JsonEncodedText.Encode("dt"), Data = JsonEncodedText.Encode("data");

    private readonly IReadOnlyList<FrameGroup> groups;
    private readonly string[] frameTopics, lastTopics;      // [group]
    private readonly AnimalCard card;
    private readonly LoopTap tap;
    private readonly int samplesPerFrame;
    private readonly PayloadBuffer payload = new();
    private readonly int[] chosen;      // places in the ring of the samples that become frames
    private long seq, lastSecond = -1, samples;
    private DescendingCommand saidCommand;
    private LoopState state = new(default, false, -1, 0, 0);
    private bool everTold;

    public FramePublisher(IReadOnlyList<FrameGroup> groups, AnimalTopics topics, AnimalCard card, LoopTap tap, int samplesPerFrame)
    {
        (this.groups, this.card, this.tap, this.samplesPerFrame) = (groups, card, tap, samplesPerFrame);
        frameTopics = [.. groups.Select(group => topics[$"frame/{group.Name}"])];
        lastTopics = [.. groups.Select(group => topics[$"last/{group.Name}"])];
        chosen = new int[tap.Samples.Capacity];
    }

    /// <summary>Frames of which nobody was told, since the broker was away.</summary>
    public long Unsent { get; private set; }

    /// <summary>Publishes what waits.</summary>
    public void Publish(BrokerLink link, StatisticsPublisher statistics, Outbox outbox)
    {
        int waiting = tap.Samples.Waiting, count = 0;
        if (waiting == 0) return;
        for (int k = 0; k < waiting; k++)
        {
            ReadOnlySpan<double> record = tap.Samples.Peek(k);
            statistics.Add(record);
            if (samples++ % samplesPerFrame == 0) chosen[count++] = k;
        }
        Follow(tap.Samples.Peek(waiting - 1), outbox);
        if (count > 0 && !Publish(link, count)) Unsent += count;
        tap.Samples.Release(waiting);
    }

    /// <summary>The word for whose command it is.</summary>
    public static string Word(CommandOrigin origin) => origin switch
    {
        CommandOrigin.Client => "client",
        CommandOrigin.Ladder => "ladder",
        CommandOrigin.Hold => "hold",
        _ => "scenario",
    };

    public void Dispose() => payload.Dispose();

    /// <summary>False if not all groups could be told.</summary>
    private bool Publish(BrokerLink link, int count)
    {
        if (!link.IsUp) return false;
        bool told = true;
        seq++;
        long tick = ViewLayout.Tick(tap.Samples.Peek(chosen[count - 1]));
        long second = (long)(tick * card.Timing.Period);
        for (int group = 0; group < groups.Count; group++)
        {
            told &= link.Publish(frameTopics[group], Frame(group, 0, count, tick), sure: false, retain: false);
            if (second != lastSecond) link.Publish(lastTopics[group], Frame(group, count - 1, count, tick), sure: false, retain: true);
        }
        lastSecond = second;
        return told;
    }

    private ReadOnlyMemory<byte> Frame(int group, int first, int end, long tick)
    {
        Utf8JsonWriter writer = payload.Begin();
        writer.WriteNumber(Session, card.Session);
        writer.WriteNumber(Seq, seq);
        writer.WriteNumber(Tick, tick);
        writer.WriteNumber(Time, Math.Round(tick * card.Timing.Period, 9));
        writer.WriteNumber(Step, Math.Round(tap.SamplePeriod * samplesPerFrame, 9));
        writer.WriteStartArray(Data);
        for (int k = first; k < end; k++) groups[group].Write(writer, tap.Samples.Peek(chosen[k]));
        writer.WriteEndArray();
        return payload.End();
    }

    /// <summary>Tells whose command is in force, when that has changed.</summary>
    private void Follow(ReadOnlySpan<double> record, Outbox outbox)
    {
        DescendingCommand command = tap.Layout.Command(record);
        LoopState now = tap.Layout.State(record);
        if (everTold && command == saidCommand && now.Origin == state.Origin && now.Seq == state.Seq) return;
        (saidCommand, state, everTold) = (command, now, true);
        long tick = ViewLayout.Tick(record);
        outbox.Keep("drive/active", JsonPayload.Write(writer =>
        {
            writer.WriteNumber("drive", command.Drive);
            writer.WriteNumber("release", command.Release);
            writer.WriteNumber("swim", command.Swim);
            writer.WriteNumber("turn", command.Turn);
            writer.WriteString("source", Word(now.Origin));
            if (now.Seq >= 0) writer.WriteNumber("seq", now.Seq);
            else writer.WriteNull("seq");
            writer.WriteNumber("t", tick * card.Timing.Period);
        }));
    }
}

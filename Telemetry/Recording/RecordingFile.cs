using Locomotion.Telemetry.Mcap;
using Locomotion.Telemetry.Recording.Messages;
using Locomotion.Telemetry.Rings;

namespace Locomotion.Telemetry.Recording;

/// <summary>From the rings' records to chunks of a file. The recorder's own thread only.</summary>
internal sealed class RecordingFile(McapWriter mcap, InputChannels inputs, ViewChannels views, long firstTick)
{
    /// <summary>The metadata that says how the run ended.</summary>
    public const string EndRecord = "end";

    private long nextTick = firstTick - 1;      // the first record tells what is felt before the first tick
    private long missed;
    private double fullest;                     // of the ring, 0 to 1, since the last statistics

    /// <summary>Writes the oldest <paramref name="count"/> records of <paramref name="ring"/>, and the frames up to them, as one chunk.</summary>
    public void WriteChunk(RecordRing ring, int count, RecordRing frames, ParameterChanges changes, LossCounters losses)
    {
        for (int from = 0, to; from < count; from = to)
        {
            long tick = InputLayout.Tick(ring.Peek(from));
            if (tick > nextTick) views.WriteEvent(Event.Types.Kind.InputsLost, nextTick, tick - nextTick, "the ring to the recorder was full");
            for (to = from + 1; to < count && InputLayout.Tick(ring.Peek(to)) == tick + to - from;) to++;
            inputs.Write(ring, from, to, changes);
            nextTick = tick + to - from;
        }
        for (int k = 0; k < count; k++) Note(ring.Peek(k));
        int shown = 0;
        for (int waiting = frames.Waiting; shown < waiting && ViewLayout.Tick(frames.Peek(shown)) < nextTick; shown++) views.WriteFrame(frames.Peek(shown));
        frames.Release(shown);
        if (views.IsDue(nextTick)) WriteStatistics(losses);
        mcap.EndChunk();
        fullest = Math.Max(fullest, (double)ring.Waiting / ring.Capacity);      // the disk may have taken its time
    }

    /// <summary>Ends the file in order: how it ended is its last metadata.</summary>
    public void Finish(LossCounters losses, string? fault)
    {
        WriteStatistics(losses);
        views.WriteEvent(fault is null ? Event.Types.Kind.End : Event.Types.Kind.Fault, nextTick, 0, fault ?? "");
        mcap.EndChunk();
        mcap.AddMetadata(EndRecord, new Dictionary<string, string>
        {
            ["ticks"] = $"{nextTick}",
            ["lost_inputs"] = $"{losses.Inputs}",
            ["lost_frames"] = $"{losses.Frames}",
            ["fault"] = fault ?? "",
        });
        mcap.Finish();
    }

    private void WriteStatistics(LossCounters losses)
    {
        views.WriteStatistics(nextTick - 1, missed, losses, fullest);
        fullest = 0;
    }

    private void Note(ReadOnlySpan<double> record)
    {
        if (InputLayout.Nanoseconds(record) is > 0 and long ended) views.Time(InputLayout.Tick(record), ended);
        long now = InputLayout.Missed(record);
        if (now > missed) views.WriteEvent(Event.Types.Kind.DeadlinesMissed, InputLayout.Tick(record), now - missed, "");
        missed = now;
    }
}

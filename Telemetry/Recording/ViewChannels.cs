using Google.Protobuf.Collections;
using Locomotion.Controller.Cord;
using Locomotion.Telemetry.Gaits;
using Locomotion.Telemetry.Mcap;
using Locomotion.Telemetry.Recording.Messages;

namespace Locomotion.Telemetry.Recording;

/// <summary>What is recorded for people: frames of the state, the gait, how the loop does, what happened.</summary>
internal sealed class ViewChannels
{
    private readonly ViewLayout layout;
    private readonly RecordingClock clock;
    private readonly GaitWindow window;
    private readonly LoopMeter meter;
    private readonly MessageChannel state, gait, loop, events;
    private readonly State frame = new();
    private readonly Gait gaitMessage = new();
    private readonly LoopStatistics statistics = new();
    private long due;                           // tick

    public ViewChannels(McapWriter mcap, ViewLayout layout, RecordingClock clock, RecordingStart start)
    {
        (this.layout, this.clock) = (layout, clock);
        window = new GaitWindow(start.Controller.Segments.Length);
        meter = new LoopMeter(2 * clock.TicksPerSecond);
        due = start.FirstTick + clock.TicksPerSecond;
        state = new MessageChannel(mcap, Topics.State, State.Descriptor);
        gait = new MessageChannel(mcap, Topics.Gait, Gait.Descriptor);
        loop = new MessageChannel(mcap, Topics.Loop, LoopStatistics.Descriptor);
        events = new MessageChannel(mcap, Topics.Events, Event.Descriptor);
    }

    /// <summary>Whether a second is over at <paramref name="tick"/>.</summary>
    public bool IsDue(long tick) => tick >= due || meter.IsFull;

    /// <summary>Notes when a tick ended, ns.</summary>
    public void Time(long tick, long nanoseconds) => meter.Add(tick, nanoseconds);

    /// <summary>Writes a frame, a record of the ring.</summary>
    public void WriteFrame(ReadOnlySpan<double> record)
    {
        long tick = ViewLayout.Tick(record);
        frame.Tick = (ulong)tick;
        frame.Time = clock.Seconds(tick);
        FillStates(layout.States(record));
        Fill(frame.FootLoad, record[layout.FootLoad]);
        Fill(frame.Wetness, record[layout.Wetness]);
        Fill(frame.Bend, record[layout.Bend]);
        Fill(frame.BendCommand, record[layout.BendCommand]);
        Fill(frame.LegYawCommand, record[layout.LegYawCommand]);
        Fill(frame.LegLiftCommand, record[layout.LegLiftCommand]);
        Fill(frame.X, record[layout.X]);
        Fill(frame.Y, record[layout.Y]);
        Fill(frame.Heading, record[layout.Heading]);
        state.Write(frame, clock.At(tick));
        window.Add(clock.Seconds(tick), layout.States(record));
    }

    /// <summary>Writes what a second brought, up to <paramref name="tick"/>.</summary>
    public void WriteStatistics(long tick, long missed, LossCounters losses, double fill)
    {
        due = tick + clock.TicksPerSecond;
        (double median, double high, double longest) = meter.Summarise();
        (statistics.Tick, statistics.Ticks) = ((ulong)Math.Max(tick, 0), (uint)meter.Count);
        (statistics.TickUsP50, statistics.TickUsP99, statistics.TickUsMax) = (median, high, longest);
        (statistics.RingFill, statistics.LostInputs, statistics.LostFrames) = (fill, (ulong)losses.Inputs, (ulong)losses.Frames);
        statistics.MissedDeadlines = (ulong)missed;
        loop.Write(statistics, clock.At(tick));
        meter.Restart();
        if (window.Frames == 0) return;
        GaitFigures figures = window.Figures;
        gaitMessage.Tick = statistics.Tick;
        (gaitMessage.LegFrequencyHz, gaitMessage.TrunkFrequencyHz, gaitMessage.FoldedFraction) = (figures.LegFrequency, figures.TrunkFrequency, figures.Folded);
        (gaitMessage.LegWaveLagCycles, gaitMessage.LegWaveCoherence, gaitMessage.LeftRightPhase) = (figures.LegLag, figures.LegCoherence, figures.LeftRight);
        (gaitMessage.TrunkWaveLagCycles, gaitMessage.TrunkWaveCoherence) = (figures.TrunkLag, figures.TrunkCoherence);
        gait.Write(gaitMessage, clock.At(tick));
        window.Restart();
    }

    /// <summary>Writes that something happened.</summary>
    public void WriteEvent(Event.Types.Kind kind, long tick, long count, string text)
    {
        Event happened = new() { Tick = (ulong)Math.Max(tick, 0), Kind = kind, Count = (ulong)count, Text = text };
        events.Write(happened, clock.At(tick));
    }

    private void FillStates(ReadOnlySpan<SegmentState> states)
    {
        frame.LegPhase.Clear();
        frame.TrunkPhase.Clear();
        frame.Fold.Clear();
        frame.Message.Clear();
        frame.Excitation.Clear();
        foreach (ref readonly SegmentState s in states)
        {
            frame.LegPhase.Add((float)s.PhaseLeft);
            frame.LegPhase.Add((float)s.PhaseRight);
            frame.TrunkPhase.Add((float)s.TrunkPhase);
            frame.Fold.Add((float)s.Fold);
            frame.Message.Add((float)s.LocalMessage);
            frame.Excitation.Add((float)s.Excitation);
        }
    }

    private static void Fill(RepeatedField<float> field, ReadOnlySpan<double> numbers)
    {
        field.Clear();
        foreach (double number in numbers) field.Add((float)number);
    }
}

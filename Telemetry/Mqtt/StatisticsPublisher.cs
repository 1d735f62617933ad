using System.Text.Json;
using Locomotion.Telemetry.Gaits;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>How loop and animal do, once a second.</summary>
internal sealed class StatisticsPublisher : IDisposable
{
    private readonly AnimalCard card;
    private readonly LoopTap tap;
    private readonly RefusalCounts refusals;
    private readonly string loopTopic, gaitTopic;
    private readonly PayloadBuffer payload = new();
    private readonly GaitWindow window;
    private readonly PathMeter path;
    private readonly double[] work;         // µs of each tick of the second
    private int ticks, lateTicks;
    private double mostLate;                // µs
    private long due, lastTick = -1, allocated = -1, allocatedTick;
    private double? verdict;
    private LoopState state;
    private double allocatedPerTick;

    public StatisticsPublisher(AnimalTopics topics, AnimalCard card, LoopTap tap, RefusalCounts refusals)
    {
        (this.card, this.tap, this.refusals) = (card, tap, refusals);
        loopTopic = topics["stats/loop"];
        gaitTopic = topics["stats/gait"];
        window = new GaitWindow(card.Segments);
        path = new PathMeter(tap.Layout);
        work = new double[2 * card.Timing.Ticks(1)];
        due = card.Timing.Ticks(1);
    }

    /// <summary>Takes in a sample.</summary>
    public void Add(ReadOnlySpan<double> record)
    {
        long tick = ViewLayout.Tick(record);
        window.Add((tick + 1) * card.Timing.Period, tap.Layout.View.States(record));
        path.Add((tick + 1) * card.Timing.Period, record);
        state = tap.Layout.State(record);
        lastTick = tick;
        AddTimes(tap.Layout.Times(record));
    }

    /// <summary>Publishes if a second is over.</summary>
    public void Publish(BrokerLink link, long unsentFrames)
    {
        if (lastTick < due) return;
        due = lastTick + card.Timing.Ticks(1);
        if (allocated >= 0 && lastTick > allocatedTick) allocatedPerTick = (state.Allocated - allocated) / (double)(lastTick - allocatedTick);
        (allocated, allocatedTick) = (state.Allocated, lastTick);
        verdict = ticks > 0 ? lateTicks / (double)ticks : 0;
        if (link.IsUp)
        {
            link.Publish(loopTopic, Loop(unsentFrames), sure: false, retain: true);
            link.Publish(gaitTopic, Gait(), sure: false, retain: true);
        }
        window.Restart();
        path.Restart();
        (ticks, lateTicks, mostLate) = (0, 0, 0);
    }

    /// <summary>Share of the last second's ticks that began a whole period late; null until another second is over.</summary>
    public double? TakeVerdict()
    {
        double? taken = verdict;
        verdict = null;
        return taken;
    }

    public void Dispose() => payload.Dispose();

    /// <summary>Takes in the times of some ticks.</summary>
    private void AddTimes(ReadOnlySpan<double> times)
    {
        for (int k = 0; k < times.Length; k += 2)
        {
            if (ticks < work.Length) work[ticks++] = times[k] / 1e3;
            mostLate = Math.Max(mostLate, times[k + 1] / 1e3);
            if (times[k + 1] > card.Timing.Period * 1e9) lateTicks++;
        }
    }

    private ReadOnlyMemory<byte> Loop(long unsentFrames)
    {
        Span<double> sorted = work.AsSpan(0, ticks);
        sorted.Sort();
        Utf8JsonWriter writer = payload.Begin();
        writer.WriteNumber("tick", lastTick);
        writer.WriteRounded("t", lastTick * card.Timing.Period, 9);
        writer.WriteRounded("tick_us_p50", ticks == 0 ? 0 : sorted[ticks / 2], 1);
        writer.WriteRounded("tick_us_p99", ticks == 0 ? 0 : sorted[(int)((ticks - 1) * 0.99)], 1);
        writer.WriteRounded("tick_us_max", ticks == 0 ? 0 : sorted[^1], 1);
        writer.WriteRounded("late_us_max", mostLate, 1);
        writer.WriteNumber("missed_deadlines", state.Missed);
        writer.WriteNumber("lost_frames", tap.Lost);
        writer.WriteNumber("unsent_frames", unsentFrames);
        writer.WriteNumber("taken", refusals.Taken);
        refusals.Write(writer, "refused");
        writer.WriteStartArray("gc");
        for (int generation = 0; generation <= GC.MaxGeneration; generation++) writer.WriteNumberValue(GC.CollectionCount(generation));
        writer.WriteEndArray();
        writer.WriteRounded("allocated_per_tick", allocatedPerTick, 3);
        return payload.End();
    }

    private ReadOnlyMemory<byte> Gait()
    {
        GaitFigures figures = window.Figures;
        Utf8JsonWriter writer = payload.Begin();
        writer.WriteNumber("tick", lastTick);
        writer.WriteRounded("t", lastTick * card.Timing.Period, 9);
        writer.WriteRounded("leg_frequency_hz", figures.LegFrequency, 4);
        writer.WriteRounded("trunk_frequency_hz", figures.TrunkFrequency, 4);
        writer.WriteRounded("leg_wave_lag_cycles", figures.LegLag, 4);
        writer.WriteRounded("leg_wave_coherence", figures.LegCoherence, 4);
        writer.WriteRounded("left_right_phase", figures.LeftRight, 4);
        writer.WriteRounded("trunk_wave_lag_cycles", figures.TrunkLag, 4);
        writer.WriteRounded("trunk_wave_coherence", figures.TrunkCoherence, 4);
        writer.WriteRounded("folded_fraction", figures.Folded, 4);
        writer.WriteRounded("speed_bl_per_s", path.Speed, 4);
        return payload.End();
    }
}

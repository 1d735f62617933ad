using System.Diagnostics;
using Locomotion.Controller;
using Locomotion.Controller.Loop;
using Locomotion.Telemetry.Recording;
using Locomotion.Telemetry.Rings;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>
/// The loop's side of a bridge: copies what is to be told into rings, never waits, allocates nothing after construction. What finds no room
/// is counted and lost.
/// </summary>
internal sealed class LoopTap : IStepObserver
{
    /// <summary>Time that the rings hold, s: the other side may sleep so long.</summary>
    public const double RingSeconds = 1;

    private const int Fetches = 8;      // ticks in which the memory of a record is asked for

    private readonly OperatorSource operators;
    private readonly IPlant plant;
    private readonly BodyPose? pose;
    private readonly ITickTimes? times;
    private readonly int ticksPerSample;
    private readonly double[] tickTimes;        // for the next sample: of each tick, ns it worked, ns it began late
    private ControllerParameters tuned;
    private CommandOrigin origin;
    private bool still;
    private int timed;                          // ticks
    private long before, lost, done = -1;

    public LoopTap(CentipedeController controller, OperatorSource operators, IPlant plant, BodyPose? pose, ITickTimes? times, double sampleRate)
    {
        (this.operators, this.plant, this.pose, this.times) = (operators, plant, pose, times);
        tuned = controller.Parameters;
        double period = controller.Timing.Period;
        ticksPerSample = Math.Max(1, (int)Math.Round(1 / (sampleRate * period)));
        tickTimes = new double[2 * ticksPerSample];
        Layout = new SampleLayout(controller.Segments.Length, pose is not null, !controller.FlexorVoltage.IsEmpty, ticksPerSample);
        Samples = new RecordRing(Layout.Size, (int)(RingSeconds / (ticksPerSample * period)) + 2);
        News = new RecordRing(3, 256);
        SamplePeriod = ticksPerSample * period;
    }

    /// <summary>Of a record of <see cref="Samples"/>.</summary>
    public SampleLayout Layout { get; }

    /// <summary>Time from one sample to the next, s.</summary>
    public double SamplePeriod { get; }

    /// <summary>The animal's state, now and then.</summary>
    public RecordRing Samples { get; }

    /// <summary>What happened: which of <see cref="LoopNews"/>, at which tick, and its value.</summary>
    public RecordRing News { get; }

    /// <summary>Samples lost since the start. Any thread.</summary>
    public long Lost => Volatile.Read(ref lost);

    /// <summary>The last tick done; −1 before the first. Any thread.</summary>
    public long Done => Volatile.Read(ref done);

    /// <summary>The set of parameters in force; changes are in <see cref="News"/>. Any thread.</summary>
    public ControllerParameters Tuned => Volatile.Read(ref tuned);

    /// <inheritdoc/>
    public void Observe(long tick, CentipedeController controller)
    {
        Time();
        Notice(tick, controller);
        Sample(tick, controller);
        Volatile.Write(ref done, tick);
    }

    /// <summary>While samples are lost, the latest times count.</summary>
    private void Time()
    {
        if (timed == ticksPerSample) timed = 0;
        tickTimes[2 * timed] = times is null ? SinceTheLast() : times.WorkNanoseconds;
        tickTimes[2 * timed + 1] = times is null ? 0 : times.LateNanoseconds;
        timed++;
    }

    private long SinceTheLast()
    {
        long now = Stopwatch.GetTimestamp(), work = before == 0 ? 0 : (long)((now - before) * (1e9 / Stopwatch.Frequency));
        before = now;
        return work;
    }

    private void Notice(long tick, CentipedeController controller)
    {
        if (!ReferenceEquals(controller.Parameters, tuned) && Tell(LoopNews.Parameters, tick, 0)) Volatile.Write(ref tuned, controller.Parameters);
        if (operators.Origin != origin && Tell(LoopNews.Origin, tick, (double)operators.Origin)) origin = operators.Origin;
        if (operators.IsStill != still && Tell(LoopNews.Phase, tick, operators.IsStill ? 1 : 0)) still = operators.IsStill;
    }

    /// <summary>False if there is no room: the same is tried again after the next tick.</summary>
    private bool Tell(LoopNews news, long tick, double value)
    {
        if (!News.TryClaim(out Span<double> record)) return false;
        (record[0], record[1], record[2]) = ((double)news, tick, value);
        News.Publish();
        return true;
    }

    /// <summary>
    /// Fills the next record and hands it over when it is time. The ticks between get ready for that: code and memory that wait from one sample
    /// to the next are out of the processor's cache, and would make each tick that samples a late one.
    /// </summary>
    private void Sample(long tick, CentipedeController controller)
    {
        int since = (int)(tick % ticksPerSample);
        if (!Samples.TryClaim(out Span<double> record))
        {
            if (since == 0) Volatile.Write(ref lost, lost + 1);
            return;
        }
        if (since is > 0 and <= Fetches) Samples.Prefetch(since - 1, Fetches);
        else if (since > Fetches) Layout.Rehearse(record, tick, controller, pose);
        if (since > 0) return;
        LoopState state = new(operators.Origin, operators.IsStill, operators.Order?.Seq ?? -1, plant.MissedDeadlines, GC.GetAllocatedBytesForCurrentThread());
        Layout.Write(record, tick, controller, pose, in state, tickTimes.AsSpan(0, 2 * timed));
        Samples.Publish();
        timed = 0;
    }
}

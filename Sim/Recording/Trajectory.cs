using Locomotion.Sim.Metrics;
using Locomotion.Telemetry.Frames;

namespace Locomotion.Sim.Recording;

/// <summary>A recorded run, read by name: what metrics and pictures are made from.</summary>
public sealed class Trajectory
{
    private readonly FrameLog log;
    private readonly int whole = FrameColumns.Whole.Count, each = FrameColumns.Segment.Count;

    /// <summary>Reads <paramref name="log"/>, whose columns must be those of <see cref="FrameColumns.For"/>.</summary>
    public Trajectory(FrameLog log)
    {
        this.log = log;
        Segments = (log.Columns.Count - whole) / each;
        if (Segments < 1 || !log.Columns.SequenceEqual(FrameColumns.For(Segments)))
            throw new ArgumentException("The table does not have the columns of a recorded run.", nameof(log));
    }

    /// <summary>Segments of the animal.</summary>
    public int Segments { get; }

    /// <summary>All of them.</summary>
    public SegmentRange AllSegments => new(0, Segments);

    /// <summary>Samples.</summary>
    public int Count => log.Count;

    /// <summary>Time of sample <paramref name="k"/>, s.</summary>
    public double Time(int k) => log[k, 0];

    /// <summary>First sample at or after <paramref name="time"/>, s; their number if there is none.</summary>
    public int SampleAt(double time)
    {
        int k = 0;
        while (k < Count && Time(k) < time) k++;
        return k;
    }

    /// <summary>The scenario's phase at sample <paramref name="k"/>, from 0.</summary>
    public int Phase(int k) => (int)log[k, 1];

    /// <summary>A number of the whole animal at sample <paramref name="k"/>.</summary>
    public double Whole(int k, WholeSignal signal) => log[k, (int)signal];

    /// <summary>A number of segment <paramref name="i"/> at sample <paramref name="k"/>.</summary>
    public double Of(int k, int i, SegmentSignal signal) => log[k, whole + i * each + (int)signal];
}

/// <summary>Columns of the whole animal, in the order of <see cref="FrameColumns.Whole"/>.</summary>
public enum WholeSignal
{
    /// <summary>Time, s.</summary>
    Time,
    /// <summary>Phase of the scenario.</summary>
    Phase,
    /// <summary>Drive.</summary>
    Drive,
    /// <summary>Release.</summary>
    Release,
    /// <summary>Swim.</summary>
    Swim,
    /// <summary>Turn.</summary>
    Turn,
    /// <summary>Center of mass, m.</summary>
    X,
    /// <summary>Center of mass, m.</summary>
    Y,
    /// <summary>Work given by all actuators since the start, J.</summary>
    Effort,
}

/// <summary>Columns of a segment, in the order of <see cref="FrameColumns.Segment"/>.</summary>
public enum SegmentSignal
{
    /// <summary>Center, m.</summary>
    X,
    /// <summary>Center, m.</summary>
    Y,
    /// <summary>Heading, rad.</summary>
    Heading,
    /// <summary>Phase of the left leg, rad.</summary>
    PhaseLeft,
    /// <summary>Phase of the right leg, rad.</summary>
    PhaseRight,
    /// <summary>Left leg angle, rad.</summary>
    YawLeft,
    /// <summary>Right leg angle, rad.</summary>
    YawRight,
    /// <summary>Load on the left foot, segment weights.</summary>
    LoadLeft,
    /// <summary>Load on the right foot, segment weights.</summary>
    LoadRight,
    /// <summary>Fold, 0 to 1.</summary>
    Fold,
    /// <summary>Wetness, 0 to 1.</summary>
    Wetness,
    /// <summary>Bend of the joint behind, rad.</summary>
    Bend,
    /// <summary>Phase of the joint behind, rad.</summary>
    TrunkPhase,
    /// <summary>1 while the left leg swings, else 0.</summary>
    SwingLeft,
    /// <summary>1 while the right leg swings, else 0.</summary>
    SwingRight,
    /// <summary>m: the swim message after contact has overwritten it, 0 to 1.</summary>
    Message,
}

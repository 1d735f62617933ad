using Locomotion.Body.Chain;
using Locomotion.Controller;
using Locomotion.Controller.Cord;
using Locomotion.Controller.Loop;
using Locomotion.Sim.Running;
using Locomotion.Telemetry.Frames;

namespace Locomotion.Sim.Recording;

/// <summary>Samples a run into a table, every <see cref="Interval"/> seconds or at every tick if that is longer.</summary>
public sealed class FrameRecorder : IStepObserver
{
    /// <summary>Time between samples, s.</summary>
    public const double Interval = 0.01;

    private readonly Simulation simulation;
    private readonly int ticksPerFrame;

    /// <summary>A recorder with room for the whole scenario.</summary>
    public FrameRecorder(Simulation simulation)
    {
        this.simulation = simulation;
        LoopTiming timing = simulation.Scenario.Timing;
        ticksPerFrame = Math.Max(1, (int)Math.Round(Interval / timing.Period));
        long frames = timing.Ticks(simulation.Scenario.Seconds) / ticksPerFrame + 1;
        Log = new FrameLog(FrameColumns.For(simulation.Plant.Segments), checked((int)frames));
    }

    /// <summary>What was recorded.</summary>
    public FrameLog Log { get; }

    /// <summary>Samples that a whole run has before tick <paramref name="tick"/>.</summary>
    internal long CountUntil(long tick) => (tick + ticksPerFrame - 1) / ticksPerFrame;

    /// <inheritdoc/>
    public void Observe(long tick, CentipedeController controller)
    {
        if (tick % ticksPerFrame != 0 || !Log.TryAppend(out Span<double> row)) return;
        PlanarChain chain = simulation.Body.Chain;
        int k = 0;
        row[k++] = (tick + 1) * controller.Timing.Period;
        row[k++] = simulation.Player.Phase;
        row[k++] = controller.Decided.Drive;
        row[k++] = controller.Decided.Release;
        row[k++] = controller.Decided.Swim;
        row[k++] = controller.Decided.Turn;
        row[k++] = chain.X;
        row[k++] = chain.Y;
        row[k++] = simulation.Body.Books.Effort;
        ReadOnlySpan<SegmentState> segments = controller.Segments;
        Senses senses = controller.Senses;
        for (int i = 0; i < segments.Length; i++)
        {
            bool hasJoint = i < segments.Length - 1;
            row[k++] = chain.Links[i].X;
            row[k++] = chain.Links[i].Y;
            row[k++] = chain.Heading[i];
            row[k++] = segments[i].PhaseLeft;
            row[k++] = segments[i].PhaseRight;
            row[k++] = simulation.Body.LegYaw[Leg.Left(i)];
            row[k++] = simulation.Body.LegYaw[Leg.Right(i)];
            row[k++] = senses.FootLoad[Leg.Left(i)];
            row[k++] = senses.FootLoad[Leg.Right(i)];
            row[k++] = segments[i].Fold;
            row[k++] = senses.Wetness[i];
            row[k++] = hasJoint ? senses.Bend[i] : 0;
            row[k++] = hasJoint ? segments[i].TrunkPhase : 0;
            row[k++] = segments[i].SwingLeft;
            row[k++] = segments[i].SwingRight;
            row[k++] = segments[i].LocalMessage;
        }
    }
}

using System.Runtime.InteropServices;
using Locomotion.Controller;
using Locomotion.Controller.Cord;
using Locomotion.Controller.Loop;

namespace Locomotion.Telemetry.Recording;

/// <summary>Where the numbers of a viewing frame lie in a record of the ring.</summary>
internal sealed class ViewLayout
{
    private readonly int segments;

    public ViewLayout(int segments, bool hasPose)
    {
        this.segments = segments;
        int n = segments, at = 1;
        LegPhase = Next(2 * n);
        TrunkPhase = Next(n);
        Fold = Next(n);
        Message = Next(n);
        Excitation = Next(n);
        FootLoad = Next(2 * n);
        Wetness = Next(n);
        Bend = Next(n - 1);
        BendCommand = Next(n - 1);
        LegYawCommand = Next(2 * n);
        LegLiftCommand = Next(2 * n);
        X = Next(hasPose ? n : 0);
        Y = Next(hasPose ? n : 0);
        Heading = Next(hasPose ? n : 0);
        Size = at;

        Range Next(int count)
        {
            at += count;
            return (at - count)..at;
        }
    }

    public Range LegPhase { get; }
    public Range TrunkPhase { get; }
    public Range Fold { get; }
    public Range Message { get; }
    public Range Excitation { get; }
    public Range FootLoad { get; }
    public Range Wetness { get; }
    public Range Bend { get; }
    public Range BendCommand { get; }
    public Range LegYawCommand { get; }
    public Range LegLiftCommand { get; }
    public Range X { get; }
    public Range Y { get; }
    public Range Heading { get; }

    /// <summary>Doubles in a record.</summary>
    public int Size { get; }

    /// <summary>Fills a record after tick <paramref name="tick"/>.</summary>
    public void Write(Span<double> record, long tick, CentipedeController controller, IBodyPose? pose)
    {
        MemoryMarshal.Cast<double, long>(record)[0] = tick;
        Span<double> legs = record[LegPhase], trunk = record[TrunkPhase], fold = record[Fold], message = record[Message], excitation = record[Excitation];
        ReadOnlySpan<SegmentState> states = controller.Segments;
        for (int i = 0; i < segments; i++)
        {
            legs[Leg.Left(i)] = states[i].PhaseLeft;
            legs[Leg.Right(i)] = states[i].PhaseRight;
            trunk[i] = states[i].TrunkPhase;
            fold[i] = states[i].Fold;
            message[i] = states[i].LocalMessage;
            excitation[i] = states[i].Excitation;
        }
        controller.Senses.FootLoad.CopyTo(record[FootLoad]);
        controller.Senses.Wetness.CopyTo(record[Wetness]);
        controller.Senses.Bend.CopyTo(record[Bend]);
        controller.Command.Bend.CopyTo(record[BendCommand]);
        controller.Command.LegYaw.CopyTo(record[LegYawCommand]);
        controller.Command.LegLift.CopyTo(record[LegLiftCommand]);
        pose?.Write(record[X], record[Y], record[Heading]);
    }

    public static long Tick(ReadOnlySpan<double> record) => MemoryMarshal.Cast<double, long>(record)[0];
}

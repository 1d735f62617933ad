using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Locomotion.Controller;
using Locomotion.Controller.Cord;

namespace Locomotion.Telemetry.Recording;

/// <summary>Where the numbers of a viewing frame lie in a record of the ring.</summary>
internal sealed class ViewLayout
{
    /// <summary>Parts of a record that can be written one by one.</summary>
    public const int Parts = 8;

    public ViewLayout(int segments, bool hasPose)
    {
        int n = segments, at = 1;
        Segments = Next(n * Unsafe.SizeOf<SegmentState>() / sizeof(double));
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

    public Range Segments { get; }
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
    public void Write(Span<double> record, long tick, CentipedeController controller, BodyPose? pose)
    {
        MemoryMarshal.Cast<double, long>(record)[0] = tick;
        for (int part = 0; part < Parts; part++) WritePart(part, record, controller, pose);
    }

    /// <summary>Fills one of the <see cref="Parts"/> of a record.</summary>
    public void WritePart(int part, Span<double> record, CentipedeController controller, BodyPose? pose)
    {
        switch (part)
        {
            case 0: controller.Segments.CopyTo(MemoryMarshal.Cast<double, SegmentState>(record[Segments])); break;
            case 1: controller.Senses.FootLoad.CopyTo(record[FootLoad]); break;
            case 2: controller.Senses.Wetness.CopyTo(record[Wetness]); break;
            case 3: controller.Senses.Bend.CopyTo(record[Bend]); break;
            case 4: controller.Command.Bend.CopyTo(record[BendCommand]); break;
            case 5: controller.Command.LegYaw.CopyTo(record[LegYawCommand]); break;
            case 6: controller.Command.LegLift.CopyTo(record[LegLiftCommand]); break;
            case 7: pose?.Invoke(record[X], record[Y], record[Heading]); break;
        }
    }

    /// <summary>What each segment remembers. [segment]</summary>
    public ReadOnlySpan<SegmentState> States(ReadOnlySpan<double> record) => MemoryMarshal.Cast<double, SegmentState>(record[Segments]);

    public static long Tick(ReadOnlySpan<double> record) => MemoryMarshal.Cast<double, long>(record)[0];
}

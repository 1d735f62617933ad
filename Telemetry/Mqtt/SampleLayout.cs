using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Telemetry.Recording;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>
/// Where the numbers of a sample lie in a record of the ring: those of a viewing frame, then what is in force, how the loop does, and how long the
/// ticks took since the sample before.
/// </summary>
internal sealed class SampleLayout(int segments, bool hasPose, bool hasNeurons, int ticks)
{
    private const int Extras = 10;

    /// <summary>Leg-bearing segments.</summary>
    public int Segments => segments;

    /// <summary>Whether anybody knows where the body is.</summary>
    public bool HasPose => hasPose;

    /// <summary>The viewing frame, at the record's begin.</summary>
    public ViewLayout View { get; } = new(segments, hasPose);

    /// <summary>Voltage of each leg's flexor, then of each leg's extensor; empty without bursting neurons.</summary>
    public Range Voltages => View.Size..(View.Size + (hasNeurons ? 4 * segments : 0));

    /// <summary>Doubles in a record.</summary>
    public int Size => TimesAt + 2 * ticks;

    private int TimesAt => Voltages.End.Value + Extras;

    /// <summary>Fills a record after tick <paramref name="tick"/>.</summary>
    /// <param name="record">The whole record.</param>
    /// <param name="tick">Of this sample.</param>
    /// <param name="controller">The animal.</param>
    /// <param name="pose">Where its body is, if somebody knows.</param>
    /// <param name="state">How the loop does.</param>
    /// <param name="times">As <see cref="Times"/> gives them.</param>
    public void Write(Span<double> record, long tick, CentipedeController controller, BodyPose? pose, in LoopState state, ReadOnlySpan<double> times)
    {
        View.Write(record, tick, controller, pose);
        WriteVoltages(record, controller);
        Span<double> extras = record[Voltages.End..];
        controller.Descending.Write(extras);
        (extras[4], extras[5], extras[6]) = ((double)state.Origin, state.Still ? 1 : 0, state.Seq);
        (extras[7], extras[8], extras[9]) = (state.Missed, state.Allocated, times.Length);
        times.CopyTo(record[TimesAt..]);
    }

    /// <summary>Of each tick since the sample before: ns it worked, ns it began late. [2 ticks]</summary>
    public ReadOnlySpan<double> Times(ReadOnlySpan<double> record) => record.Slice(TimesAt, (int)record[Voltages.End..][9]);

    /// <summary>Fills a part of a record that is not due yet, another one after each <paramref name="tick"/>.</summary>
    public void Rehearse(Span<double> record, long tick, CentipedeController controller, BodyPose? pose)
    {
        int part = (int)(tick % (ViewLayout.Parts + 1));
        if (part < ViewLayout.Parts) View.WritePart(part, record, controller, pose);
        else WriteVoltages(record, controller);
    }

    /// <summary>The command in force.</summary>
    public DescendingCommand Command(ReadOnlySpan<double> record) => DescendingCommand.Read(record[Voltages.End..]);

    /// <summary>Whose it is, and how the loop does.</summary>
    public LoopState State(ReadOnlySpan<double> record)
    {
        ReadOnlySpan<double> extras = record[Voltages.End..];
        return new((CommandOrigin)extras[4], extras[5] > 0, (long)extras[6], (long)extras[7], (long)extras[8]);
    }

    private void WriteVoltages(Span<double> record, CentipedeController controller)
    {
        controller.FlexorVoltage.CopyTo(record[Voltages]);
        controller.ExtensorVoltage.CopyTo(record[Voltages][controller.FlexorVoltage.Length..]);
    }
}

/// <summary>What the loop is at besides the animal's state.</summary>
/// <param name="Origin">Whose command is in force.</param>
/// <param name="Still">Whether the animal holds still.</param>
/// <param name="Seq">The operator's number of it; −1 without one.</param>
/// <param name="Missed">Deadlines missed since the start.</param>
/// <param name="Allocated">Bytes that the loop's thread has allocated so far.</param>
internal readonly record struct LoopState(CommandOrigin Origin, bool Still, long Seq, long Missed, long Allocated);

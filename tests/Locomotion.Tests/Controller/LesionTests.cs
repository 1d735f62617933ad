using Locomotion.Controller.State;
using Locomotion.Controller;
using Locomotion.Controller.Cord;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.Rhythms;
using Locomotion.Tests.Scenes;

namespace Locomotion.Tests.Controller;

/// <summary>What each lesion takes, and nothing else; with either kind of oscillator.</summary>
public class LesionTests
{
    private const int Segments = 9;

    public static TheoryData<Oscillator> Oscillators => [.. Enum.GetValues<Oscillator>()];

    private static CentipedeController Make(Oscillator oscillator, params string[] lesions) => new(Segments, new ControllerParameters { Oscillator = oscillator },
        LoopTiming.Default, seed: 3, [.. lesions.Select(Lesion.Parse)]);

    /// <summary>In water at full command: everything is asked for.</summary>
    private static CentipedeController Swimming(Oscillator oscillator, params string[] lesions)
    {
        CentipedeController controller = Make(oscillator, lesions);
        controller.Senses.Wetness.AsSpan().Fill(1);
        return controller.Run(new(drive: 1, release: 1, swim: 1, turn: 0.5), seconds: 3);
    }

    [Theory]
    [InlineData("brain"), InlineData("seg"), InlineData("head@3.5"), InlineData("cut-behind=9"), InlineData("silence=4"), InlineData("amputate=4-left"), InlineData("deafen=12-right@0.25")]
    public void A_lesion_reads_back_as_it_was_written(string text) => Assert.Equal(text, Lesion.Parse(text).ToString());

    [Theory]
    [InlineData(""), InlineData("Brain"), InlineData("brain=3"), InlineData("cut-behind"), InlineData("cut-behind=-1"), InlineData("cut-behind=1.5"), InlineData("silence=3-left")]
    [InlineData("amputate=4"), InlineData("amputate=4-up"), InlineData("seg@"), InlineData("seg@-1"), InlineData("seg@NaN"), InlineData("seg@1@2"), InlineData("silence=4=5"), InlineData("amputate=4-left-left"), InlineData("seg@86401")]
    public void What_is_no_lesion_is_refused(string text) =>
        Assert.Contains("write for example brain", Assert.Throws<InvalidInputException>(() => Lesion.Parse(text)).Message, StringComparison.Ordinal);

    [Theory, InlineData("cut-behind=8"), InlineData("silence=9"), InlineData("amputate=9-left")]
    public void A_lesion_of_what_is_not_there_is_refused(string text) =>
        Assert.Contains("the animal has 9", Assert.Throws<InvalidInputException>(() => Make(Oscillator.Phase, text)).Message, StringComparison.Ordinal);

    [Theory, MemberData(nameof(Oscillators))]
    public void A_silenced_segment_rests_however_little_moves_the_others(Oscillator oscillator)
    {
        Assert.Throws<InvalidInputException>(() => new ExcitationParameters { RestThreshold = 0 });
        CentipedeController controller = new(Segments, new ControllerParameters { Oscillator = oscillator, Excitation = new() { RestThreshold = 1e-6 } }, LoopTiming.Default, seed: 3,
            [Lesion.Parse("silence=4")]);
        controller.Run(new(drive: 1, release: 1, swim: 0), seconds: 1);
        double before = controller.Segments[4].PhaseLeft;
        controller.Run(new(drive: 1, release: 1, swim: 0), seconds: 0.2);
        Assert.Equal(before, controller.Segments[4].PhaseLeft);
        Assert.Equal(-1, controller.Command.LegLift[8]);
    }

    [Theory, MemberData(nameof(Oscillators))]
    public void Without_a_brain_only_the_drive_is_left(Oscillator oscillator)
    {
        CentipedeController controller = Swimming(oscillator, "brain");
        Assert.Equal(new DescendingCommand(1, 0, 0), controller.Decided);
        Assert.Equal(1, controller.Segments[^1].Excitation);
        Assert.Equal(0, controller.Segments[^1].Message);
        Assert.All(controller.Command.Bend, bend => Assert.Equal(0, bend));     // the SEG holds the trunk still
        Assert.Equal(0, controller.Segments[0].Fold);
    }

    [Theory, MemberData(nameof(Oscillators))]
    public void Without_a_brain_the_fold_signal_alone_folds_legs_by_the_other_hypothesis(Oscillator oscillator)
    {
        CentipedeController controller = new(Segments, new ControllerParameters { Oscillator = oscillator, Relay = new() { FoldGate = FoldGate.Or } },
            LoopTiming.Default, seed: 3, [new(LesionKind.Brain)]);
        controller.Senses.Wetness.AsSpan().Fill(1);
        controller.Run(new(1, 1, 1), seconds: 3);
        Assert.Equal(1, controller.Segments[^1].Fold, tolerance: 1e-6);
        Assert.All(controller.Command.Bend, bend => Assert.Equal(0, bend));
    }

    [Theory, MemberData(nameof(Oscillators))]
    public void Removing_the_seg_is_for_the_cord_the_same_as_removing_the_head(Oscillator oscillator)
    {
        CentipedeController seg = Swimming(oscillator, "seg"), head = Swimming(oscillator, "head");
        Assert.Equal(seg.Segments.ToArray(), head.Segments.ToArray());
        Assert.Equal(seg.Command.Bend, head.Command.Bend);
        Assert.All(seg.Segments.ToArray(), s => Assert.Equal((0, 0, 0, 0), (s.Excitation, s.Message, s.FoldSignal, s.Fold)));
    }

    [Theory, MemberData(nameof(Oscillators))]
    public void Behind_a_cut_nothing_arrives_and_ahead_of_it_all_does(Oscillator oscillator)
    {
        CentipedeController controller = Swimming(oscillator, "cut-behind=4");
        for (int i = 0; i < Segments; i++)
        {
            SegmentState s = controller.Segments[i];
            double arrives = i <= 4 ? 1 : 0;
            Assert.Equal(arrives, s.Excitation);
            Assert.Equal(arrives, s.Message, tolerance: 1e-6);
            Assert.Equal(arrives, s.Fold, tolerance: 1e-6);
        }
    }

    [Theory, MemberData(nameof(Oscillators))]
    public void A_cut_couples_nothing(Oscillator oscillator)
    {
        // what happens on one side must not reach the other, however long it goes on
        CentipedeController one = Make(oscillator, "cut-behind=4"), other = Make(oscillator, "cut-behind=4");
        one.Senses.FootLoad.AsSpan().Fill(1);
        other.Senses.FootLoad.AsSpan().Fill(1);
        other.Senses.FootLoad[2 * 6] = 0.5;
        one.Run(Gait.FastWalk.Command, seconds: 2);
        other.Run(Gait.FastWalk.Command, seconds: 2);
        Assert.Equal(one.Segments[..5].ToArray(), other.Segments[..5].ToArray());
        Assert.NotEqual(one.Segments[6], other.Segments[6]);
    }

    [Theory, MemberData(nameof(Oscillators))]
    public void A_silenced_segment_rests_and_relays_nothing_but_lets_fibres_pass(Oscillator oscillator)
    {
        CentipedeController controller = Swimming(oscillator, "silence=4");
        Assert.Equal(0, controller.Segments[4].Excitation);
        Assert.Equal(0, controller.Segments[5].Message);
        Assert.Equal(1, controller.Segments[5].Excitation);
        Assert.Equal(1, controller.Segments[3].Message, tolerance: 1e-6);
    }

    [Theory, MemberData(nameof(Oscillators))]
    public void An_amputated_leg_is_held_up_and_feels_nothing(Oscillator oscillator)
    {
        CentipedeController controller = Make(oscillator, "amputate=4-left");
        controller.Senses.FootContact.AsSpan().Fill(1);
        controller.Senses.FootLoad.AsSpan().Fill(1);
        controller.Run(Gait.SlowWalk.Command, seconds: 5);
        Assert.Equal((1, -1.4), (controller.Command.LegLift[Leg.Left(4)], controller.Command.LegYaw[Leg.Left(4)]));
        Assert.Equal(1, controller.Segments[4].Load, tolerance: 1e-3);      // the other foot's
        Assert.Equal(2, controller.Segments[3].Load, tolerance: 1e-3);
    }

    [Theory, MemberData(nameof(Oscillators))]
    public void A_deaf_leg_moves_but_feels_nothing(Oscillator oscillator)
    {
        CentipedeController controller = Make(oscillator, "deafen=4-left", "deafen=4-right");
        controller.Senses.FootContact.AsSpan().Fill(1);
        controller.Senses.FootLoad.AsSpan().Fill(1);
        controller.Run(Gait.SlowWalk.Command, seconds: 2);
        Assert.Equal((0, 0), (controller.Segments[4].Load, controller.Segments[4].Contact));
        double before = controller.Command.LegLift[Leg.Left(4)];
        controller.Run(Gait.SlowWalk.Command, seconds: 0.12);
        Assert.NotEqual(before, controller.Command.LegLift[Leg.Left(4)]);
    }

    [Theory, MemberData(nameof(Oscillators))]
    public void A_lesion_with_a_time_is_made_at_that_step(Oscillator oscillator)
    {
        CentipedeController intact = Make(oscillator), later = Make(oscillator, "cut-behind=4@0.5");
        intact.Run(Gait.FastWalk.Command, seconds: 0.5);
        later.Run(Gait.FastWalk.Command, seconds: 0.5);
        Assert.Equal(intact.Segments.ToArray(), later.Segments.ToArray());
        intact.Step();
        later.Step();
        Assert.Equal(intact.Segments[4].Excitation, later.Segments[4].Excitation);
        Assert.Equal((1, 0), (intact.Segments[5].Excitation, later.Segments[5].Excitation));
    }

    [Theory, MemberData(nameof(Oscillators))]
    public void A_lesion_changes_the_digest(Oscillator oscillator) =>
        Assert.NotEqual(StateDigest.Of(Make(oscillator)), StateDigest.Of(Make(oscillator, "deafen=8-right")));
}

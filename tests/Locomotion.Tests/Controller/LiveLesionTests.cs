using Locomotion.Controller;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.Rhythms;
using Locomotion.Controller.State;

namespace Locomotion.Tests.Controller;

/// <summary>Lesions that are made while the animal moves.</summary>
public class LiveLesionTests
{
    private const int Segments = 9;
    private static readonly string[] OfAllKinds = ["brain", "seg", "head", "cut-behind=4", "silence=2", "amputate=6-left", "deafen=7-right"];

    public static TheoryData<Oscillator> Oscillators => [.. Enum.GetValues<Oscillator>()];

    [Theory, MemberData(nameof(Oscillators))]
    public void A_live_lesion_does_the_same_as_one_planned_for_that_step(Oscillator oscillator)
    {
        foreach (string text in OfAllKinds)
        {
            CentipedeController planned = Animal(oscillator, $"{text}@0.5"), live = Animal(oscillator);
            Walk(planned, 500);
            Walk(live, 500);
            live.MakeLesions(Lesion.Parse(text));
            for (int k = 0; k < 500; k++)
            {
                Walk(planned, 1);
                Walk(live, 1);
                Assert.Equal(planned.Segments.ToArray(), live.Segments.ToArray());
                Assert.Equal(planned.Command.Bend, live.Command.Bend);
                Assert.Equal(planned.Command.LegYaw, live.Command.LegYaw);
            }
            Assert.Equal([new MadeLesion(Lesion.Parse(text), 500, Live: true)], live.Lesions);
            Assert.Equal($"{text}@0.5", live.Lesions[0].Timed(0.001).ToString());
            Assert.Equal([(500L, false)], planned.Lesions.Select(made => (made.Step, made.Live)));
        }
    }

    [Theory, MemberData(nameof(Oscillators))]
    public void The_loop_makes_lesions_without_allocating(Oscillator oscillator)
    {
        CentipedeController controller = Animal(oscillator, "silence=1@0.02");
        Walk(controller, 5);
        long allocated = 0;
        foreach (string text in OfAllKinds)
        {
            controller.MakeLesions(Lesion.Parse(text), Lesion.Parse("silence=3"));
            long before = GC.GetAllocatedBytesForCurrentThread();
            Walk(controller, 10);
            allocated += GC.GetAllocatedBytesForCurrentThread() - before;
        }
        Assert.Equal(0, allocated);
        Assert.Equal(OfAllKinds.Length + 2, controller.Lesions.Count);
    }

    [Theory, MemberData(nameof(Oscillators))]
    public void A_saved_state_goes_on_to_the_bit_and_knows_what_was_taken(Oscillator oscillator)
    {
        foreach (string text in OfAllKinds)
        {
            CentipedeController first = Animal(oscillator, "deafen=6-left@0.1", "silence=5@0.9");
            Walk(first, 400);
            first.MakeLesions(Lesion.Parse(text));
            Walk(first, 100);
            CentipedeController saved = Animal(oscillator, "deafen=6-left@0.1", "silence=5@0.9"), forked = Animal(oscillator, "deafen=6-left@0.1", "silence=5@0.9");
            StateReader.Restore(saved, StateWriter.Save(first), "it");
            StateImage image = new(first);
            Assert.True(image.TryTake(first));
            image.PutInto(forked);
            foreach (CentipedeController other in (CentipedeController[])[saved, forked])
            {
                Assert.Equal(["deafen=6-left", text], other.Lesions.Select(made => made.Lesion with { At = 0 }).Select(lesion => lesion.ToString()));
                Assert.Equal([(100L, false), (500L, true)], other.Lesions.Select(made => (made.Step, made.Live)));
            }
            foreach (CentipedeController controller in (CentipedeController[])[first, saved, forked]) Walk(controller, 600);
            Assert.Equal(StateDigest.Of(first), StateDigest.Of(saved));
            Assert.Equal(StateDigest.Of(first), StateDigest.Of(forked));
            Assert.Contains(saved.Lesions, made => made.Lesion.Kind == LesionKind.Silence && made is { Live: false, Step: 900 });
        }
    }

    [Theory, MemberData(nameof(Oscillators))]
    public void Every_lesion_of_an_animal_can_be_made_live_once_and_is_recalled(Oscillator oscillator)
    {
        CentipedeController controller = Animal(oscillator), restored = Animal(oscillator);
        Lesion[] all = [.. AllOf(Segments)];
        foreach (int _ in (int[])[1, 2])
        {
            controller.MakeLesions(all);
            Walk(controller, 3);
        }
        Assert.Equal(all, controller.Lesions.Select(made => made.Lesion));
        Assert.All(all, lesion => Assert.True(controller.Lesions.Has(lesion)));
        StateReader.Restore(restored, StateWriter.Save(controller), "it");
        string[] deepest = [.. all.Where(lesion => lesion.Kind is not (LesionKind.Brain or LesionKind.Seg or LesionKind.Deafen)).Select(lesion => lesion.ToString()).Order(StringComparer.Ordinal)];
        Assert.Equal(deepest, restored.Lesions.Select(made => made.Lesion.ToString()).Order(StringComparer.Ordinal));
        Walk(restored, 200);
        Walk(controller, 200);
        Assert.Equal(StateDigest.Of(controller), StateDigest.Of(restored));
    }

    [Theory, MemberData(nameof(Oscillators))]
    public void What_was_taken_before_changes_nothing(Oscillator oscillator)
    {
        CentipedeController once = Animal(oscillator, "silence=4"), again = Animal(oscillator, "silence=4");
        Walk(once, 200);
        Walk(again, 100);
        again.MakeLesions(Lesion.Parse("silence=4"));
        again.MakeLesions();
        Walk(again, 100);
        Assert.Equal(StateDigest.Of(once), StateDigest.Of(again));
        Assert.Single(again.Lesions);
    }

    [Theory, InlineData("silence=9"), InlineData("cut-behind=8"), InlineData("amputate=2147483647-left"), InlineData("silence=3@0.5")]
    public void Of_lesions_of_which_one_cannot_be_made_none_is(string text)
    {
        CentipedeController controller = Animal(Oscillator.Phase);
        InvalidInputException refusal = Assert.Throws<InvalidInputException>(() => controller.MakeLesions(Lesion.Parse("silence=2"), Lesion.Parse(text)));
        Assert.Contains(text, refusal.Message, StringComparison.Ordinal);
        Assert.Throws<InvalidInputException>(() => controller.MakeLesions(new Lesion(LesionKind.Silence, -1)));
        Walk(controller, 2);
        Assert.Empty(controller.Lesions);
        Assert.False(controller.Lesions.Has(Lesion.Parse(text)));
    }

    [Fact]
    public void What_several_threads_ask_for_while_the_loop_runs_is_all_made_and_once()
    {
        const int segments = 200;
        CentipedeController controller = new(segments, new(), LoopTiming.Default, seed: 3) { Descending = Gait.FastWalk.Command };
        Lesion[] all = [.. AllOf(segments)];
        Thread[] threads = [.. Enumerable.Range(0, 4).Select(part => new Thread(() =>
        {
            for (int k = 0; k < all.Length; k++)
            {
                if (k % 4 == part || k % 3 == part) controller.MakeLesions(all[k]);
                if (k % 50 == 0) Thread.Yield();
            }
        }))];
        foreach (Thread thread in threads) thread.Start();
        long seen = 0, untold = 0;
        do
        {
            Walk(controller, 1);
            untold += controller.Lesions.Skip((int)seen).Count(made => made.Lesion is null || made.Step != controller.Steps - 1);
            seen = controller.Lesions.Count;
        }
        while (threads.Any(thread => thread.IsAlive));
        Walk(controller, 1);
        Assert.Equal(0, untold);
        Assert.Equal(all.ToHashSet(), controller.Lesions.Select(made => made.Lesion).ToHashSet());
        Assert.Equal(all.Length, controller.Lesions.Count);
    }

    private static CentipedeController Animal(Oscillator oscillator, params string[] lesions) =>
        new(Segments, new ControllerParameters { Oscillator = oscillator }, LoopTiming.Default, seed: 3, [.. lesions.Select(Lesion.Parse)]) { Descending = Gait.FastWalk.Command };

    private static void Walk(CentipedeController controller, int steps)
    {
        for (int k = 0; k < steps; k++)
        {
            controller.TakeLesions();
            controller.Step();
        }
    }

    private static IEnumerable<Lesion> AllOf(int segments)
    {
        foreach (LesionKind kind in (LesionKind[])[LesionKind.Brain, LesionKind.Seg, LesionKind.Head]) yield return new(kind);
        for (int i = 0; i < segments; i++)
        {
            if (i < segments - 1) yield return new(LesionKind.CutBehind, i);
            yield return new(LesionKind.Silence, i);
            foreach (Side side in Enum.GetValues<Side>())
            {
                yield return new(LesionKind.Deafen, i, side);
                yield return new(LesionKind.Amputate, i, side);
            }
        }
    }
}

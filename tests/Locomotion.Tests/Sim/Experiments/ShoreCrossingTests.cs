using Locomotion.Controller.Rhythms;
using Locomotion.Sim.Experiments;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;

namespace Locomotion.Tests.Sim.Experiments;

/// <summary>The boundary between walking and swimming on the recorded states of single crossings.</summary>
public class ShoreCrossingTests
{
    public static TheoryData<Oscillator, bool> Crossings => new()
    {
        { Oscillator.Phase, true }, { Oscillator.Phase, false }, { Oscillator.Bursting, true }, { Oscillator.Bursting, false },
    };

    [Theory, MemberData(nameof(Crossings))]
    public void Legs_fold_where_there_is_no_ground_and_nowhere_else(Oscillator oscillator, bool entering)
    {
        Trajectory run = Run(new ShoreCrossing(oscillator, entering, Decides: false, Seed: 3));
        int looked = 0;
        for (int i = 0; i < run.Segments; i++)
        {
            int grounded = 0, afloat = 0;       // samples of 10 ms, up to now
            for (int k = 0; k < run.Count; k++)
            {
                double wetness = run.Of(k, i, SegmentSignal.Wetness), message = run.Of(k, i, SegmentSignal.Message);
                grounded = wetness < 0.8 ? grounded + 1 : 0;        // the ground carries as much of it as can be felt
                // once the head is out, the SEG no longer lets legs fold, and that is relayed as well
                afloat = wetness >= 1 && run.Of(k, 0, SegmentSignal.Wetness) >= 0.5 ? afloat + 1 : 0;
                if (grounded > 40 || afloat > 140) looked++;
                // contact is noticed within 50 ms, legs unfold within 100: then the message is overwritten here, whatever the neighbours do
                if (grounded > 40) Assert.True(message < 0.01 && run.Of(k, i, SegmentSignal.Fold) < 0.05, $"t = {run.Time(k):0.00} s, segment {i}: message {message:0.00}");
                // the message needs 0.6 s from head to tail
                if (afloat > 140) Assert.True(message > 0.95 && run.Of(k, i, SegmentSignal.Fold) > 0.95, $"t = {run.Time(k):0.00} s, segment {i}: message {message:0.00}");
            }
        }
        Assert.True(looked > 1000);
    }

    [Theory, MemberData(nameof(Crossings))]
    public void The_boundary_passes_along_the_body_segment_by_segment(Oscillator oscillator, bool entering)
    {
        for (ulong seed = 1; seed <= 4; seed++)
        {
            ShoreOutcome outcome = new ShoreCrossing(oscillator, entering, Decides: false, seed).Run(TestContext.Current.CancellationToken);
            Assert.True(outcome.Crossed);
            Assert.Equal(1, outcome.InOrder);
            Assert.InRange(outcome.MostAtOnce, 1, 3);
            Assert.InRange(outcome.Halfway.Folded, 9, 12);
            Assert.True(outcome.Halfway.IsParted);
            Assert.True(outcome.Halfway.LegLag > 0 && outcome.Halfway.TrunkLag > 0);
        }
    }

    private static Trajectory Run(ShoreCrossing crossing)
    {
        ScenarioRun run = new(crossing.Scenario());
        run.Run(TestContext.Current.CancellationToken);
        return run.Trajectory;
    }
}

using CsCheck;
using Locomotion.Controller.Neurons;

namespace Locomotion.Tests.Controller.Neurons;

/// <summary>What Controller/Neurons/README.md promises of durations.</summary>
public class BursterDurationTests(ITestOutputHelper output)
{
    // Durations of 5 ms and more, and an adaptation that takes five steps or more to run 1 - 1/e of its way.
    private static readonly Gen<BursterParameters> Valid =
        from adaptationTime in Gen.Double[-1.3, 1.3].Select(exponent => Math.Pow(10, exponent))
        from active in Gen.Double[-2, 1.3].Select(exponent => Math.Pow(10, exponent))
        from quiet in Gen.Double[-2, 1.3].Select(exponent => Math.Pow(10, exponent))
        from activeDelay in Gen.Double[0, 0.9]
        from quietDelay in Gen.Double[0, 0.9]
        from margin in Gen.Double[0, 0.1]
        where adaptationTime * active / 4 >= 0.005 && adaptationTime * quiet / 4 >= 0.005
            && 4 * BurstScenes.Step / adaptationTime / (1 - Math.Max(activeDelay, quietDelay)) <= 0.2
        select new BursterParameters
        {
            AdaptationTime = adaptationTime, ActiveTime = adaptationTime * active / 4, QuietTime = adaptationTime * quiet / 4,
            ActiveScalePositive = 1, QuietScalePositive = 1, ActiveScaleNegative = 1, QuietScaleNegative = 1,
            ActiveDelay = activeDelay, QuietDelay = quietDelay, ActiveMargin = margin, QuietMargin = margin,
        };

    [Fact]
    public void A_burster_keeps_the_durations_asked_for()
    {
        double worstActive = 0, worstQuiet = 0;
        Valid.Sample(p =>
        {
            (int active, int quiet) = BurstScenes.Durations(p);
            double a = 4 * p.ActiveTime / p.AdaptationTime, q = 4 * p.QuietTime / p.AdaptationTime;
            double activeError = Math.Abs(active - p.ActiveTime / BurstScenes.Step) / (2 + a / 2);
            double quietError = Math.Abs(quiet - p.QuietTime / BurstScenes.Step) / (2 + q / 2);
            lock (output) (worstActive, worstQuiet) = (Math.Max(worstActive, activeError), Math.Max(worstQuiet, quietError));
            return activeError <= 1 && quietError <= 1;
        }, iter: 2000, seed: "0N0XIzNsQ0O2", print: p => $"{p}");
        output.WriteLine($"largest error as a share of what is allowed: active {worstActive:0.00}, quiet {worstQuiet:0.00}");
    }

    [Theory, InlineData(0.5), InlineData(1), InlineData(-0.5), InlineData(-1)]
    public void Input_changes_durations_as_the_closed_form_says(double x)
    {
        BursterParameters p = new() { Bias = x, TonicAbove = 2, SilentBelow = -2 };
        BursterCoefficients closedForm = new(p, BursterScheme.SingleUnit, BurstScenes.Step);
        (int active, int quiet) = BurstScenes.Durations(p);
        Assert.Equal(closedForm.ActiveTimeAt(x) * 1000, active, tolerance: 4);
        Assert.Equal(closedForm.QuietTimeAt(x) * 1000, quiet, tolerance: 4);
        if (Math.Abs(x) == 1)   // where the scales are defined
        {
            Assert.Equal(p.ActiveTime * (x > 0 ? p.ActiveScalePositive : p.ActiveScaleNegative), closedForm.ActiveTimeAt(x), tolerance: 1e-12);
            Assert.Equal(p.QuietTime * (x > 0 ? p.QuietScalePositive : p.QuietScaleNegative), closedForm.QuietTimeAt(x), tolerance: 1e-12);
        }
    }

    [Fact]
    public void Above_the_tonic_input_a_burst_does_not_end_and_below_the_silent_input_a_pause_does_not()
    {
        BursterParameters p = new() { TonicAbove = 0.5, SilentBelow = -0.5 };
        Assert.Equal(1, BurstScenes.Voltage(p with { Bias = 0.51 }, 10_000)[^5000..].Min());
        Assert.Equal(-1, BurstScenes.Voltage(p with { Bias = -0.51 }, 10_000)[^5000..].Max());
        Assert.NotEqual(1, BurstScenes.Voltage(p with { Bias = 0.49 }, 10_000)[^5000..].Min());
        Assert.NotEqual(-1, BurstScenes.Voltage(p with { Bias = -0.49 }, 10_000)[^5000..].Max());
    }
}

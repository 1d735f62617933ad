using Locomotion.Controller.Neurons;

namespace Locomotion.Tests.Controller.Neurons;

/// <summary>
/// The paper's claim: duration, amplitude and shape of a burst are set one without the others, by the recipes of
/// Controller/Neurons/README.md. Amplitude is the peak rate, shape the rate over its peak against the burst's phase.
/// </summary>
public class IndependentControlTests(ITestOutputHelper output)
{
    private static readonly BursterParameters Base = new() { ActiveTime = 0.4, QuietTime = 0.8, AdaptationTime = 1.2, QuietDelay = 0.1 };
    private static readonly double[] Scales = [0.5, 1, 2, 4];

    public static TheoryData<FiringShape> Normalised() => [new RectangularShape(), new LinearShape(), new LogarithmicShape()];

    public static TheoryData<FiringShape> Shapes() => [.. Normalised().Select(row => row.Data), new AdaptingShape()];

    [Theory, MemberData(nameof(Shapes))]
    public void Scaling_all_times_leaves_amplitude_and_shape(FiringShape shape)
    {
        foreach (double scale in Scales) AssertSameForm(Measured(Base, shape), Measured(Base.Slowed(scale), shape), $"{shape.GetType().Name}, times {scale}");
    }

    [Theory, MemberData(nameof(Normalised))]
    public void Scaling_burst_and_adaptation_leaves_amplitude_shape_and_pause(FiringShape shape)
    {
        Burst reference = Measured(Base, shape);
        foreach (double scale in Scales)
        {
            Burst burst = Measured(Base with { ActiveTime = Base.ActiveTime * scale, AdaptationTime = Base.AdaptationTime * scale }, shape);
            AssertSameForm(reference, burst, $"{shape.GetType().Name}, burst times {scale}");
            Assert.Equal(reference.Quiet, burst.Quiet, tolerance: 2);
            Assert.Equal(scale * reference.Active, burst.Active, tolerance: 2 + 0.01 * scale * reference.Active);
        }
    }

    [Theory, MemberData(nameof(Normalised))]
    public void Scaling_the_pause_leaves_amplitude_shape_and_burst(FiringShape shape)
    {
        Burst reference = Measured(Base, shape);
        foreach (double scale in Scales)
        {
            Burst burst = Measured(Base with { QuietTime = Base.QuietTime * scale }, shape);
            AssertSameForm(reference, burst, $"{shape.GetType().Name}, pause times {scale}");
            Assert.Equal(reference.Active, burst.Active, tolerance: 2);
        }
    }

    [Theory, InlineData(0.1), InlineData(0.5), InlineData(0.9)]
    public void Amplitude_leaves_durations_and_shape(double amplitude)
    {
        (FiringShape Full, FiringShape Scaled)[] pairs =
        [
            (new RectangularShape(), new RectangularShape { Level = amplitude }),
            (new LinearShape { End = 0.2 }, new LinearShape { Start = amplitude, End = 0.2 * amplitude }),
            (new LogarithmicShape { End = 0.2 }, new LogarithmicShape { Start = amplitude, End = 0.2 * amplitude }),
            (new AdaptingShape(), new AdaptingShape { Low = 0.5 * amplitude, High = amplitude }),
        ];
        foreach ((FiringShape full, FiringShape scaled) in pairs)
        {
            Burst a = Measured(Base, full), b = Measured(Base, scaled);
            Assert.Equal((a.Active, a.Quiet), (b.Active, b.Quiet));
            Assert.Equal(amplitude * a.Peak, b.Peak, tolerance: 1e-12);
            Assert.All(a.Shape.Zip(b.Shape), pair => Assert.Equal(pair.First, pair.Second, tolerance: 1e-12));
        }
    }

    [Fact]
    public void Shape_leaves_durations_and_amplitude()
    {
        double quiet = new BursterCoefficients(Base, BursterScheme.SingleUnit, BurstScenes.Step).Zero.Quiet;
        FiringShape[] shapes =
        [
            new RectangularShape { Level = 0.8 }, new LinearShape { Start = 0.8, End = 0 }, new LinearShape { Start = 0.8, End = 0.8 },
            new LogarithmicShape { Start = 0.8, End = 0, Base = 2 }, new LogarithmicShape { Start = 0.8, End = 0.4, Base = 1000 },
            .. new[] { 0, 0.3, 0.6 }.Select(low => new AdaptingShape { Low = low, High = (0.8 - low * (1 - quiet)) / quiet }),
        ];
        Burst reference = Measured(Base, shapes[0]);
        double different = 0;
        foreach (FiringShape shape in shapes)
        {
            Burst burst = Measured(Base, shape);
            Assert.Equal((reference.Active, reference.Quiet), (burst.Active, burst.Quiet));
            Assert.Equal(0.8, burst.Peak, tolerance: 0.008);
            different = Math.Max(different, Distance(reference, burst));
        }
        Assert.InRange(different, 0.5, 1);      // the shapes do differ
    }

    private void AssertSameForm(Burst reference, Burst burst, string what)
    {
        double peak = Math.Abs(burst.Peak / reference.Peak - 1), shape = Distance(reference, burst);
        output.WriteLine($"{what}: peak moves by {peak:p2}, shape by {shape:p2}");
        Assert.InRange(peak, 0, 0.01);
        Assert.InRange(shape, 0, 0.01);
    }

    private static double Distance(Burst a, Burst b) => a.Shape.Zip(b.Shape, (x, y) => Math.Abs(x - y)).Max();

    private static Burst Measured(BursterParameters parameters, FiringShape shape)
    {
        (double[] voltage, double[] rate) = BurstScenes.Run(parameters, shape, BurstScenes.EnoughFor(parameters));
        (int rise, int fall, int next) = BurstScenes.Switches(voltage);
        double peak = rate[rise..fall].Max();
        double[] form = [.. Enumerable.Range(0, 50).Select(k =>
        {
            // straight between samples; the last phase lies a sample before the burst's end
            double place = rise + (k + 0.5) / 50 * (fall - rise), share = place - Math.Floor(place);
            int before = (int)place;
            return (rate[before] * (1 - share) + rate[Math.Min(before + 1, fall - 1)] * share) / peak;
        })];
        return new(fall - rise, next - fall, peak, form);
    }

    private sealed record Burst(int Active, int Quiet, double Peak, double[] Shape);
}

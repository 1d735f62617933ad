using Locomotion.Sim.NeuronPictures;
using Locomotion.Sim.Neurons;
using SkiaSharp;

namespace Locomotion.Tests.Sim.NeuronPictures;

public sealed class NeuronStudyPicturesTests : IDisposable
{
    private static readonly SKColor Period = new(0x00, 0x5B, 0x96), Flexion = new(0x00, 0x9E, 0x73);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("locomotion-pictures-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory, InlineData(UnitModel.Simplified, 0.4), InlineData(UnitModel.Biophysical, 0.4), InlineData(UnitModel.Simplified, -2)]
    public void Every_picture_of_a_neuron_is_drawn_even_if_it_never_bursts(UnitModel model, double bias)
    {
        SingleUnit unit = new() { Model = model, Burster = SingleUnit.PublishedBurster with { Noise = 0, Bias = bias } };
        List<string> written = [.. NeuronStudyPictures.Constant(unit, ConstantStudy.Run(unit, ConstantStudy.Strengths(unit)), folder.FullName)];
        double[] two = [-0.3 * unit.StrengthUnit, 0.3 * unit.StrengthUnit];
        if (PulseStudy.Run(unit, [100], two) is { } curve) written.AddRange(NeuronStudyPictures.Pulse(unit, curve, folder.FullName));
        if (PeriodicStudy.Run(unit, [100], two) is { } tongue) written.AddRange(NeuronStudyPictures.Periodic(unit, tongue, folder.FullName));
        Assert.Equal(bias < 0 ? 6 : 10, written.Count);
        Assert.All(written, file => Assert.True(new FileInfo(file).Length > 2000, file));
        foreach ((string name, string label) in new[] { ("response-curve", "duration, ms"), ("traces", "time, s"), ("phase-portrait", "adaptation a") })
            Assert.Contains(label, File.ReadAllText(Path.Combine(folder.FullName, name + ".svg")), StringComparison.Ordinal);
    }

    /// <summary>
    /// Expected from the layout: the panel spans inputs −1 to 2 over 84 to 876 px, and 0 to 1.06 times 1500 ms, longer than any reference,
    /// over 400 to 116 px.
    /// </summary>
    [Fact]
    public void The_period_is_drawn_where_it_was_measured()
    {
        SingleUnit unit = new();
        UnitTrace trace = unit.Run(0);
        ConstantResponse Made(double strength, int period) => new(strength, new BurstCycle(0, 100, period), FiringMode.Bursting, trace);
        NeuronStudyPictures.Constant(unit, [Made(-0.5, 1500), Made(0.5, 1000), Made(1.5, 500)], folder.FullName);
        using SKBitmap picture = SKBitmap.Decode(Path.Combine(folder.FullName, "response-curve.png"));
        SKColor At(double input, double milliseconds) =>
            picture.GetPixel((int)(2 * (84 + (input + 1) / 3 * 792)), (int)(2 * (400 - milliseconds / (1.06 * 1500) * 284)));
        Assert.Equal(Period, At(0.5, 1000));
        Assert.Equal(Period, At(1, 750));
        Assert.NotEqual(Period, At(0.5, 800));
    }

    [Fact]
    public void Every_picture_of_a_circuit_is_drawn_even_if_it_is_silent()
    {
        Settings silent = new("*.bias=-3");
        List<string> written =
        [
            .. NeuronStudyPictures.Pyloric(PyloricStudy.Run(1, settings: silent), 0, silent, folder.FullName),
            .. NeuronStudyPictures.Mouse(MouseStudy.Run(1, settings: silent), 0, silent, folder.FullName),
            .. NeuronStudyPictures.HalfCenter(HalfCenterStudy.Run(0, silent), folder.FullName),
        ];
        Assert.Equal(10, written.Count);
        Assert.All(written, file => Assert.True(new FileInfo(file).Length > 2000, file));
        Assert.Contains("rest", File.ReadAllText(Path.Combine(folder.FullName, "mouse-footfalls.svg")), StringComparison.Ordinal);
    }

    /// <summary>
    /// Expected from the layout: the panel's usual axis ends at 520 ms; 1000 ms and the margin of 6 % make it 1060 ms, over 416 to 116 px,
    /// and commands −0.02 to 1.04 span 84 to 724 px. Of the three equal durations the flexion's line is on top.
    /// </summary>
    [Theory, InlineData(double.NaN), InlineData(1000)]
    public void A_cycle_longer_than_usual_is_in_the_picture_even_if_its_neighbours_are_missing(double neighbour)
    {
        static MouseRow Made(double command, double period)
        {
            Spread one = new(period, 0, period, period);
            return new(command, 1, one, one, one, default, []);
        }
        NeuronStudyPictures.Mouse([Made(0.4, neighbour), Made(0.5, 1000), Made(0.6, neighbour)], 0, null, folder.FullName);
        using SKBitmap picture = SKBitmap.Decode(Path.Combine(folder.FullName, "mouse-durations.png"));
        SKColor At(double command, double milliseconds) =>
            picture.GetPixel((int)(2 * (84 + (command + 0.02) / 1.06 * 640)), (int)(2 * (416 - milliseconds / 1060 * 300)));
        Assert.Equal(Flexion, At(0.5, 1000));
        Assert.NotEqual(Flexion, At(0.5, 900));
    }

    /// <summary>
    /// Expected from the layout: the usual axis is 0.15 to 0.35; 0.04 and the margin of 6 % take it down to 0.0214, over 416 to 116 px, and
    /// 9.5 to 25.5 °C span 468 to 784 px. Of the three equal duties PY's line is on top.
    /// </summary>
    [Fact]
    public void A_duty_lower_than_published_is_in_the_picture()
    {
        Spread low = new(0.05, 0.01, 0.04, 0.06);
        PyloricRow Made(double celsius) =>
            new(celsius, [.. new[] { "PD", "LP", "PY" }.Select(name => new PyloricTiming(name, low, low, low, low))]);
        NeuronStudyPictures.Pyloric([Made(12), Made(20)], 0, null, folder.FullName);
        using SKBitmap picture = SKBitmap.Decode(Path.Combine(folder.FullName, "pyloric-phases.png"));
        double celsiusAt16 = 468 + (16 - 9.5) / 16 * 316, bottom = 0.04 - 0.06 * (0.35 - 0.04);
        double y = 416 - (0.05 - bottom) / (0.35 - bottom) * 300;
        Assert.Equal(Flexion, picture.GetPixel((int)(2 * celsiusAt16), (int)(2 * y)));
    }

    /// <summary>Expected from the layout: 250 to 305 px is 0.93 to 1.24 s, within the flexor's first burst, and 168 px is well below its rate.</summary>
    [Fact]
    public void A_tint_has_no_seams()
    {
        NeuronStudyPictures.HalfCenter([HalfCenterStudy.Run()[0]], folder.FullName);
        using SKBitmap picture = SKBitmap.Decode(Path.Combine(folder.FullName, "half-center.png"));
        HashSet<SKColor> tint = [.. Enumerable.Range(0, 110).Select(k => picture.GetPixel(2 * 250 + k, 2 * 168))];
        Assert.Single(tint);
        Assert.NotEqual(SKColors.White, tint.First());
    }
}

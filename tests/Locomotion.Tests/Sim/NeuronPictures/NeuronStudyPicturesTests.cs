using Locomotion.Sim.NeuronPictures;
using Locomotion.Sim.Neurons;
using SkiaSharp;

namespace Locomotion.Tests.Sim.NeuronPictures;

public sealed class NeuronStudyPicturesTests : IDisposable
{
    private static readonly SKColor Period = new(0x00, 0x5B, 0x96);

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

    /// <summary>Expected from the layout: the panel spans inputs −1 to 2 over 84 to 876 px, and 0 to 1.06 times 900 ms over 400 to 116 px.</summary>
    [Fact]
    public void The_period_is_drawn_where_it_was_measured()
    {
        SingleUnit unit = new();
        UnitTrace trace = unit.Run(0);
        ConstantResponse Made(double strength, int period) => new(strength, new BurstCycle(0, 100, period), FiringMode.Bursting, trace);
        NeuronStudyPictures.Constant(unit, [Made(-0.5, 900), Made(0.5, 600), Made(1.5, 300)], folder.FullName);
        using SKBitmap picture = SKBitmap.Decode(Path.Combine(folder.FullName, "response-curve.png"));
        SKColor At(double input, double milliseconds) =>
            picture.GetPixel((int)(2 * (84 + (input + 1) / 3 * 792)), (int)(2 * (400 - milliseconds / (1.06 * 900) * 284)));
        Assert.Equal(Period, At(0.5, 600));
        Assert.Equal(Period, At(1, 450));
        Assert.NotEqual(Period, At(0.5, 500));
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
}

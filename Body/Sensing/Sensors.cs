using Locomotion.Controller.Loop;
using Locomotion.Controller.Maths;
using Locomotion.Controller.State;

namespace Locomotion.Body.Sensing;

/// <summary>From the body to what is reported of it. Noise is drawn once a tick, however often one looks.</summary>
internal sealed class Sensors : IHasState
{
    private const ulong NoiseStream = 0x5E0_0000;      // apart from the streams of the neurons

    private readonly SensorParameters p;
    private readonly double[] loadNoise, bendNoise;    // [leg], [joint]; in deviations
    private readonly double loadSteps, bendSteps, shareSteps;
    private Xoshiro256 random;

    public Sensors(int segments, SensorParameters parameters, ulong seed)
    {
        p = parameters;
        loadNoise = new double[p.LoadNoise > 0 ? 2 * segments : 0];
        bendNoise = new double[p.BendNoise > 0 ? segments - 1 : 0];
        (loadSteps, bendSteps, shareSteps) = (Steps(p.LoadBits), Steps(p.BendBits), Steps(p.ShareBits));
        random = Xoshiro256.Stream(seed, NoiseStream);
        Draw();
    }

    /// <summary>New noise, for the next tick.</summary>
    public void Draw()
    {
        foreach (ref double noise in loadNoise.AsSpan()) noise = random.NextNormal();
        foreach (ref double noise in bendNoise.AsSpan()) noise = random.NextNormal();
    }

    /// <summary>Reports what there is to feel.</summary>
    public void Read(CentipedeBody body, Senses senses)
    {
        ReadOnlySpan<double> load = body.FootLoad, wetness = body.Wetness, contact = body.Contact;
        for (int leg = 0; leg < senses.FootLoad.Length; leg++)
        {
            double noisy = loadNoise.Length == 0 ? load[leg] : Math.Max(load[leg] + p.LoadNoise * loadNoise[leg], 0);
            senses.FootLoad[leg] = InSteps(noisy, loadSteps);
        }
        for (int i = 0; i < wetness.Length; i++)
        {
            senses.Wetness[i] = InSteps(wetness[i], shareSteps);
            senses.FootContact[Leg.Left(i)] = senses.FootContact[Leg.Right(i)] = InSteps(contact[i], shareSteps);
        }
        for (int j = 0; j < senses.Bend.Length; j++)
        {
            double bend = body.Chain.Bend(j);
            senses.Bend[j] = InSteps(bendNoise.Length == 0 ? bend : bend + p.BendNoise * bendNoise[j], bendSteps);
        }
    }

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor)
    {
        if (!p.HasNoise) return;
        visitor.Part("sensors");
        visitor.Visit("random", ref random);
        visitor.Visit<double>("load-noise", loadNoise);
        visitor.Visit<double>("bend-noise", bendNoise);
    }

    private static double Steps(int bits) => bits == 0 ? 0 : Math.ScaleB(1, bits);

    /// <summary>The nearest whole step; never −0.</summary>
    private static double InSteps(double x, double steps) => steps == 0 ? x : Math.Round(x * steps) / steps + 0.0;
}

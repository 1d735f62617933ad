namespace Locomotion.Benchmarks.Peer;

/// <summary>Is the peer a swimmer at all? A chain that flew apart or lay still would be no measure of speed.</summary>
public static class PeerCheck
{
    private const int Links = 21;
    private const double Frequency = 4, Settling = 1, Seconds = 3;   // whole cycles: the shape is the same at both ends
    private const double FineStep = 5e-5;

    /// <summary>Swims both water models with the wave in both directions and prints how far. True when all is as it should be.</summary>
    /// <remarks>
    /// At the benchmarks' step the peer must swim head first, mirrored when the wave is, and stay finite. Where its base sits is a
    /// choice of coordinates that must not move the animal: two forms must meet as the step shrinks. At 1 ms they are some 20 %
    /// apart, the first-order error of MuJoCo's Euler step, which is largest with the base on the beating head.
    /// </remarks>
    public static bool Run(TextWriter output)
    {
        output.WriteLine($"MuJoCo {MuJoCo.Version}: {Links} links, 0.25 rad at {Frequency} Hz; way in {Seconds} s, head first positive");
        bool good = true;
        foreach (FluidModel fluid in Enum.GetValues<FluidModel>())
        {
            MuJoCoChainModel peer = MuJoCoChainModel.Fastest(Links) with { Fluid = fluid }, fine = peer with { TimeStep = FineStep };
            (double toTail, double toHead) = Swim(output, peer);
            Swim(output, peer with { BaseLink = 0 });
            (double fromMiddle, _) = Swim(output, fine);
            (double fromHead, _) = Swim(output, fine with { BaseLink = 0 });
            good &= toTail > 0.25 * peer.BodyLength && Math.Abs(toTail + toHead) < 0.05 * toTail;
            good &= Math.Abs(fromMiddle - fromHead) < 0.02 * fromMiddle;
        }

        output.WriteLine($"warnings: {MuJoCo.Warnings}; {(good ? "it swims" : "IT DOES NOT SWIM AS IT SHOULD")}");
        return good && MuJoCo.Warnings == 0;
    }

    private static (double ToTail, double ToHead) Swim(TextWriter output, MuJoCoChainModel model)
    {
        (double toTail, double energy) = Swim(model, Frequency);
        (double toHead, double energyBack) = Swim(model, -Frequency);
        output.WriteLine($"{model.Fluid,-10}  base on link {model.BaseLink,2}  step {model.TimeStep * 1e3,4} ms  "
            + $"wave to tail {toTail,7:F4} m  to head {toHead,7:F4} m  kinetic energy {energy * 1e3:F3}, {energyBack * 1e3:F3} mJ");
        return double.IsFinite(energy + energyBack) ? (toTail, toHead) : (double.NaN, double.NaN);
    }

    private static (double Distance, double KineticEnergy) Swim(MuJoCoChainModel model, double frequency)
    {
        using MuJoCoChain chain = new(model);
        TravellingWave wave = new(model.Links, frequency, model.TimeStep);
        chain.Swim(wave, (int)Math.Round(Settling / model.TimeStep));
        double start = chain.Position[0];
        chain.Swim(wave, (int)Math.Round(Seconds / model.TimeStep));
        return (chain.Position[0] - start, chain.KineticEnergy);
    }
}

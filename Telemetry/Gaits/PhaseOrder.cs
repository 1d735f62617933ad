using Locomotion.Controller.Maths;

namespace Locomotion.Telemetry.Gaits;

/// <summary>The mean of many phase differences, as a vector exp(i Δ): how well they agree, and on what.</summary>
/// <remarks>The order parameter of Kuramoto 1984, Chemical Oscillations, Waves, and Turbulence.</remarks>
public struct PhaseOrder
{
    private double re, im;
    private long count;

    /// <summary>Adds one phase difference, rad.</summary>
    public void Add(double difference)
    {
        DMath.SinCos(difference, out double sin, out double cos);
        re += cos;
        im += sin;
        count++;
    }

    /// <summary>How well the differences agree: 1 all equal, 0 scattered.</summary>
    public readonly double Coherence => count == 0 ? 0 : Math.Sqrt(re * re + im * im) / count;

    /// <summary>Their mean in cycles, −0.5 to 0.5.</summary>
    public readonly double Lag => DMath.Atan2(im, re) / Math.Tau;

    /// <summary>Their mean in cycles, 0 to 1.</summary>
    public readonly double Phase => Lag < 0 ? Lag + 1 : Lag;
}

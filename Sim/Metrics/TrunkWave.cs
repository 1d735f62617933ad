using Locomotion.Controller.Maths;
using Locomotion.Sim.Recording;

namespace Locomotion.Sim.Metrics;

/// <summary>The wave in the measured joint angles: its size, length and direction.</summary>
/// <param name="Amplitude">√2 times the RMS of the joint angles about their means, averaged over joints, rad.</param>
/// <param name="Waves">Waves on the body; positive: they run to the tail.</param>
/// <param name="Direction">"posterior", "anterior" or "none".</param>
internal readonly record struct TrunkWave(double Amplitude, double Waves, string Direction)
{
    private const double StillBelow = 0.03;       // rad
    private const double NoWaveBelow = 0.5;       // coherence of neighbouring joints
    private const double StandingBelow = 0.1;     // waves per body

    /// <summary>
    /// Joint j has the complex amplitude c_j = Σ (q_j − mean) exp(−i ω t); Σ c_(j+1)* c_j tells the lag from joint to joint, and, against
    /// Σ |c_(j+1)| |c_j|, how coherent the wave is.
    /// </summary>
    public static TrunkWave Measure(Trajectory run, SegmentRange part, int from, int to, double frequency)
    {
        int joints = Math.Min(part.Count, run.Segments - 1 - part.First);
        double amplitude = 0, productRe = 0, productIm = 0, sizes = 0, aheadRe = 0, aheadIm = 0;
        for (int j = part.First; j < part.First + joints; j++)
        {
            double mean = 0, square = 0, re = 0, im = 0;
            for (int k = from; k < to; k++) mean += run.Of(k, j, SegmentSignal.Bend);
            mean /= to - from;
            for (int k = from; k < to; k++)
            {
                double q = run.Of(k, j, SegmentSignal.Bend) - mean;
                DMath.SinCos(Math.Tau * frequency * run.Time(k), out double sin, out double cos);
                square += q * q;
                re += q * cos;
                im -= q * sin;
            }
            amplitude += Math.Sqrt(2 * square / (to - from)) / joints;
            if (j > part.First)
            {
                productRe += aheadRe * re + aheadIm * im;
                productIm += aheadIm * re - aheadRe * im;
                sizes += Math.Sqrt((aheadRe * aheadRe + aheadIm * aheadIm) * (re * re + im * im));
            }
            (aheadRe, aheadIm) = (re, im);
        }
        double waves = DMath.Atan2(productIm, productRe) / Math.Tau * run.Segments;
        bool coherent = Math.Sqrt(productRe * productRe + productIm * productIm) > NoWaveBelow * sizes;
        string direction = amplitude < StillBelow || !coherent || Math.Abs(waves) < StandingBelow ? "none" : waves > 0 ? "posterior" : "anterior";
        return new TrunkWave(amplitude, waves, direction);
    }
}

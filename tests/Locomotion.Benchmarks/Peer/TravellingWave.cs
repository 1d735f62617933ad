namespace Locomotion.Benchmarks.Peer;

/// <summary>Bend targets of a travelling wave, one cycle tabulated step by step so that a timed step only copies.</summary>
/// <remarks>target_j(t) = A cos 2π (f t - j / n): from head to tail, or to the head when f runs backwards.</remarks>
public sealed class TravellingWave
{
    private readonly double[][] targets;   // rad, [step of the cycle][joint]

    /// <summary>One wave on the body at <paramref name="frequency"/> Hz; negative runs from tail to head.</summary>
    /// <remarks>The amplitude, <paramref name="bend"/> rad on 21 links, scales with the link's length: the shape stays the same.</remarks>
    public TravellingWave(int links, double frequency, double timeStep, double bend = 0.25)
    {
        int steps = (int)Math.Round(1 / (Math.Abs(frequency) * timeStep));
        double amplitude = bend * 21 / links;
        targets = new double[steps][];
        for (int step = 0; step < steps; step++)
        {
            double cycles = Math.Sign(frequency) * (double)step / steps;
            targets[step] = new double[links - 1];
            for (int joint = 1; joint < links; joint++)
                targets[step][joint - 1] = amplitude * Math.Cos(Math.Tau * (cycles - joint / (double)links));
        }
    }

    /// <summary>The targets of all joints at a step, rad.</summary>
    public ReadOnlySpan<double> this[long tick] => targets[tick % targets.Length];
}

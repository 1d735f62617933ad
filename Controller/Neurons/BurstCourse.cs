namespace Locomotion.Controller.Neurons;

/// <summary>Where adaptation goes in a burst or in a pause, for inputs of one sign; z is the input's size, clipped to 1.</summary>
/// <param name="ZeroBound">Where it ends at input 0.</param>
/// <param name="FullBound">Where it ends at input ±1.</param>
/// <param name="FullSlowness">What input ±1 multiplies its time constant by.</param>
/// <param name="Pace">Step over time constant at input 0.</param>
/// <param name="Target">The value it nears: 0 in a burst, 1 in a pause.</param>
internal readonly record struct BurstCourse(double ZeroBound, double FullBound, double FullSlowness, double Pace, double Target)
{
    /// <summary>Where it ends.</summary>
    public double BoundAt(double z) => ZeroBound * (1 - z) + FullBound * z;

    /// <summary>What its time constant is multiplied by.</summary>
    public double SlownessAt(double z) => 1 - z + FullSlowness * z;

    /// <summary>Adaptation after a step: da/dt = (target − a) noise / τ, backward Euler or forward.</summary>
    public double Next(double a, double z, double noise, bool backward)
    {
        double tau = SlownessAt(z), pace = Pace * noise;
        return backward ? (a * tau + Target * pace) / (tau + pace) : a + (Target - a) * pace / tau;
    }
}

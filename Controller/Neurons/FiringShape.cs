using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Neurons;

/// <summary>
/// The firing rate of a burster as a function of its state: it shapes the output and leaves durations alone. Derive from it for a shape
/// of one's own; a rate outside [0, 1] is allowed, and is what the synapses multiply.
/// </summary>
public abstract record FiringShape : ParameterGroup
{
    /// <summary>Rate in a burst.</summary>
    /// <param name="a">Adaptation.</param>
    /// <param name="x">Input, the bias included.</param>
    /// <param name="p">The neuron, for its bounds.</param>
    public abstract double Active(double a, double x, BursterCoefficients p);

    /// <summary>Rate in a pause at input <paramref name="x"/>; 0 unless the shape says otherwise.</summary>
    public virtual double Quiet(double x) => 0;

    /// <summary>The rates of a population's neurons from <paramref name="first"/> on; a shape may know a faster way than one by one.</summary>
    internal virtual void Fire(BursterPopulation population, int first, ReadOnlySpan<double> x, Span<double> rate)
    {
        for (int k = 0; k < rate.Length; k++) rate[k] = population.Rate(population.Voltage[first + k], population.Adaptation[first + k], x[k]);
    }
}

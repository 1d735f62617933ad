using Locomotion.Controller.State;

namespace Locomotion.Controller.Neurons;

/// <summary>Neurons of one kind and one set of parameters, in arrays. After construction nothing allocates.</summary>
public abstract class Population(int count) : IHasState
{
    /// <summary>How many neurons.</summary>
    public int Count { get; } = count;

    /// <summary>v of each neuron: between −1 and 1, or in mV for the biophysical neuron.</summary>
    public double[] Voltage { get; } = new double[count];

    /// <summary>a of each neuron, from 0 to 1; empty for neurons without adaptation.</summary>
    public double[] Adaptation { get; protected init; } = new double[count];

    /// <summary>Puts every neuron into its first state, and noise to its start.</summary>
    public abstract void Reset();

    /// <summary>Advances every neuron by one step.</summary>
    /// <param name="input">What arrives at each neuron; on return the input that counted, the bias included.</param>
    /// <param name="output">Receives the firing rates.</param>
    public void Step(Span<double> input, Span<double> output) => Step(0, input, output);

    /// <summary>Advances some neighbouring neurons by one step, as many as there are inputs.</summary>
    /// <param name="first">The first of them.</param>
    /// <param name="input">What arrives at each of them; on return the input that counted, the bias included.</param>
    /// <param name="output">Receives their firing rates.</param>
    public abstract void Step(int first, Span<double> input, Span<double> output);

    /// <summary>Puts the neurons of <paramref name="other"/>, of the same kind and number, into the state of these.</summary>
    internal virtual void CopyTo(Population other)
    {
        Voltage.CopyTo(other.Voltage, 0);
        Adaptation.CopyTo(other.Adaptation, 0);
    }

    /// <summary>Passes over what the neurons remember, within the part that the caller has begun.</summary>
    public virtual void Visit(IStateVisitor visitor)
    {
        visitor.Visit<double>("voltage", Voltage);
        visitor.Visit<double>("adaptation", Adaptation);
    }
}

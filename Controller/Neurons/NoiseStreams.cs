using Locomotion.Controller.Maths;
using Locomotion.Controller.State;

namespace Locomotion.Controller.Neurons;

/// <summary>Multiplicative noise: a stream of its own for each neuron, so that neither their order nor the number of threads matters.</summary>
/// <param name="deviation">Deviation of the factor.</param>
/// <param name="count">How many neurons; without noise no stream is kept.</param>
/// <param name="seed">Seed that all streams share.</param>
/// <param name="first">Number of the first neuron's stream.</param>
public sealed class NoiseStreams(double deviation, int count, ulong seed, int first) : IHasState
{
    private readonly Xoshiro256[] streams = Seeded(new Xoshiro256[deviation > 0 ? count : 0], seed, first);

    /// <summary>Whether there is any noise.</summary>
    public bool Present => streams.Length > 0;

    /// <summary>The next factor of a neuron: mean 1, never below 0.</summary>
    public double Factor(int neuron) => Math.Max(0, 1 + deviation * streams[neuron].NextNormal());

    /// <summary>Puts every stream back to its start.</summary>
    public void Reset() => Seeded(streams, seed, first);

    /// <summary>Lets <paramref name="other"/>, of as many neurons, go on where these streams are; without noise here it begins at its start.</summary>
    internal void CopyTo(NoiseStreams other)
    {
        if (!other.Present) return;
        if (Present) streams.CopyTo(other.streams, 0);
        else other.Reset();
    }

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor) => visitor.Visit<Xoshiro256>("noise", streams);

    private static Xoshiro256[] Seeded(Xoshiro256[] streams, ulong seed, int first)
    {
        for (int k = 0; k < streams.Length; k++) streams[k] = Xoshiro256.Stream(seed, (ulong)(first + k));
        return streams;
    }
}

using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Locomotion.Controller.Maths;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.State;

namespace Locomotion.Controller.Circuits;

/// <summary>All synapses of one delay, sorted by target: sources and weights in flat arrays.</summary>
internal sealed class SynapseTable : IHasState
{
    private readonly int[] start;           // [target]: where its synapses begin; one more at the end
    private readonly int[] source;          // [synapse]
    private readonly double[] weight;       // [synapse]
    private readonly double[] deviation;    // [synapse]; empty without noise
    private readonly Xoshiro256[] streams;  // [synapse]; empty without noise
    private readonly ulong seed;

    private SynapseTable(int delay, IReadOnlyList<Synapse> synapses, int neurons, ulong seed)
    {
        Delay = delay;
        this.seed = seed;
        start = new int[neurons + 1];
        source = new int[synapses.Count];
        weight = new double[synapses.Count];
        bool noisy = synapses.Any(synapse => synapse.Noise > 0);
        deviation = new double[noisy ? synapses.Count : 0];
        streams = new Xoshiro256[deviation.Length];

        // a counting sort by target: equal targets keep the order in which they were connected
        foreach (Synapse synapse in synapses) start[synapse.Target.Index + 1]++;
        for (int target = 0; target < neurons; target++) start[target + 1] += start[target];
        int[] next = start[..neurons];
        foreach (Synapse synapse in synapses)
        {
            int place = next[synapse.Target.Index]++;
            source[place] = synapse.Source.Index;
            weight[place] = synapse.Weight;
            if (noisy) deviation[place] = synapse.Noise;
        }
        Reset();
    }

    /// <summary>Steps from a rate to the input that it becomes.</summary>
    public int Delay { get; }

    /// <summary>A table for each delay that occurs, the shortest first.</summary>
    public static SynapseTable[] Compile(IReadOnlyList<Synapse> synapses, int neurons, double dt, ulong seed, Func<Neuron, string> nameOf) =>
    [
        .. synapses.GroupBy(synapse => Steps(synapse, dt, nameOf)).OrderBy(equal => equal.Key)
            .Select(equal => new SynapseTable(equal.Key, [.. equal], neurons, seed)),
    ];

    /// <summary>Puts noise back to its start.</summary>
    public void Reset()
    {
        // the neurons' own streams are numbered from 0, these from 2^32 and by delay
        for (int k = 0; k < streams.Length; k++) streams[k] = Xoshiro256.Stream(seed, ((ulong)Delay << 32) + (ulong)k);
    }

    /// <summary>input[k] += Σ weight · rate[source], k counting the targets from <paramref name="first"/> on.</summary>
    public void AddTo(int first, Span<double> input, ReadOnlySpan<double> rate)
    {
        if (streams.Length > 0)
        {
            AddNoisyTo(first, input, rate);
            return;
        }
        // indices were checked when the table was made: this loop is where a large network spends its time
        ref double firstRate = ref MemoryMarshal.GetReference(rate), firstWeight = ref MemoryMarshal.GetArrayDataReference(weight);
        ref int firstSource = ref MemoryMarshal.GetArrayDataReference(source);
        ReadOnlySpan<int> ends = start.AsSpan(first + 1, input.Length);
        int k = start[first];
        for (int target = 0; target < input.Length; target++)
        {
            int end = ends[target];
            // two sums side by side, so that an addition need not wait for the one before
            double even = input[target], odd = 0;
            for (; k + 1 < end; k += 2)
            {
                even += Unsafe.Add(ref firstWeight, k) * Unsafe.Add(ref firstRate, Unsafe.Add(ref firstSource, k));
                odd += Unsafe.Add(ref firstWeight, k + 1) * Unsafe.Add(ref firstRate, Unsafe.Add(ref firstSource, k + 1));
            }
            if (k < end) even += Unsafe.Add(ref firstWeight, k) * Unsafe.Add(ref firstRate, Unsafe.Add(ref firstSource, k++));
            input[target] = even + odd;
        }
    }

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor)
    {
        visitor.Part("synapses");
        visitor.Visit<Xoshiro256>("noise", streams);
    }

    private void AddNoisyTo(int first, Span<double> input, ReadOnlySpan<double> rate)
    {
        for (int target = 0; target < input.Length; target++)
        {
            for (int k = start[first + target]; k < start[first + target + 1]; k++)
                input[target] += (weight[k] + deviation[k] * streams[k].NextNormal()) * rate[source[k]];
        }
    }

    private static int Steps(Synapse synapse, double dt, Func<Neuron, string> nameOf)
    {
        if (synapse.DelayMilliseconds is not { } delay) return 1;
        double dtMilliseconds = dt * 1000;
        int steps = (int)Math.Round(delay / dtMilliseconds);
        return steps >= 1 && Math.Abs(steps * dtMilliseconds - delay) <= 1e-9 * delay
            ? steps
            : throw new InvalidInputException($"Synapse {nameOf(synapse.Source)} -> {nameOf(synapse.Target)}", $"delay {Naming.Number(delay)} ms",
                $"is not a whole number of steps of {Naming.Number(dtMilliseconds)} ms",
                $"use {Naming.Number(Math.Max(1, steps) * dtMilliseconds)} ms, or another step");
    }
}

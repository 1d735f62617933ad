using Locomotion.Controller.Neurons;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.State;

namespace Locomotion.Controller.Circuits;

/// <summary>
/// A circuit that runs. All neurons advance together: what a neuron fires in one step reaches the others in the next, or after the
/// synapse's delay. A step allocates nothing.
/// </summary>
/// <remarks>
/// Arrays are [neuron], populations in the order of their declaration. A command that is set before a step acts like a rate of that
/// step: neurons feel it in the next. Source of this order: the circuit library of Bhattasali, Pinto, Lindsay 2026,
/// bioRxiv 10.64898/2026.03.03.709454.
/// </remarks>
public sealed class Circuit : IHasState
{
    private const int Block = 1024;         // neurons

    private readonly (Group Group, Population? Population)[] parts;
    private readonly SynapseTable[] tables;
    private readonly Probe[] probes;
    private readonly double[][] rates;      // [step modulo their number][neuron]: one more than the longest delay
    private readonly double[] input, external, command;
    private double[] latest;
    private long steps;

    internal Circuit((Group, Population?)[] parts, SynapseTable[] tables, IEnumerable<Probe> probes, int neurons, double dt)
    {
        this.parts = parts;
        this.tables = tables;
        this.probes = [.. probes];
        Dt = dt;
        rates = [.. Enumerable.Range(0, tables.Select(table => table.Delay).Append(1).Max() + 1).Select(_ => new double[neurons])];
        latest = rates[^1];
        input = new double[neurons];
        external = new double[neurons];
        command = new double[neurons];
    }

    /// <summary>The step, s.</summary>
    public double Dt { get; }

    /// <summary>Steps taken.</summary>
    public long Steps => steps;

    /// <summary>Firing rates after the last step, and the commands; all 0 at first.</summary>
    public ReadOnlySpan<double> Rates => latest;

    /// <summary>x of each neuron in the last step, the bias included.</summary>
    public ReadOnlySpan<double> Inputs => input;

    /// <summary>What arrives from outside at each neuron, at every step until it is changed. 0 at first.</summary>
    public Span<double> External => external;

    /// <summary>The names of what <see cref="Sample"/> reads.</summary>
    public IEnumerable<string> ProbeNames => probes.Select(probe => probe.Name);

    /// <summary>Puts everything into its first state, noise included; commands and external input become 0.</summary>
    public void Reset()
    {
        foreach ((_, Population? population) in parts) population?.Reset();
        foreach (SynapseTable table in tables) table.Reset();
        foreach (double[] row in rates) Array.Clear(row);
        Array.Clear(input);
        Array.Clear(external);
        Array.Clear(command);
        latest = rates[^1];
        steps = 0;
    }

    /// <summary>Sets a command's value; the neurons it reaches feel it in the step after the next.</summary>
    /// <exception cref="InvalidInputException">The value is not finite, or the neuron is no command.</exception>
    public void Command(Neuron neuron, double value)
    {
        (Group group, Population? population) = Part(neuron);
        if (population is not null) throw new InvalidInputException("Command", $"'{group.Name}'", "is a neuron", "set a command, or External");
        if (!double.IsFinite(value)) throw new InvalidInputException($"Command '{group.Name}'", Naming.Number(value), "is not finite", "set a finite value");
        command[neuron.Index] = value;
    }

    /// <summary>The population of a group: its voltages and adaptation, which may be set between steps.</summary>
    /// <exception cref="InvalidInputException">The group is a command.</exception>
    public Population Of(Group group) => Part(group[0]).Population
        ?? throw new InvalidInputException("Population", $"'{group.Name}'", "is a command", "ask for a population of neurons");

    /// <summary>Advances every neuron by one step.</summary>
    public void Step()
    {
        latest = rates[steps % rates.Length];
        foreach ((Group group, Population? population) in parts)
        {
            if (population is null)
            {
                command.AsSpan(group.First, group.Count).CopyTo(latest.AsSpan(group.First));
                continue;
            }
            // block by block, so that what a block needs stays close to the processor
            for (int first = 0; first < group.Count; first += Block)
            {
                int from = group.First + first, count = Math.Min(Block, group.Count - first);
                Span<double> arriving = input.AsSpan(from, count);
                external.AsSpan(from, count).CopyTo(arriving);
                foreach (SynapseTable table in tables) table.AddTo(from, arriving, rates[(steps + rates.Length - table.Delay) % rates.Length]);
                population.Step(first, arriving, latest.AsSpan(from, count));
            }
        }
        steps++;
    }

    /// <summary>Reads every watched signal into <paramref name="row"/>, in the order in which they were declared.</summary>
    public void Sample(Span<double> row)
    {
        for (int k = 0; k < probes.Length; k++) row[k] = Read(probes[k].Neuron, probes[k].Signal);
    }

    /// <summary>A signal of one neuron as it is now.</summary>
    public double Read(Neuron neuron, Signal signal)
    {
        (Group group, Population? population) = Part(neuron);
        int k = neuron.Index - group.First;
        return signal switch
        {
            Signal.Voltage => population?.Voltage[k] ?? 0,
            Signal.Adaptation => population is { Adaptation.Length: > 0 } ? population.Adaptation[k] : 0,
            Signal.Input => input[neuron.Index],
            _ => latest[neuron.Index],
        };
    }

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor)
    {
        visitor.Part("circuit");
        visitor.Visit("steps", ref steps);
        visitor.Visit<double>("external", external);
        visitor.Visit<double>("command", command);
        visitor.Visit<double>("input", input);
        foreach (double[] row in rates) visitor.Visit<double>("rates", row);
        foreach ((Group group, Population? population) in parts)
        {
            if (population is null) continue;
            visitor.Part(group.Name);
            population.Visit(visitor);
        }
        foreach (SynapseTable table in tables) table.Visit(visitor);
        if (visitor.Restores) latest = rates[(steps + rates.Length - 1) % rates.Length];
    }

    private (Group Group, Population? Population) Part(Neuron neuron)
    {
        foreach ((Group Group, Population? Population) part in parts)
        {
            if (part.Group.Has(neuron)) return part;
        }
        throw new InvalidInputException("Neuron", $"{neuron.Index}", $"is not one of the circuit's {input.Length}", "take it from a group of its design");
    }
}

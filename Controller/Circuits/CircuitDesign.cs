using Locomotion.Controller.Neurons;
using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Circuits;

/// <summary>A circuit on paper: populations, commands, synapses, probes. <see cref="Compile"/> makes it run.</summary>
/// <example>
/// <code>
/// CircuitDesign design = new();
/// Group flexor = design.Bursters("flexor", new() { Bias = 0.2 }), extensor = design.Rates("extensor", new() { Bias = 0.8 });
/// design.Connect(flexor, extensor, weight: -0.9);
/// design.Connect(extensor, flexor, weight: -0.1);
/// Circuit circuit = design.Compile(dt: 0.001, seed: 0);
/// </code>
/// </example>
public sealed class CircuitDesign
{
    private const double MaxWeight = 1e6, MaxDelayMilliseconds = 60_000;
    private const int MaxCount = 100_000_000;

    private static readonly ParameterTree bursterTree = ParameterTree.Of<BursterParameters>(), rateTree = ParameterTree.Of<RateParameters>(),
        biophysicalTree = ParameterTree.Of<BiophysicalParameters>();

    private readonly List<Declaration> declarations = [];
    private readonly List<Synapse> synapses = [];
    private readonly List<Probe> probes = [];
    private int neurons;

    /// <summary>Declares simplified bursting neurons; their shape is the circuits' own, <see cref="AdaptingShape"/>, unless given.</summary>
    /// <exception cref="InvalidInputException">The name is taken or empty, or there is not one neuron.</exception>
    public Group Bursters(string name, BursterParameters parameters, FiringShape? shape = null, int count = 1)
    {
        int first = neurons;
        return Add(name, count, parameters, bursterTree, (p, dt, seed) =>
            new BursterPopulation((BursterParameters)p, shape ?? new AdaptingShape(), count, dt, seed, first));
    }

    /// <summary>Declares rate neurons.</summary>
    /// <exception cref="InvalidInputException">As for <see cref="Bursters"/>.</exception>
    public Group Rates(string name, RateParameters parameters, int count = 1) =>
        Add(name, count, parameters, rateTree, (p, dt, _) => new RatePopulation((RateParameters)p, count, dt));

    /// <summary>Declares biophysical neurons.</summary>
    /// <exception cref="InvalidInputException">As for <see cref="Bursters"/>.</exception>
    public Group Biophysicals(string name, BiophysicalParameters parameters, int count = 1) =>
        Add(name, count, parameters, biophysicalTree, (p, dt, _) => new BiophysicalPopulation((BiophysicalParameters)p, count, dt));

    /// <summary>Declares values that are set from outside, <see cref="Circuit.Command"/>, and act like rates; 0 at first.</summary>
    /// <exception cref="InvalidInputException">As for <see cref="Bursters"/>.</exception>
    public Group Commands(string name, int count = 1) => Add(name, count, parameters: null, tree: null, make: null);

    /// <summary>The group of that name.</summary>
    /// <exception cref="InvalidInputException">There is none; the message offers the nearest.</exception>
    public Group this[string name] => declarations.Find(declaration => declaration.Group.Name == name)?.Group ?? throw NoPopulation(name);

    /// <summary>Sets a parameter of a population from text: "PD.active-time", or "*.noise" for all populations that have it.</summary>
    /// <exception cref="InvalidInputException">There is no such population or parameter, or no such value.</exception>
    public void Set(string name, string text)
    {
        int dot = name.LastIndexOf('.');
        string population = dot < 0 ? "*" : name[..dot], parameter = name[(dot + 1)..];
        Declaration[] meant = [.. declarations.Where(declaration => declaration.Tree is not null && (population == "*" || declaration.Group.Name == population))];
        if (meant.Length == 0) throw NoPopulation(population);
        Declaration[] having = [.. meant.Where(declaration => declaration.Tree!.Has(parameter))];
        if (having.Length == 0) throw ParameterTree.Unknown(parameter, meant.SelectMany(declaration => declaration.Tree!.All));
        foreach (Declaration declaration in having) declaration.Parameters = declaration.Tree![parameter].Write(declaration.Parameters!, text);
    }

    /// <summary>Multiplies every duration of every burster by <paramref name="scale"/>, as temperature does.</summary>
    /// <exception cref="InvalidInputException">A duration leaves its range.</exception>
    public void Slow(double scale)
    {
        foreach (Declaration declaration in declarations)
        {
            if (declaration.Parameters is BursterParameters burster) declaration.Parameters = burster.Slowed(scale);
        }
    }

    /// <summary>Lets <paramref name="target"/> receive <paramref name="source"/>. See <see cref="Synapse"/> for the numbers.</summary>
    /// <exception cref="InvalidInputException">There is no such neuron, a number is not finite, delay or noise is below 0, or the target is a command.</exception>
    public void Connect(Neuron source, Neuron target, double weight, double? delayMilliseconds = null, double noise = 0)
    {
        At(source);
        if (declarations[At(target)].Make is null) throw Refusal("the target", "is a command, which nothing can drive", "connect to a neuron");
        if (!(Math.Abs(weight) <= MaxWeight))
            throw Refusal($"weight {Naming.Number(weight)}", $"lies outside [-{MaxWeight}, {MaxWeight}]", "choose a value inside");
        if (delayMilliseconds is not (null or (> 0 and <= MaxDelayMilliseconds)))
            throw Refusal($"delay {Naming.Number(delayMilliseconds.Value)} ms", $"lies outside (0, {MaxDelayMilliseconds}] ms", "choose a value inside, or none for one step");
        if (!(noise >= 0 && noise <= MaxWeight)) throw Refusal($"noise {Naming.Number(noise)}", $"lies outside [0, {MaxWeight}]", "choose a value inside");
        synapses.Add(new Synapse(source, target, weight, delayMilliseconds, noise));

        InvalidInputException Refusal(string value, string rule, string remedy) =>
            new($"Synapse {NameOf(source)} -> {NameOf(target)}", value, rule, remedy);
    }

    /// <summary>Connects each neuron of <paramref name="source"/> to the one of the same number in <paramref name="target"/>.</summary>
    /// <exception cref="InvalidInputException">They are not equally many, or as for single neurons.</exception>
    public void Connect(Group source, Group target, double weight, double? delayMilliseconds = null, double noise = 0)
    {
        if (source.Count != target.Count)
            throw new InvalidInputException($"Synapse {source.Name} -> {target.Name}", $"{source.Count} to {target.Count} neurons",
                "are not equally many", "connect neuron by neuron: group[k]");
        for (int k = 0; k < source.Count; k++) Connect(source[k], target[k], weight, delayMilliseconds, noise);
    }

    /// <summary>Watches a signal; <see cref="Circuit.Sample"/> reads all that are watched, in this order.</summary>
    /// <exception cref="InvalidInputException">There is no such neuron.</exception>
    public void Watch(string name, Neuron neuron, Signal signal)
    {
        At(neuron);
        probes.Add(new Probe(name, neuron, signal));
    }

    /// <summary>The circuit, at rest, ready to be stepped.</summary>
    /// <param name="dt">The step, s.</param>
    /// <param name="seed">From this follows all noise.</param>
    /// <exception cref="InvalidInputException">Parameters do not suit the step, or a delay is not a whole number of steps.</exception>
    public Circuit Compile(double dt, ulong seed)
    {
        if (!(dt > 0 && dt <= 1)) throw new InvalidInputException("Step", $"{Naming.Number(dt)} s", "lies outside (0, 1] s", "choose a value inside; 0.001 is usual");
        return new Circuit([.. declarations.Select(declaration => (declaration.Group, declaration.Make?.Invoke(declaration.Parameters!, dt, seed)))],
            SynapseTable.Compile(synapses, neurons, dt, seed, NameOf), probes, neurons, dt);
    }

    private Group Add(string name, int count, ParameterGroup? parameters, ParameterTree? tree, Func<ParameterGroup, double, ulong, Population>? make)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new InvalidInputException("Population", $"'{name}'", "has no name", "give it one");
        if (declarations.Exists(declaration => declaration.Group.Name == name))
            throw new InvalidInputException("Population", $"'{name}'", "exists already", "choose another name");
        if (count is < 1 or > MaxCount)
            throw new InvalidInputException($"Population '{name}'", $"{count} neurons", $"lies outside [1, {MaxCount}]", "choose a number inside");
        Group group = new(name, neurons, count);
        neurons += count;
        declarations.Add(new Declaration(group, parameters, tree, make));
        return group;
    }

    private int At(Neuron neuron)
    {
        int at = declarations.FindIndex(declaration => declaration.Group.Has(neuron));
        return at >= 0 ? at : throw new InvalidInputException("Neuron", $"{neuron.Index}", $"is not one of the circuit's {neurons}", "take it from a group of this design");
    }

    private string NameOf(Neuron neuron)
    {
        Group group = declarations[At(neuron)].Group;
        return group.Count == 1 ? $"'{group.Name}'" : $"'{group.Name}[{neuron.Index - group.First}]'";
    }

    private InvalidInputException NoPopulation(string name) => new("Population", $"'{name}'", "is not in the circuit",
        $"did you mean '{Naming.Nearest(name, declarations.Select(declaration => declaration.Group.Name))}'?");

    /// <summary>A population as declared; a command has neither parameters nor a way to make it.</summary>
    private sealed class Declaration(Group group, ParameterGroup? parameters, ParameterTree? tree, Func<ParameterGroup, double, ulong, Population>? make)
    {
        public Group Group { get; } = group;

        public ParameterGroup? Parameters { get; set; } = parameters;

        public ParameterTree? Tree { get; } = tree;

        public Func<ParameterGroup, double, ulong, Population>? Make { get; } = make;
    }
}

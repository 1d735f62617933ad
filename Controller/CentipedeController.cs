using Locomotion.Controller.Cord;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Lesions;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Controller.State;

namespace Locomotion.Controller;

/// <summary>
/// The centipede's nervous system: senses in, commands out, one fixed step at a time. It knows no body, no clock and no network.
/// </summary>
public sealed class CentipedeController : IHasState
{
    /// <summary>The fewest and the most segments an animal may have.</summary>
    public const int MinSegments = 3, MaxSegments = 1000;

    private readonly NerveCord cord;
    private readonly Pathways pathways;
    private readonly LesionPlan lesions;
    private readonly LesionMailbox asked;
    private readonly MadeLesions made;
    private PreparedParameters? wanted;         // what another thread asks for
    private ControllerParameters parameters;
    private long steps;
    private bool swims;     // what the brain has decided by itself

    /// <summary>A nervous system whose oscillators start in random states.</summary>
    /// <param name="segments">Leg-bearing segments, <see cref="MinSegments"/> to <see cref="MaxSegments"/>.</param>
    /// <param name="parameters">What can be tuned.</param>
    /// <param name="timing">The step, and how often the plant is commanded.</param>
    /// <param name="seed">From this follow the oscillators' first states.</param>
    /// <param name="lesions">What is taken from the animal, and when; nothing if left out.</param>
    /// <exception cref="InvalidInputException">Too few or too many segments, or a lesion of a segment that is not there.</exception>
    public CentipedeController(int segments, ControllerParameters parameters, LoopTiming timing, ulong seed, IReadOnlyList<Lesion>? lesions = null)
    {
        if (segments is < MinSegments or > MaxSegments)
            throw new InvalidInputException("Segments", $"{segments}", $"lies outside [{MinSegments}, {MaxSegments}]", "choose a number inside");
        Timing = timing;
        this.parameters = parameters;
        Senses = new Senses(segments);
        Command = new Command(segments);
        pathways = new Pathways(segments);
        this.lesions = new LesionPlan(lesions ?? [], segments, timing);
        asked = new LesionMailbox(segments);
        made = new MadeLesions(segments);
        this.lesions.Apply(0, pathways, made);
        cord = new NerveCord(segments, parameters, timing.Step, pathways, seed);
    }

    /// <summary>The step, and how often the plant is commanded.</summary>
    public LoopTiming Timing { get; }

    /// <summary>Steps taken since the start.</summary>
    public long Steps => steps;

    /// <summary>What the body feels; the plant writes it.</summary>
    public Senses Senses { get; }

    /// <summary>What the body shall do; the plant reads it.</summary>
    public Command Command { get; }

    /// <summary>What the higher centers are told; may change between steps.</summary>
    public DescendingCommand Descending { get; set; }

    /// <summary>What the higher centers made of <see cref="Descending"/> in the last step: the brain may decide by itself, and may be missing.</summary>
    public DescendingCommand Decided { get; private set; }

    /// <summary>Every segment's state, head first.</summary>
    public ReadOnlySpan<SegmentState> Segments => cord.States;

    /// <summary>Voltage of each leg's flexor, 1, of a cord of bursting neurons; else empty. [leg]</summary>
    public ReadOnlySpan<double> FlexorVoltage => cord.Rhythm.FlexorVoltage;

    /// <summary>The same of its extensor. [leg]</summary>
    public ReadOnlySpan<double> ExtensorVoltage => cord.Rhythm.ExtensorVoltage;

    /// <summary>
    /// What can be tuned. Setting it, on the loop's thread, swaps the whole set between two steps and allocates; the rhythm goes on from
    /// where it is. Any thread may read it.
    /// </summary>
    /// <exception cref="InvalidInputException">It differs in what may only change at rest, or its durations do not go together.</exception>
    public ControllerParameters Parameters
    {
        get => Volatile.Read(ref parameters);
        set => Use(Prepare(value));
    }

    /// <summary>Works out all that follows from a set for this animal, which it does not touch. Any thread; may be used more than once.</summary>
    /// <exception cref="InvalidInputException">It differs in what may only change at rest, or its durations do not go together.</exception>
    public PreparedParameters Prepare(ControllerParameters set) => new(set, cord.Prepare(set));

    /// <summary>Asks for another set of parameters, from any thread: the whole of it holds from the next tick on. Of several the last one holds.</summary>
    /// <exception cref="InvalidInputException">It differs in what may only change at rest, or its durations do not go together.</exception>
    public void Tune(ControllerParameters set) => TunePrepared(Prepare(set));

    /// <summary>The same with a set that <see cref="Prepare"/> made ready for this animal. Allocates nothing.</summary>
    public void TunePrepared(PreparedParameters prepared)
    {
        if (prepared.Settings.Owner != cord) throw new ArgumentException("The set was prepared for another animal.", nameof(prepared));
        Interlocked.Exchange(ref wanted, prepared);
    }

    /// <summary>Uses what <see cref="Tune"/> asked for, if anything. The loop calls it between two ticks; it allocates nothing.</summary>
    public void TakeTuning()
    {
        if (Volatile.Read(ref wanted) is not null && Interlocked.Exchange(ref wanted, null) is { } prepared) Use(prepared);
    }

    private void Use(PreparedParameters prepared)
    {
        cord.Use(prepared.Settings);
        Volatile.Write(ref parameters, prepared.Set);
    }

    /// <summary>The lesions made so far. Any thread may read it.</summary>
    /// <remarks>
    /// In an animal that goes on from a saved state they are worked out from what it has left: of those that were made live it is known only
    /// that, not when.
    /// </remarks>
    public MadeLesions Lesions => made;

    /// <summary>
    /// Asks for lesions, from any thread: all of them are made before the next tick. What was made before is not made again, and nothing
    /// grows back.
    /// </summary>
    /// <exception cref="InvalidInputException">One does not fit the animal, or has a time; then none of them is made.</exception>
    public void MakeLesions(params IReadOnlyList<Lesion> wanted) => asked.Put(wanted);

    /// <summary>Makes what <see cref="MakeLesions"/> asked for, if anything. The loop calls it between two ticks; it allocates nothing.</summary>
    public void TakeLesions()
    {
        if (asked.Take() is not { } taken) return;
        foreach (Lesion lesion in taken)
        {
            pathways.Take(lesion);
            made.Add(new MadeLesion(lesion, steps, Live: true));
        }
    }

    /// <summary>
    /// Advances the nervous system by one step. Allocates nothing. Under <see cref="DescendingCommand.Halt"/> time passes and lesions are made,
    /// and all else stays as it is.
    /// </summary>
    public void Step()
    {
        lesions.Apply(steps++, pathways, made);
        if (Descending.Halts)
        {
            Decided = Descending;
            cord.HoldUpLost(Command);
            return;
        }
        HigherCenterParameters centers = parameters.Centers;
        double headWetness = Senses.Wetness[0];
        DescendingCommand decided = HigherCenters.Decide(centers, Descending, pathways.Brain, headWetness, ref swims);
        Decided = decided;
        cord.Step(HigherCenters.Descend(centers, in decided), HigherCenters.Relay(centers, in decided, headWetness), Senses);
        cord.Move(Command);
    }

    /// <inheritdoc/>
    public void Visit(IStateVisitor visitor)
    {
        visitor.Part("controller");
        visitor.Visit("steps", ref steps);
        visitor.Flag("swims", ref swims);
        Descending = Visit(visitor, "descending", Descending);
        Decided = Visit(visitor, "decided", Decided);
        lesions.Visit(visitor);
        pathways.Visit(visitor);
        if (visitor.Restores) RecallLesions();
        cord.Visit(visitor);
        Senses.Visit(visitor);
        Command.Visit(visitor);
    }

    /// <summary>Which lesions there must have been, from what is left: those of the plan that are due, and the others.</summary>
    private void RecallLesions()
    {
        made.Clear();
        lesions.Tell(made);
        Pathways planned = new(cord.States.Length);
        foreach (MadeLesion known in made) planned.Take(known.Lesion);
        HashSet<Lesion> explained = [.. planned.Losses()];
        foreach (Lesion lesion in pathways.Losses())
        {
            if (!explained.Contains(lesion)) made.Add(new MadeLesion(lesion, steps, Live: true));
        }
    }

    private static DescendingCommand Visit(IStateVisitor visitor, string name, DescendingCommand command)
    {
        Span<double> numbers = stackalloc double[DescendingCommand.Numbers];
        command.Write(numbers);
        visitor.Visit(name, numbers);
        return visitor.Restores ? DescendingCommand.Read(numbers) : command;
    }
}

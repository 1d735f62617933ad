using System.Runtime.InteropServices;
using Locomotion.Controller.Cord;
using Locomotion.Controller.Descending;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Maths;
using Locomotion.Controller.Parameters;

namespace Locomotion.Controller;

/// <summary>
/// The centipede's nervous system: senses in, commands out, one fixed step at a time. It knows no body, no clock and no network.
/// </summary>
public sealed class CentipedeController
{
    /// <summary>The fewest and the most segments an animal may have.</summary>
    public const int MinSegments = 3, MaxSegments = 1000;

    private readonly NerveCord cord;

    /// <summary>A nervous system whose oscillators start at random phases.</summary>
    /// <param name="segments">Leg-bearing segments, <see cref="MinSegments"/> to <see cref="MaxSegments"/>.</param>
    /// <param name="parameters">What can be tuned.</param>
    /// <param name="timing">The step, and how often the plant is commanded.</param>
    /// <param name="seed">From this follow the first phases.</param>
    /// <exception cref="InvalidInputException">Too few or too many segments.</exception>
    public CentipedeController(int segments, ControllerParameters parameters, LoopTiming timing, ulong seed)
    {
        if (segments is < MinSegments or > MaxSegments)
            throw new InvalidInputException("Segments", $"{segments}", $"lies outside [{MinSegments}, {MaxSegments}]", "choose a number inside");
        Timing = timing;
        Parameters = parameters;
        Senses = new Senses(segments);
        Command = new Command(segments);
        cord = new NerveCord(segments, parameters, timing.Step);
        cord.Scatter(new Xoshiro256(seed));
    }

    /// <summary>The step, and how often the plant is commanded.</summary>
    public LoopTiming Timing { get; }

    /// <summary>What the body feels; the plant writes it.</summary>
    public Senses Senses { get; }

    /// <summary>What the body shall do; the plant reads it.</summary>
    public Command Command { get; }

    /// <summary>What the higher centers are told; may change between steps.</summary>
    public DescendingCommand Descending { get; set; }

    /// <summary>Every segment's state, head first.</summary>
    public ReadOnlySpan<SegmentState> Segments => cord.States;

    /// <summary>What can be tuned. Setting it swaps the whole set between two steps; the rhythm goes on from where it is.</summary>
    public ControllerParameters Parameters
    {
        get;
        set
        {
            field = value;
            cord?.Use(value);
        }
    }

    /// <summary>Advances the nervous system by one step. Allocates nothing.</summary>
    public void Step()
    {
        DescendingCommand command = Descending;
        CordSignals signals = HigherCenters.Descend(Parameters.Centers, in command);
        SegmentOutput seg = HigherCenters.Relay(Parameters.Centers, in command, Senses.Wetness[0]);
        cord.Step(in signals, in seg, Senses);
        cord.Move(in signals, Command);
    }

    /// <summary>Hash of state, senses and command, chained to <paramref name="seed"/>: equal bits give equal digests on every machine.</summary>
    public ulong Digest(ulong seed)
    {
        ulong digest = StateDigest.Chain(seed, MemoryMarshal.AsBytes(cord.States));
        digest = StateDigest.Chain(digest, Senses.FootLoad);
        digest = StateDigest.Chain(digest, Senses.FootContact);
        digest = StateDigest.Chain(digest, Senses.Wetness);
        digest = StateDigest.Chain(digest, Senses.Bend);
        digest = StateDigest.Chain(digest, Command.Bend);
        digest = StateDigest.Chain(digest, Command.LegYaw);
        return StateDigest.Chain(digest, Command.LegLift);
    }
}

using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Rhythms;

/// <summary>What sets the pace of a leg's extensor: drive, load, and the rates of its neighbours.</summary>
/// <remarks>
/// More input, faster adaptation, shorter stance. The leg ahead, once it swings, hurries the stance of the leg behind, and slows it
/// before: the leg behind lifts off when what it was slowed by and what it was hurried by balance, a fixed part of its stance later.
/// </remarks>
public sealed record LegSynapseParameters : ParameterGroup
{
    private const string Fitted = "ours, by `locomotion optimise`";

    /// <summary>From the segment's excitation u.</summary>
    [Parameter(-5, 5, "1", "Input to an extensor at full excitation of its segment.", Source = Fitted)]
    public double Drive { get; init => field = Checked(value); } = 0.733;

    /// <summary>So that the two legs of a segment do not stay in step for ever, once they are.</summary>
    [Parameter(-1, 1, "1", "Input that the left extensors get beyond the right ones: no animal is quite symmetric, and legs in exact step part.")]
    public double Asymmetry { get; init => field = Checked(value); } = 0.01;

    /// <summary>From the load N on the leg's foot.</summary>
    [Parameter(-5, 5, "1", "Input to an extensor from a load of one segment's weight on its foot; negative: a loaded leg stands longer.")]
    public double Load { get; init => field = Checked(value); } = -0.02;

    /// <summary>γ_F: synapses from other legs' flexors are multiplied by 1 − γ_F u.</summary>
    [Parameter(0, 1, "1", "Part of the strength of the synapses on an extensor from other legs' flexors that full excitation takes away.", Source = Fitted)]
    public double FlexorGating { get; init => field = Checked(value); } = 0.475;

    /// <summary>γ_E: synapses from other legs' extensors are multiplied by 1 − γ_E u.</summary>
    [Parameter(0, 1, "1", "Part of the strength of the synapses on an extensor from other legs' extensors that full excitation takes away.", Source = Fitted)]
    public double ExtensorGating { get; init => field = Checked(value); } = 0.328;

    /// <summary>From the flexor of the leg ahead.</summary>
    [Parameter(-5, 5, "1", "Weight of the synapse on an extensor from the flexor of the leg ahead.", Source = Fitted)]
    public double FlexorAhead { get; init => field = Checked(value); } = 0.559;

    /// <summary>From the extensor of the leg ahead.</summary>
    [Parameter(-5, 5, "1", "Weight of the synapse on an extensor from the extensor of the leg ahead.", Source = Fitted)]
    public double ExtensorAhead { get; init => field = Checked(value); } = -0.86;

    /// <summary>From the flexor of the leg behind.</summary>
    [Parameter(-5, 5, "1", "Weight of the synapse on an extensor from the flexor of the leg behind.", Source = Fitted)]
    public double FlexorBehind { get; init => field = Checked(value); }

    /// <summary>From the extensor of the leg behind.</summary>
    [Parameter(-5, 5, "1", "Weight of the synapse on an extensor from the extensor of the leg behind.", Source = Fitted)]
    public double ExtensorBehind { get; init => field = Checked(value); }

    /// <summary>From the flexor of the segment's other leg.</summary>
    [Parameter(-5, 5, "1", "Weight of the synapse on an extensor from the flexor of the segment's other leg.", Source = Fitted)]
    public double FlexorAcross { get; init => field = Checked(value); } = -0.473;

    /// <summary>From the extensor of the segment's other leg.</summary>
    [Parameter(-5, 5, "1", "Weight of the synapse on an extensor from the extensor of the segment's other leg.", Source = Fitted)]
    public double ExtensorAcross { get; init => field = Checked(value); } = 0.792;
}

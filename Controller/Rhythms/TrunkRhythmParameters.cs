using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Rhythms;

/// <summary>The trunk joints' phase oscillators: a chain when swimming, locked to the legs when walking.</summary>
public sealed record TrunkRhythmParameters : ParameterGroup
{
    /// <summary>f_swim.</summary>
    [Parameter(0, 50, "Hz", "Trunk frequency when swimming.")]
    public double SwimFrequency { get; init => field = Checked(value); } = 4;

    /// <summary>Trunk waves along the body when swimming: lag 2π w / n.</summary>
    [Parameter(-6, 6, "waves per body", "Trunk waves along the body when swimming; positive waves run from head to tail.")]
    public double SwimWaves { get; init => field = Checked(value); } = 1.15;

    /// <summary>k, from the joint ahead.</summary>
    [Parameter(0, 200, "1/s", "Coupling of a trunk joint to the one ahead, when swimming.")]
    public double FromAhead { get; init => field = Checked(value); } = 20;

    /// <summary>k, from the joint behind.</summary>
    [Parameter(0, 200, "1/s", "Coupling of a trunk joint to the one behind, when swimming.")]
    public double FromBehind { get; init => field = Checked(value); } = 2;

    /// <summary>k, to the left leg.</summary>
    [Parameter(0, 200, "1/s", "Coupling of a trunk joint to the left leg of its segment, when walking.")]
    public double ToLeg { get; init => field = Checked(value); } = 20;

    /// <summary>δ.</summary>
    [Parameter(-Math.PI, Math.PI, "rad", "Phase of the first trunk joint ahead of its left leg, when walking.")]
    public double LegOffset { get; init => field = Checked(value); }

    /// <summary>w_leg − w_trunk: δ_j = δ + 2π (w_leg − w_trunk) j / n.</summary>
    [Parameter(-6, 6, "waves per body", "Leg waves minus trunk waves along the body when walking; 0 keeps one offset everywhere.",
        Source = "2.0 - 1.6 measured in Scolopendra polymorpha, Chong et al. 2020, APS March Meeting U22.3")]
    public double WaveDifference { get; init => field = Checked(value); } = 0.4;
}

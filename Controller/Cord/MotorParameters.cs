using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Cord;

/// <summary>How phases become leg and trunk angles.</summary>
public sealed record MotorParameters : ParameterGroup
{
    /// <summary>A.</summary>
    [Parameter(0, 1.5, "rad", "Amplitude of a leg's swing about its attachment, walking.",
        Source = "sweep of about ±40° in Scolopendra polymorpha, Chong et al. 2020, APS March Meeting U22.3")]
    public double LegAmplitude { get; init => field = Checked(value); } = 0.7;

    /// <summary>Folded leg yaw; negative points backwards.</summary>
    [Parameter(-1.57, 0, "rad", "Angle of a folded leg; negative points backwards.")]
    public double FoldedYaw { get; init => field = Checked(value); } = -1.4;

    /// <summary>τF.</summary>
    [Parameter(1e-3, 10, "s", "Time constant with which legs fold and unfold.")]
    public double FoldTime { get; init => field = Checked(value); } = 0.1;

    /// <summary>R_walk.</summary>
    [Parameter(0, 1, "rad", "Amplitude of trunk bending at a joint, walking with a released trunk.")]
    public double WalkBend { get; init => field = Checked(value); } = 0.2;

    /// <summary>R_swim.</summary>
    [Parameter(0, 1, "rad", "Amplitude of trunk bending at a joint, swimming.")]
    public double SwimBend { get; init => field = Checked(value); } = 0.25;

    /// <summary>Bend offset at Turn = 1.</summary>
    [Parameter(0, 0.5, "rad", "Bend added to every joint at full turn.")]
    public double TurnBend { get; init => field = Checked(value); } = 0.1;
}

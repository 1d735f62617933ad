using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Cord;

/// <summary>How strokes become leg and trunk angles.</summary>
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

    /// <summary>n R_walk: bends of all joints, if all bent at once.</summary>
    [Parameter(0, 60, "rad per body", "Amplitude of trunk bending over one body length, walking with a released trunk.")]
    public double WalkBend { get; init => field = Checked(value); } = 4.2;

    /// <summary>n R_swim.</summary>
    [Parameter(0, 60, "rad per body", "Amplitude of trunk bending over one body length, swimming.")]
    public double SwimBend { get; init => field = Checked(value); } = 5.25;

    /// <summary>Bend offset at Turn = 1.</summary>
    [Parameter(0, 60, "rad per body", "Bend over one body length at full turn.")]
    public double TurnBend { get; init => field = Checked(value); } = 2.1;

    /// <summary>Upper bound of R.</summary>
    [Parameter(0, 1.5, "rad", "Largest amplitude of a single joint, however few there are.")]
    public double LargestBend { get; init => field = Checked(value); } = 0.6;
}

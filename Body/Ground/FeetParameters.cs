using Locomotion.Controller.Parameters;

namespace Locomotion.Body.Ground;

/// <summary>Friction of feet and belly, and how feet take up weight.</summary>
public sealed record FeetParameters : ParameterGroup
{
    /// <summary>μ.</summary>
    [Parameter(0, 5, "1", "Coulomb friction of a foot on the ground.")]
    public double Friction { get; init => field = Checked(value); } = 0.6;

    /// <summary>Belly friction.</summary>
    [Parameter(0, 5, "1", "Coulomb friction of the belly where no foot carries.")]
    public double BellyFriction { get; init => field = Checked(value); } = 0.3;

    /// <summary>v_s.</summary>
    [Parameter(1e-6, 0.1, "m/s", "Slip speed at which friction has reached 0.71 of its full size: its regularisation.")]
    public double SlipSpeed { get; init => field = Checked(value); } = 2e-3;

    /// <summary>Downward lift command at full stance.</summary>
    [Parameter(0.01, 1, "1", "How far a leg must press down (1 is fully) before its foot takes its whole share of weight.")]
    public double PressToStand { get; init => field = Checked(value); } = 0.2;

    /// <summary>Share of weight within which contact fades.</summary>
    [Parameter(0.01, 1, "1", "Share of weight that buoyancy must leave for a foot to feel the ground fully.")]
    public double ContactShare { get; init => field = Checked(value); } = 0.2;
}

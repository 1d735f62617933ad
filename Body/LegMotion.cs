using Locomotion.Body.Actuators;
using Locomotion.Controller.Maths;

namespace Locomotion.Body;

/// <summary>What the legs do now, as feet and water see it. [leg]</summary>
internal sealed class LegMotion(ActuatorBank yaw, ActuatorBank lift)
{
    private readonly double[] sin = new double[yaw.Angle.Length], cos = new double[yaw.Angle.Length];

    /// <summary>Sine of the angle from straight sideways, positive forward.</summary>
    public ReadOnlySpan<double> Sin => sin;

    /// <summary>Cosine of that angle: how far the leg stands out.</summary>
    public ReadOnlySpan<double> Cos => cos;

    /// <summary>Rate of that angle, rad/s.</summary>
    public ReadOnlySpan<double> YawRate => yaw.Rate;

    /// <summary>−1 (pressed down) to 1 (lifted).</summary>
    public ReadOnlySpan<double> Lift => lift.Angle;

    /// <summary>Works out sine and cosine of where the actuators hold the legs.</summary>
    public void Locate() => DMath.SinCos(yaw.Angle, sin, cos);
}

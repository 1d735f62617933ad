using Locomotion.Controller.Maths;

namespace Locomotion.Body;

/// <summary>What the legs do now, as feet and water see it. [leg]</summary>
internal sealed class LegMotion(int legs)
{
    private readonly double[] sin = new double[legs], cos = new double[legs], yawRate = new double[legs], lift = new double[legs];

    /// <summary>Sine of the angle from straight sideways, positive forward.</summary>
    public ReadOnlySpan<double> Sin => sin;

    /// <summary>Cosine of that angle: how far the leg stands out.</summary>
    public ReadOnlySpan<double> Cos => cos;

    /// <summary>Rate of that angle, rad/s.</summary>
    public ReadOnlySpan<double> YawRate => yawRate;

    /// <summary>−1 (pressed down) to 1 (lifted).</summary>
    public ReadOnlySpan<double> Lift => lift;

    /// <summary>Takes the legs as the actuators hold them.</summary>
    public void Take(ReadOnlySpan<double> yaw, ReadOnlySpan<double> rate, ReadOnlySpan<double> lifted)
    {
        DMath.SinCos(yaw, sin, cos);
        rate.CopyTo(yawRate);
        lifted.CopyTo(lift);
    }
}

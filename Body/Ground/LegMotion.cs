namespace Locomotion.Body.Ground;

/// <summary>What the legs do now. [leg]</summary>
/// <param name="yaw">Angle from straight sideways, rad, positive forward.</param>
/// <param name="yawRate">Its rate, rad/s.</param>
/// <param name="lift">−1 (pressed down) to 1 (lifted).</param>
internal readonly ref struct LegMotion(ReadOnlySpan<double> yaw, ReadOnlySpan<double> yawRate, ReadOnlySpan<double> lift)
{
    public readonly ReadOnlySpan<double> Yaw = yaw, YawRate = yawRate, Lift = lift;
}

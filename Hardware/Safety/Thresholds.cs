namespace Locomotion.Hardware.Safety;

/// <summary>From a reading to a rung. A threshold of 0 never acts; a reading that is no number asks for a hold.</summary>
internal static class Thresholds
{
    /// <summary>The rung of <paramref name="value"/> where more is worse; thresholds come mildest first.</summary>
    public static FailsafeRung Above(double value, ReadOnlySpan<(double Threshold, FailsafeRung Rung)> ladder)
    {
        FailsafeRung worst = FailsafeRung.None;
        foreach ((double threshold, FailsafeRung rung) in ladder)
            if (threshold > 0 && value > threshold && rung > worst) worst = rung;
        return double.IsNaN(value) ? FailsafeRung.Hold : worst;
    }

    /// <summary>As <see cref="Above"/> for counts, which act from the threshold on.</summary>
    public static FailsafeRung From(long value, ReadOnlySpan<(int Threshold, FailsafeRung Rung)> ladder)
    {
        FailsafeRung worst = FailsafeRung.None;
        foreach ((int threshold, FailsafeRung rung) in ladder)
            if (threshold > 0 && value >= threshold && rung > worst) worst = rung;
        return worst;
    }

    /// <summary>Where less is worse. What is <paramref name="inForce"/> needs <paramref name="hysteresis"/> more to end.</summary>
    public static FailsafeRung Below(double value, FailsafeRung inForce, double hysteresis, ReadOnlySpan<(double Threshold, FailsafeRung Rung)> ladder)
    {
        FailsafeRung worst = FailsafeRung.None;
        foreach ((double threshold, FailsafeRung rung) in ladder)
        {
            double end = inForce >= rung ? threshold + hysteresis : threshold;
            if (threshold > 0 && value < end && rung > worst) worst = rung;
        }
        return double.IsNaN(value) ? FailsafeRung.Hold : worst;
    }
}

namespace Locomotion.Telemetry.Mqtt;

/// <summary>So many a second, and a second's worth at once after a silence. One thread.</summary>
/// <param name="perSecond">How many.</param>
/// <param name="now">The clock's timestamp.</param>
internal struct Allowance(int perSecond, long now)
{
    private double left = perSecond;
    private long last = now;

    /// <summary>Takes one; false if none is left now.</summary>
    public bool TryTake(TimeProvider clock)
    {
        long timestamp = clock.GetTimestamp();
        left = Math.Min(perSecond, left + perSecond * (double)(timestamp - last) / clock.TimestampFrequency);
        last = timestamp;
        if (left < 1) return false;
        left--;
        return true;
    }
}

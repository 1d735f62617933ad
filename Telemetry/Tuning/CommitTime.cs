namespace Locomotion.Telemetry.Tuning;

/// <summary>When a set becomes active. The default is now.</summary>
public readonly record struct CommitTime
{
    /// <summary>With the next tick.</summary>
    public static CommitTime Now => default;

    /// <summary>With tick <paramref name="tick"/>.</summary>
    public static CommitTime AtTick(long tick) => new() { Tick = tick };

    /// <summary>With the tick after the first left leg passes phase <paramref name="phase"/>, rad.</summary>
    public static CommitTime AtPhase(double phase) => new() { Phase = phase };

    /// <summary>The first tick of the new set; null: not by tick.</summary>
    public long? Tick { get; private init; }

    /// <summary>The phase, rad; null: not by phase.</summary>
    public double? Phase { get; private init; }
}

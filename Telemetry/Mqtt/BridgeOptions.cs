namespace Locomotion.Telemetry.Mqtt;

/// <summary>How a bridge speaks.</summary>
public sealed record BridgeOptions
{
    /// <summary>Frames in a second, Hz.</summary>
    public double FrameRate { get; init; } = 20;

    /// <summary>Samples for each frame: the gait is told from all of them, so that fast rhythms are not mistaken for slow ones.</summary>
    public int SamplesPerFrame { get; init; } = 2;

    /// <summary>Time from one batch to the next.</summary>
    public TimeSpan Beat { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>A broker that says nothing for about this long is lost.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Wait before the first new attempt to reach the broker; each further one waits twice as long, give or take half.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(250);

    /// <summary>The longest such wait.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>What a Home Assistant on the same broker is told.</summary>
    public HomeAssistantNotice HomeAssistant { get; init; }
}

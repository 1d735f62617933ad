namespace Locomotion.Telemetry.Mqtt;

/// <summary>What happened in the loop, and is told in its order.</summary>
internal enum LoopNews
{
    /// <summary>Another set of parameters holds from this tick on.</summary>
    Parameters,
    /// <summary>The animal holds still, or goes on.</summary>
    Phase,
    /// <summary>Somebody else commands.</summary>
    Origin,
}

namespace Locomotion.Hardware.Safety;

/// <summary>The operator's link: whoever may stop the robot from afar.</summary>
public enum LinkState
{
    /// <summary>The run needs none, as with a scenario on a tether.</summary>
    NotUsed,

    /// <summary>Alive.</summary>
    Up,

    /// <summary>Silent for longer than its keep-alive allows.</summary>
    Lost,
}

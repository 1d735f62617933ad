namespace Locomotion.Hardware.Safety;

/// <summary>What the servos shall do in this frame.</summary>
public enum MotionOrder
{
    /// <summary>Nothing: pulses off and the output-enable line high.</summary>
    NoPulses,

    /// <summary>Joints whose group is switched on hold the last pose told, from the first pulse on; the others get none. See <see cref="SafetyOrders.Engages"/>.</summary>
    Engage,

    /// <summary>The last pose again, at zero velocity.</summary>
    HoldPose,

    /// <summary>What the controller commands, through the command limits.</summary>
    FollowController,

    /// <summary>Towards the safe pose, no faster than <see cref="EngagementSettings.Speed"/>.</summary>
    SafePose,
}

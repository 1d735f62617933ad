namespace Locomotion.Hardware.Chips;

/// <summary>What reading a chip's settings back said.</summary>
public enum RegisterCheck : byte
{
    /// <summary>Not read yet, or the reading was lost.</summary>
    Unread,

    /// <summary>All as they were set.</summary>
    AsSet,

    /// <summary>They have their values at power-up: the chip browned out, or was reset, and must be started again.</summary>
    Reset,

    /// <summary>Neither: a bit was lost on the way, or another program writes to the chip.</summary>
    Different,
}

namespace Locomotion.Hardware.Bus;

/// <summary>How a transaction on an I2C bus ended.</summary>
public enum BusStatus : byte
{
    /// <summary>Every byte was acknowledged.</summary>
    Ok,

    /// <summary>The chip did not acknowledge its address or a byte (I2C specification UM10204, 3.1.6).</summary>
    NoAcknowledge,

    /// <summary>A line was held low, or a clock stretched, for longer than the adapter waits.</summary>
    Timeout,

    /// <summary>Another master, or noise, won the bus.</summary>
    ArbitrationLost,

    /// <summary>The adapter failed in another way; see its error number.</summary>
    AdapterError,

    /// <summary>The bus is not open: its device file is gone or closed.</summary>
    Closed,

    /// <summary>Not tried: the tick's time for this bus was used up.</summary>
    OutOfTime,
}

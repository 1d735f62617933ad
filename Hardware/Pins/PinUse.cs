using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Pins;

/// <summary>Taking a pin, and what can go wrong with it.</summary>
public static class PinUse
{
    /// <summary>What <paramref name="take"/> makes of the pin.</summary>
    /// <exception cref="InvalidInputException">Another program has it, or this one may not.</exception>
    public static T Take<T>(string what, int pin, Func<int, T> take)
    {
        try
        {
            return take(pin);
        }
        catch (Exception fault) when (fault is InvalidOperationException or IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            throw new InvalidInputException($"GPIO {pin}, {what}", fault.Message.TrimEnd('.'), "cannot be taken",
                "stop the robot's service if it runs (sudo systemctl stop locomotion-robot), and be in the group gpio");
        }
    }
}

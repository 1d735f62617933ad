namespace Locomotion.Telemetry.Mqtt;

/// <summary>The payload of state.</summary>
internal static class StateText
{
    /// <summary>What the animal is at.</summary>
    /// <param name="phase">The word for it.</param>
    /// <param name="session">Of the program.</param>
    /// <param name="tick">Since when; null if nobody knows.</param>
    /// <param name="period">The loop's, s.</param>
    public static byte[] Write(string phase, long session, long? tick, double period) => JsonPayload.Write(writer =>
    {
        writer.WriteString("phase", phase);
        writer.WriteNumber("session", session);
        if (tick is { } known)
        {
            writer.WriteNumber("tick", known);
            writer.WriteNumber("t", known * period);
        }
        else
        {
            writer.WriteNull("tick");
            writer.WriteNull("t");
        }
    });
}

namespace Locomotion.Telemetry.Mqtt;

/// <summary>What an animal tells people, at most <see cref="PerSecond"/> lines a second; what is more is counted and told with the next line.</summary>
internal sealed class AnimalLog(Outbox outbox, TimeProvider clock)
{
    /// <summary>Most lines in a second.</summary>
    public const int PerSecond = 10;

    private readonly Lock gate = new();
    private readonly long begun = clock.GetTimestamp();
    private long second = -1;
    private int written, left;

    /// <summary>Writes a line.</summary>
    /// <param name="level">"info", "warning" or "error".</param>
    /// <param name="message">The line.</param>
    public void Write(string level, string message)
    {
        lock (gate)
        {
            double time = clock.GetElapsedTime(begun).TotalSeconds;
            if ((long)time != second) (second, written) = ((long)time, 0);
            if (written == PerSecond)
            {
                left++;
                return;
            }
            written++;
            string text = left == 0 ? message : $"{message} ({left} lines before were left out.)";
            left = 0;
            outbox.Log(level, JsonPayload.Write(writer =>
            {
                writer.WriteRounded("t", time, 3);
                writer.WriteString("message", text);
            }));
        }
    }
}

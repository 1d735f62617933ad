using Locomotion.Controller.Parameters;

namespace Locomotion.Telemetry.Mqtt;

/// <summary>What an animal does once its operator's last drive command has run out: it goes on, then slows down, then holds still. Every instance is valid.</summary>
public sealed record LadderTimes
{
    /// <summary>How long it goes on as it was told, s.</summary>
    public double KeepSeconds { get; init => field = Checked(value, "keep"); } = 2;

    /// <summary>How long its drive then takes down to 0, s.</summary>
    public double RampSeconds { get; init => field = Checked(value, "ramp"); } = 2;

    private static double Checked(double seconds, string name) => seconds is >= 0 and <= 3600
        ? seconds
        : throw new InvalidInputException($"Link loss, {name}", Naming.Number(seconds), "lies outside [0, 3600] s", "choose a value inside");
}

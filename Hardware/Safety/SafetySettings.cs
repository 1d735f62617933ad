using Locomotion.Controller.Parameters;

namespace Locomotion.Hardware.Safety;

/// <summary>When the supervisor climbs its ladder, and what it does there. Part of a robot's file. A threshold of 0 never acts.</summary>
public sealed record SafetySettings : ParameterGroup
{
    /// <summary>All settings, by name.</summary>
    public static ParameterTree Tree { get; } = ParameterTree.Of<SafetySettings>();

    /// <summary>From disarmed to armed.</summary>
    public EngagementSettings Engagement { get; init; } = new();

    /// <summary>What a stop does.</summary>
    public OffSettings Off { get; init; } = new();

    /// <summary>When the loop misses deadlines.</summary>
    public DeadlineSettings Deadlines { get; init; } = new();

    /// <summary>When senses are old.</summary>
    public SensesSettings Senses { get; init; } = new();

    /// <summary>When the drive is old, and what slow means.</summary>
    public DriveSettings Drive { get; init; } = new();

    /// <summary>When the link is lost.</summary>
    public LinkSettings Link { get; init; } = new();

    /// <summary>When the rail's current is high.</summary>
    public CurrentSettings Current { get; init; } = new();

    /// <summary>When the rail's voltage is low.</summary>
    public VoltageSettings Voltage { get; init; } = new();

    /// <summary>When the body tilts.</summary>
    public AttitudeSettings Attitude { get; init; } = new();

    /// <summary>When joints stay at their limits.</summary>
    public DwellSettings LimitDwell { get; init; } = new();

    /// <summary>When the bus does not answer.</summary>
    public BusSettings Bus { get; init; } = new();

    /// <summary>Refuses thresholds in an order in which a milder rung could never act before a worse one.</summary>
    /// <exception cref="InvalidInputException">Two thresholds are in the wrong order.</exception>
    public void CheckOrder()
    {
        Rising("deadlines", ("hold", Deadlines.Hold), ("fault", Deadlines.Fault));
        Rising("senses", ("freeze", Senses.Freeze), ("hold", Senses.Hold), ("safe-pose", Senses.SafePose));
        Rising("drive", ("freeze", Drive.Freeze), ("hold", Drive.Hold));
        Rising("link", ("freeze", Link.Freeze), ("hold", Link.Hold), ("safe-pose", Link.SafePose), ("release", Link.Release));
        Rising("current", ("warn", Current.Warn), ("release", Current.Release));
        Rising("voltage", ("on", Voltage.On), ("release", Voltage.Release), ("safe-pose", Voltage.SafePose), ("slow", Voltage.Slow), ("warn", Voltage.Warn));
        Rising("attitude", ("freeze", Attitude.Freeze), ("release", Attitude.Release));
        Rising("limit-dwell", ("warn", LimitDwell.Warn), ("hold", LimitDwell.Hold));
        Rising("bus", ("warn", Bus.Warn), ("hold", Bus.Hold), ("fault", Bus.Fault));
    }

    private static void Rising(string group, params ReadOnlySpan<(string Name, double Value)> thresholds)
    {
        (string Name, double Value) last = ("", 0);
        foreach ((string Name, double Value) threshold in thresholds)
        {
            if (threshold.Value == 0) continue;
            if (threshold.Value < last.Value)
                throw new InvalidInputException($"Safety '{group}.{threshold.Name}'", Naming.Number(threshold.Value),
                    $"is below '{group}.{last.Name}', {Naming.Number(last.Value)}", "put the thresholds in order, or set one to 0: it then never acts");
            last = threshold;
        }
    }
}

namespace Locomotion.Hardware.Robots;

/// <summary>The servo battery.</summary>
/// <param name="CapacityAmpereHours">When full.</param>
/// <param name="FullVolts">Rail voltage when full, at rest.</param>
/// <param name="EmptyVolts">Rail voltage at which it is to be taken for empty.</param>
public sealed record BatteryPlan(double CapacityAmpereHours, double FullVolts, double EmptyVolts);

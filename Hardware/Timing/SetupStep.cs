namespace Locomotion.Hardware.Timing;

/// <summary>What became of one wish for real time.</summary>
/// <param name="Name">What was asked for.</param>
/// <param name="Granted">Whether it is in force.</param>
/// <param name="Message">What is in force, or why it was refused and what to do.</param>
public sealed record SetupStep(string Name, bool Granted, string Message);

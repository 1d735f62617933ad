namespace Locomotion.Hardware.Models;

/// <summary>One forbidden use of a chip.</summary>
/// <param name="Nanoseconds">When, ns.</param>
/// <param name="Address">The chip's address.</param>
/// <param name="Kind">What kind.</param>
/// <param name="Reason">What was done, and what the rule is.</param>
public sealed record Violation(long Nanoseconds, int Address, ViolationKind Kind, string Reason);

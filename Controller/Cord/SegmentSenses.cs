namespace Locomotion.Controller.Cord;

/// <summary>What one segment feels. Loads are in units of one segment's weight, contact and wetness from 0 to 1.</summary>
public readonly record struct SegmentSenses(double LoadLeft, double LoadRight, double ContactLeft, double ContactRight);

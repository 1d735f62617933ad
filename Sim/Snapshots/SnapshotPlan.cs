using Locomotion.Sim.Scenarios;

namespace Locomotion.Sim.Snapshots;

/// <summary>Where and when a run shall be saved.</summary>
/// <param name="Path">The file.</param>
/// <param name="At">When, s since the start of the simulated time; null is at the end. A run that ends before is saved at its end.</param>
/// <param name="Whole">The scenario to its whole length, for it may be continued beyond the end of this run.</param>
public sealed record SnapshotPlan(string Path, double? At, Scenario Whole);

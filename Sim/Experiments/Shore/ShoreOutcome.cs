namespace Locomotion.Sim.Experiments;

/// <summary>What became of a crossing.</summary>
/// <param name="Crossed">Whether it ended with the whole body on the other side, in the gait that belongs there.</param>
/// <param name="InOrder">Share of neighbouring segments of which the one ahead changed first.</param>
/// <param name="MostAtOnce">Most segments that changed within one sample, 10 ms.</param>
/// <param name="Halfway">The moment when half of the body had changed.</param>
public sealed record ShoreOutcome(bool Crossed, double InOrder, int MostAtOnce, ShoreHalfway Halfway);

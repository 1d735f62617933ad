using Locomotion.Sim.Experiments;

namespace Locomotion.Sim.Sweeps;

/// <summary>What a case's phase came to.</summary>
/// <param name="Numbers">Its figures in the order of <see cref="PhaseColumns.Numbers"/>; not a number where one does not apply.</param>
/// <param name="TrunkWaveDirection">As in <c>run --json</c>, or null.</param>
/// <param name="Behaviour">What the animal does in the second half; null where that is too short to tell.</param>
public sealed record PhaseFigures(double[] Numbers, string? TrunkWaveDirection, Behaviour? Behaviour);

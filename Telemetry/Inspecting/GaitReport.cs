using Locomotion.Telemetry.Recording.Messages;

namespace Locomotion.Telemetry.Inspecting;

/// <summary>How an animal moved, or by how much two differ in that.</summary>
/// <param name="LegFrequencyHz">Cycles of the left legs in a second, Hz.</param>
/// <param name="TrunkFrequencyHz">Cycles of the trunk in a second, Hz.</param>
/// <param name="LegWaveLagCycles">Mean phase by which a leg is ahead of the one behind it, cycles.</param>
/// <param name="LegWaveCoherence">How well these agree, 0 to 1.</param>
/// <param name="LeftRightPhase">Mean phase between the sides, cycles.</param>
/// <param name="TrunkWaveLagCycles">Mean phase by which a joint is ahead of the one behind it, cycles.</param>
/// <param name="TrunkWaveCoherence">How well these agree, 0 to 1.</param>
/// <param name="FoldedFraction">Share of the segments whose legs are folded, 0 to 1.</param>
public sealed record GaitReport(double LegFrequencyHz, double TrunkFrequencyHz, double LegWaveLagCycles, double LegWaveCoherence, double LeftRightPhase,
    double TrunkWaveLagCycles, double TrunkWaveCoherence, double FoldedFraction)
{
    /// <summary>This less the other; phases the shorter way round, −0.5 to 0.5 cycles.</summary>
    public GaitReport Minus(GaitReport other) => new(LegFrequencyHz - other.LegFrequencyHz, TrunkFrequencyHz - other.TrunkFrequencyHz,
        Around(LegWaveLagCycles - other.LegWaveLagCycles), LegWaveCoherence - other.LegWaveCoherence, Around(LeftRightPhase - other.LeftRightPhase),
        Around(TrunkWaveLagCycles - other.TrunkWaveLagCycles), TrunkWaveCoherence - other.TrunkWaveCoherence, FoldedFraction - other.FoldedFraction);

    /// <summary>A recorded one.</summary>
    public static GaitReport Of(Gait gait) => new(gait.LegFrequencyHz, gait.TrunkFrequencyHz, gait.LegWaveLagCycles, gait.LegWaveCoherence, gait.LeftRightPhase,
        gait.TrunkWaveLagCycles, gait.TrunkWaveCoherence, gait.FoldedFraction);

    private static double Around(double cycles) => cycles - Math.Round(cycles);
}

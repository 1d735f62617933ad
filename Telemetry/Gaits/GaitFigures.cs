namespace Locomotion.Telemetry.Gaits;

/// <summary>How an animal moves.</summary>
/// <param name="LegFrequency">Cycles of the left legs in a second, Hz.</param>
/// <param name="TrunkFrequency">Cycles of the trunk in a second, Hz.</param>
/// <param name="LegLag">Mean phase by which a leg is ahead of the one behind it, cycles, −0.5 to 0.5.</param>
/// <param name="LegCoherence">How well these agree, 0 to 1.</param>
/// <param name="LeftRight">Mean phase of the left side against the right, cycles, 0 to 1.</param>
/// <param name="TrunkLag">Mean phase by which a joint is ahead of the one behind it, cycles, −0.5 to 0.5.</param>
/// <param name="TrunkCoherence">How well these agree, 0 to 1.</param>
/// <param name="Folded">Share of the segments whose legs are more than half folded, 0 to 1.</param>
public readonly record struct GaitFigures(double LegFrequency, double TrunkFrequency, double LegLag, double LegCoherence, double LeftRight,
    double TrunkLag, double TrunkCoherence, double Folded);

namespace Locomotion.Sim.Experiments;

/// <summary>How one animal did what it was told.</summary>
/// <param name="Settled">Time until the gait had settled, s; not a number if it did not.</param>
/// <param name="Speed">Body lengths per second.</param>
/// <param name="Lag">Lag of the leg wave, cycles; not a number where the legs are folded.</param>
/// <param name="Coherence">Coherence of the leg wave; not a number where the legs are folded.</param>
/// <param name="Antiphase">−mean cos(φ_left − φ_right): 1 if the legs of a segment step in turn.</param>
/// <param name="TrunkCoherence">Coherence of the wave along the trunk's oscillators.</param>
/// <param name="Folded">Share of legs folded.</param>
internal readonly record struct ContributionFigures(double Settled, double Speed, double Lag, double Coherence, double Antiphase, double TrunkCoherence, double Folded);

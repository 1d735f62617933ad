namespace Locomotion.Sim.Metrics;

/// <summary>How the animal moved, over a stretch of a run. What does not apply is null.</summary>
/// <remarks>A cycle is one of the left legs, or of the trunk where more than half of the legs are folded.</remarks>
public record GaitMetrics
{
    /// <summary>Net displacement of the center of mass over time, body lengths per second.</summary>
    public double? SpeedBlPerS { get; init; }

    /// <summary>The same per cycle.</summary>
    public double? SpeedBlPerCycle { get; init; }

    /// <summary>Cycles per second, mean over segments.</summary>
    public double? FrequencyHz { get; init; }

    /// <summary>Phase of a leg behind that of the leg ahead, cycles; positive: the wave runs from head to tail. Walking only.</summary>
    public double? LegWaveLagCycles { get; init; }

    /// <summary>|mean exp i (φ_i − φ_(i+1))| over segments, sides and time. Walking only.</summary>
    public double? LegWaveCoherence { get; init; }

    /// <summary>Phase of the left leg against the right, cycles, 0 to 1. Walking only.</summary>
    public double? LeftRightPhase { get; init; }

    /// <summary>Part of the cycle that a foot carries load. Walking only.</summary>
    public double? DutyFactor { get; init; }

    /// <summary>Mean duration of a swing, s. Walking only.</summary>
    public double? SwingS { get; init; }

    /// <summary>Mean duration of a stance, the rest of the cycle, s. Walking only.</summary>
    public double? StanceS { get; init; }

    /// <summary>√2 times the RMS of the measured joint angles about their means, averaged over joints, rad.</summary>
    public double? TrunkAmplitudeRad { get; init; }

    /// <summary>Waves of trunk bending on the body, of the measured angles; positive: they run to the tail.</summary>
    public double? TrunkWaveNumber { get; init; }

    /// <summary>"posterior", "anterior", or "none" when the trunk is still or its bending is no wave.</summary>
    public string? TrunkWaveDirection { get; init; }

    /// <summary>Part of segment-time with legs more than half folded.</summary>
    public double? FoldedFraction { get; init; }

    /// <summary>Work given by all actuators per time, each counted only while it gives, W.</summary>
    public double? PowerW { get; init; }

    /// <summary>Power over weight times speed.</summary>
    public double? CostOfTransport { get; init; }
}

namespace Locomotion.Controller.Rhythms;

/// <summary>What a cord of phase oscillators works with under one set of parameters.</summary>
internal sealed class PhaseSettings(ControllerParameters p, int segments, double dt) : RhythmSettings
{
    public readonly PhaseCoefficients Coefficients = new(p, segments, dt);
    public readonly LegLock[] Locks = LegLock.Along(p.Trunk, segments);     // [joint]
}

using Locomotion.Controller.Cord;
using Locomotion.Controller.Maths;

namespace Locomotion.Controller.Rhythms;

/// <summary>What the step of a segment's phase oscillators needs, worked out once from the parameters, the step and the number of segments.</summary>
internal readonly struct PhaseCoefficients
{
    public readonly LegRhythmParameters Legs;
    public readonly TrunkRhythmParameters Trunk;
    public readonly double RestThreshold, Dt;

    /// <summary>Leg lag D and trunk lag when swimming.</summary>
    public readonly double SinLag, CosLag, SinSwimLag, CosSwimLag;

    public PhaseCoefficients(ControllerParameters p, int segments, double dt)
    {
        Legs = p.Legs;
        Trunk = p.Trunk;
        RestThreshold = p.Excitation.RestThreshold;
        Dt = dt;
        DMath.SinCos(p.Legs.Lag(segments), out SinLag, out CosLag);
        DMath.SinCos(Math.Tau * p.Trunk.SwimWaves / segments, out SinSwimLag, out CosSwimLag);
    }
}

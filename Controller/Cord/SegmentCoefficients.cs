using Locomotion.Controller.Maths;

namespace Locomotion.Controller.Cord;

/// <summary>What a segment's step needs, worked out once from the parameters, the step and the number of segments.</summary>
internal readonly struct SegmentCoefficients
{
    public readonly LegRhythmParameters Legs;
    public readonly TrunkRhythmParameters Trunk;
    public readonly ExcitationParameters Excitation;
    public readonly bool OverwriteTravels;
    public readonly double Dt;

    /// <summary>Shares 1 − exp(−dt/τ) by which a low-pass moves to its input in one step: exact for a constant input.</summary>
    public readonly double RelayShare, ContactShare, LoadShare, FoldShare;

    /// <summary>Leg lag D and trunk lag when swimming.</summary>
    public readonly double SinLag, CosLag, SinSwimLag, CosSwimLag;

    public SegmentCoefficients(ControllerParameters p, int segments, double dt)
    {
        Legs = p.Legs;
        Trunk = p.Trunk;
        Excitation = p.Excitation;
        OverwriteTravels = p.Relay.OverwriteTravels;
        Dt = dt;
        RelayShare = Share(p.Relay.RelayTime);
        ContactShare = Share(p.Relay.ContactTime);
        LoadShare = Share(p.Excitation.LoadTime);
        FoldShare = Share(p.Motor.FoldTime);
        DMath.SinCos(p.Legs.Lag(segments), out SinLag, out CosLag);
        DMath.SinCos(Math.Tau * p.Trunk.SwimWaves / segments, out SinSwimLag, out CosSwimLag);

        double Share(double tau) => 1 - DMath.Exp(-dt / tau);
    }
}

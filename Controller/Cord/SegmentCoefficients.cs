using Locomotion.Controller.Maths;

namespace Locomotion.Controller.Cord;

/// <summary>What a segment's step needs, worked out once from the parameters and the step.</summary>
internal readonly struct SegmentCoefficients
{
    public readonly ExcitationParameters Excitation;
    public readonly FoldGate FoldGate;
    public readonly bool OverwriteTravels;

    /// <summary>Shares 1 − exp(−dt/τ) by which a low-pass moves to its input in one step: exact for a constant input.</summary>
    public readonly double RelayShare, ContactShare, LoadShare, FoldShare;

    public SegmentCoefficients(ControllerParameters p, double dt)
    {
        Excitation = p.Excitation;
        FoldGate = p.Relay.FoldGate;
        OverwriteTravels = p.Relay.OverwriteTravels;
        RelayShare = LowPass.Share(p.Relay.RelayTime, dt);
        ContactShare = LowPass.Share(p.Relay.ContactTime, dt);
        LoadShare = LowPass.Share(p.Excitation.LoadTime, dt);
        FoldShare = LowPass.Share(p.Motor.FoldTime, dt);
    }
}

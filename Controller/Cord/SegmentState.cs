namespace Locomotion.Controller.Cord;

/// <summary>What one segment remembers between steps, whatever makes its rhythm.</summary>
public struct SegmentState
{
    /// <summary>φ of the left leg, rad, in [0, 2π). It lifts off at 0. Written by the rhythm.</summary>
    public double PhaseLeft;
    /// <summary>φ of the right leg, rad, in [0, 2π).</summary>
    public double PhaseRight;
    /// <summary>ψ of the trunk joint behind this segment, rad, in [0, 2π).</summary>
    public double TrunkPhase;
    /// <summary>1 while the left leg swings, else 0. Derived in each step.</summary>
    public double SwingLeft;
    /// <summary>1 while the right leg swings, else 0. Derived in each step.</summary>
    public double SwingRight;
    /// <summary>M: the swim message as it arrived, 0 to 1.</summary>
    public double Message;
    /// <summary>σ: the fold signal as it arrived, 0 to 1.</summary>
    public double FoldSignal;
    /// <summary>c: ground contact, low-passed, 0 to 1.</summary>
    public double Contact;
    /// <summary>L̄: load on both feet, low-passed, in segment weights.</summary>
    public double Load;
    /// <summary>F: how far the legs are folded, 0 to 1.</summary>
    public double Fold;
    /// <summary>u: excitation, 0 to 1. Derived in each step.</summary>
    public double Excitation;
    /// <summary>m: the swim message after contact has overwritten it, 0 to 1. Derived in each step.</summary>
    public double LocalMessage;

    /// <summary>The fields' names in their order.</summary>
    internal static ReadOnlySpan<string> FieldNames => Names;

    private static readonly string[] Names =
    [
        "phase-left", "phase-right", "trunk-phase", "swing-left", "swing-right", "message", "fold-signal", "contact", "load", "fold", "excitation",
        "local-message",
    ];
}

namespace Locomotion.Controller.Cord;

/// <summary>What every ganglion does, whatever makes its rhythm: it relays messages, notices contact and load, folds its legs.</summary>
internal static class Segment
{
    /// <summary>
    /// Advances one segment. It reads itself, what the segment ahead passed on in the step before, its own senses and what the cord
    /// brings: nothing else.
    /// </summary>
    /// <remarks>
    /// τm dM/dt = M₋ − M, the same for σ, ₋ ahead; m = (1 − c) M; F tends to min(m, σ), or to max(m, (1 − c) σ); u = d + g L̄.
    /// <para>Source: ours, after Yasui et al. 2019, Sci. Rep. 9:18288, and 2026, bioRxiv 10.64898/2026.04.02.716080.</para>
    /// <para>Method: exact exponentials for inputs that are constant over the step.</para>
    /// </remarks>
    public static void Step(in SegmentCoefficients p, ref SegmentState s, in CordMessages ahead, in SegmentSenses senses, in CordSignals cord)
    {
        // messages, and what contact leaves of them
        s.Contact += p.ContactShare * (Math.Max(senses.ContactLeft, senses.ContactRight) - s.Contact);
        s.Message += p.RelayShare * (ahead.Swim - s.Message);
        s.FoldSignal += p.RelayShare * (ahead.Fold - s.FoldSignal);
        double m = s.LocalMessage = (1 - s.Contact) * s.Message;
        double folded = p.FoldGate == FoldGate.And ? Math.Min(m, s.FoldSignal) : Math.Max(m, (1 - s.Contact) * s.FoldSignal);
        s.Fold += p.FoldShare * (folded - s.Fold);

        // excitation
        s.Load += p.LoadShare * (senses.LoadLeft + senses.LoadRight - s.Load);
        s.Excitation = Math.Clamp(cord.Drive + p.Excitation.LoadGain * s.Load, 0, 1);
    }

    /// <summary>Advances a segment whose ganglion is silenced: nothing excites it, nothing is passed on, its legs unfold.</summary>
    public static void Rest(in SegmentCoefficients p, ref SegmentState s)
    {
        s.Message = s.FoldSignal = s.LocalMessage = s.Excitation = 0;
        s.Fold -= p.FoldShare * s.Fold;
    }
}

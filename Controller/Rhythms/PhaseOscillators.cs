using System.Runtime.CompilerServices;
using Locomotion.Controller.Cord;

namespace Locomotion.Controller.Rhythms;

/// <summary>One segment's phase oscillators: two for the legs, one for the trunk joint.</summary>
internal static class PhaseOscillators
{
    /// <summary>
    /// Advances one segment's phases. It reads itself, its two neighbours' outputs of the step before and its own senses: nothing else.
    /// </summary>
    /// <remarks>
    /// Legs: dφ/dt = ω(u) + kc sin(φ' − φ − π) + kl [sin(φ₋ − φ − D) + sin(φ₊ − φ + D)] − σN N cos φ, φ' the other side, ∓ ahead and behind.
    /// <br/>Trunk: dψ/dt = ωt + m k [sin(ψ₋ − ψ − Dt) + sin(ψ₊ − ψ + Dt)] + (1 − m) k sin(φ_left + δ − ψ), ωt = 2π [m f_swim + (1 − m) f(u)].
    /// <para>Source: ours, after Yasui et al. 2019, Sci. Rep. 9:18288, and 2026, bioRxiv 10.64898/2026.04.02.716080; load term after
    /// Owaki et al. 2013, J. R. Soc. Interface 10:20120669.</para>
    /// <para>Method: explicit Euler. Error: first order in dt.</para>
    /// </remarks>
    public static void Step(in PhaseCoefficients p, in LegLock leg, ref SegmentState s,
        in PhaseOutput own, in PhaseOutput ahead, in PhaseOutput behind, in SegmentSenses senses)
    {
        double u = s.Excitation, m = s.LocalMessage;
        if (u < p.RestThreshold) return;

        // legs: a = sin of the phase difference, by the vectors the neighbours show
        double omega = Math.Tau * (p.Legs.BaseFrequency + p.Legs.FrequencyGain * u);
        double kc = p.Legs.Contralateral, ka = p.Legs.FromAhead, kb = p.Legs.FromBehind, sigmaN = p.Legs.LoadFeedback;
        double across = kc * (own.SinLeft * own.CosRight - own.CosLeft * own.SinRight);   // kc sin(φ_left − φ_right)
        double left = omega + across
            + ka * SinLagged(ahead.SinLeft, ahead.CosLeft, own.SinLeft, own.CosLeft, -p.SinLag, p.CosLag)
            + kb * SinLagged(behind.SinLeft, behind.CosLeft, own.SinLeft, own.CosLeft, p.SinLag, p.CosLag)
            - sigmaN * senses.LoadLeft * own.CosLeft;
        double right = omega - across
            + ka * SinLagged(ahead.SinRight, ahead.CosRight, own.SinRight, own.CosRight, -p.SinLag, p.CosLag)
            + kb * SinLagged(behind.SinRight, behind.CosRight, own.SinRight, own.CosRight, p.SinLag, p.CosLag)
            - sigmaN * senses.LoadRight * own.CosRight;

        // trunk: a chain as far as the message says swim, locked to the left leg as far as it does not
        double omegaTrunk = m * Math.Tau * p.Trunk.SwimFrequency + (1 - m) * omega;
        double chain = p.Trunk.FromAhead * SinLagged(ahead.SinTrunk, ahead.CosTrunk, own.SinTrunk, own.CosTrunk, -p.SinSwimLag, p.CosSwimLag)
            + p.Trunk.FromBehind * SinLagged(behind.SinTrunk, behind.CosTrunk, own.SinTrunk, own.CosTrunk, p.SinSwimLag, p.CosSwimLag);
        double locked = p.Trunk.ToLeg * SinLagged(own.SinLeft, own.CosLeft, own.SinTrunk, own.CosTrunk, leg.SinOffset, leg.CosOffset);
        double trunk = omegaTrunk + m * chain + (1 - m) * locked;

        s.PhaseLeft = Wrap(s.PhaseLeft + p.Dt * left);
        s.PhaseRight = Wrap(s.PhaseRight + p.Dt * right);
        s.TrunkPhase = Wrap(s.TrunkPhase + p.Dt * trunk);
    }

    /// <summary>sin(a − b + lag) from the sines and cosines of a, b and lag.</summary>
    private static double SinLagged(double sinA, double cosA, double sinB, double cosB, double sinLag, double cosLag) =>
        (sinA * cosB - cosA * sinB) * cosLag + (cosA * cosB + sinA * sinB) * sinLag;

    /// <summary>The same angle in [0, 2π).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static double Wrap(double angle)
    {
        if (angle >= Math.Tau) angle -= Math.Tau;
        else if (angle < 0) angle += Math.Tau;
        return angle is >= 0 and < Math.Tau ? angle : WrapFar(angle);
    }

    /// <summary>The same for one that strong couplings and a long step turned farther; a tiny negative angle comes here as 2π.</summary>
    private static double WrapFar(double angle)
    {
        angle -= Math.Tau * Math.Floor(angle / Math.Tau);
        return angle is >= 0 and < Math.Tau ? angle : 0;
    }
}

using Locomotion.Controller.Maths;

namespace Locomotion.Controller.Neurons;

/// <summary>The reduced biophysical bursting neuron: voltage v in mV, inactivation a of the persistent sodium current from 0 to 1.</summary>
public static class Biophysical
{
    private const double MaxInput = 1e9;

    /// <summary>Advances one neuron by one step.</summary>
    /// <param name="p">Its membrane.</param>
    /// <param name="v">Voltage, mV.</param>
    /// <param name="a">Inactivation, from 0 (inactivated) to 1.</param>
    /// <param name="i">Input: positive excites, negative inhibits.</param>
    /// <param name="dtMilliseconds">The step, ms.</param>
    /// <remarks>
    /// C dv/dt = −g_syn (v − E_exc)(i0 + i⁺) − g_syn (v − E_inh) i⁻ − g_NaP m(v) a (v − E_Na) − g_leak (v − E_leak),  da/dt = (a∞(v) − a) / τ(v);
    /// <br/>m = 1 / (1 + e^−(v+40)/6),  a∞ = 1 / (1 + e^(v+45)/4),  τ = 320 + 320 / cosh((v + 35) / 15) ms.
    /// <para>Source: Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454. Method: forward Euler. Error: first order in dt.
    /// Inputs too strong for the step leave v at a reversal potential, beyond which no current can take it.</para>
    /// </remarks>
    public static void Step(BiophysicalParameters p, ref double v, ref double a, double i, double dtMilliseconds)
    {
        i = Math.Clamp(i, -MaxInput, MaxInput);
        double excitation = p.SynapseConductance * (v - p.ExcitationReversal) * (p.TonicInput + Math.Max(i, 0));
        double inhibition = p.SynapseConductance * (v - p.InhibitionReversal) * -Math.Min(i, 0);
        double sodium = p.SodiumConductance * OpenShare(v) * a * (v - p.SodiumReversal);
        double leak = p.LeakConductance * (v - p.LeakReversal);
        double da = (RestingInactivation(v) - a) / InactivationTime(v);
        v = Math.Clamp(v + dtMilliseconds * (-excitation - inhibition - sodium - leak) / p.Capacitance, p.LowestReversal, p.HighestReversal);
        a += dtMilliseconds * da;
    }

    /// <summary>Firing rate at <paramref name="v"/>, mV: 0 at −50 and below, 1 at 0 and above.</summary>
    public static double Rate(double v) => Math.Clamp((v + 50) / 50, 0, 1);

    /// <summary>m(v): share of the sodium channels that voltage opens.</summary>
    public static double OpenShare(double v) => 1 / (1 + DMath.Exp(-(v + 40) / 6));

    /// <summary>a∞(v): where inactivation tends.</summary>
    public static double RestingInactivation(double v) => 1 / (1 + DMath.Exp((v + 45) / 4));

    /// <summary>τ(v), ms: how fast it tends there.</summary>
    public static double InactivationTime(double v)
    {
        double e = DMath.Exp((v + 35) / 15);
        return 320 + 320 / ((e + 1 / e) / 2);
    }
}

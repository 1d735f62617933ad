using Locomotion.Controller.Maths;

namespace Locomotion.Controller.Neurons;

/// <summary>The simplified intrinsically bursting neuron: voltage v in [−1, 1], active above 0, quiet below; adaptation a in [0, 1].</summary>
public static class Burster
{
    /// <summary>Advances one neuron by one step.</summary>
    /// <param name="p">The neuron, and the step.</param>
    /// <param name="v">Voltage, in [−1, 1]; at exactly 0 it is in neither state and stays.</param>
    /// <param name="a">Adaptation, in [0, 1].</param>
    /// <param name="x">Input, the bias included.</param>
    /// <param name="noiseA">Factor on da/dt, ≥ 0; 1 is no noise.</param>
    /// <param name="noiseV">Factor on dv/dt, ≥ 0.</param>
    /// <remarks>
    /// In a burst, a &gt; b_a: da/dt = −a k_a / (1 − d_active). In a pause, a &lt; b_q: da/dt = (1 − a) k_q / (1 − d_quiet). Else 0.
    /// <br/>Within its bound v runs to its elbow, ±1; at the bound it runs to 0, unless the input holds it there (tonic, silent).
    /// <para>Source: Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454.</para>
    /// <para>Method: Euler, in a forwards or backwards (<see cref="BursterScheme"/>), in v forwards; no step of a passes a bound.
    /// Error of a duration: at most 2 + A/2 steps (BursterDurationTests).</para>
    /// </remarks>
    public static void Step(BursterCoefficients p, ref double v, ref double a, double x, double noiseA, double noiseV)
    {
        BurstBounds b = p.BoundsAt(x);
        double z = Math.Min(Math.Abs(x), 1);
        bool backward = p.Scheme == BursterScheme.Circuit;
        if (v > 0)
        {
            ref readonly BurstCourse course = ref p.Course(quiet: false, x);
            // 1. a that lies just past its bound, since the bound has moved, is taken back to it
            if (a < b.Active && p.Parameters.ActiveMargin > 0 && a >= b.Active * DMath.Exp(-p.Parameters.ActiveMargin * p.ActiveRateAt(x))) a = b.Active;
            // 2. adaptation moves, 3. but not past its bound
            if (a > b.Active) a = Math.Max(course.Next(a, z, noiseA, backward), b.Active);
            // 4. voltage: outwards within the bound, or where the state is stable, but not past its elbow; else to 0
            bool stays = a > b.Active || (a == b.Active && x > p.Parameters.TonicAbove);
            if (!stays || v != 1)
            {
                double dv = p.Dt * noiseV / p.FallTime(b, course.SlownessAt(z));
                v = Math.Clamp(stays ? v + dv : v - dv, -1, 1);
            }
        }
        else if (v < 0)
        {
            ref readonly BurstCourse course = ref p.Course(quiet: true, x);
            if (a > b.Quiet && p.Parameters.QuietMargin > 0 && a <= 1 + (b.Quiet - 1) * DMath.Exp(-p.Parameters.QuietMargin * p.QuietRateAt(x))) a = b.Quiet;
            if (a < b.Quiet) a = Math.Min(course.Next(a, z, noiseA, backward), b.Quiet);
            bool stays = a < b.Quiet || (a == b.Quiet && x < p.Parameters.SilentBelow);
            if (!stays || v != -1)
            {
                double dv = p.Dt * noiseV / p.RiseTime(b, course.SlownessAt(z));
                v = Math.Clamp(stays ? v - dv : v + dv, -1, 1);
            }
        }

        // 5. the flip
        if (a <= b.Active && v <= 0) v = -1;
        else if (a >= b.Quiet && v >= 0) v = 1;
    }
}

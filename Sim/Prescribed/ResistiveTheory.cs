using Locomotion.Controller.Maths;

namespace Locomotion.Sim.Prescribed;

/// <summary>
/// Swimming speed of an endless wave of slope θ = β sin(k s − ω t) under independent quadratic drags, F_N = −C_N |v_n| v_n and
/// F_T = −C_T |v_t| v_t per arc length.
/// </summary>
/// <remarks>
/// In the frame of the wave the body slides along a fixed curve at c = ω/k. Its waves recede at V = c ⟨cos θ⟩ along the direction of
/// travel, and it travels at U, so in the water v = c t + (U − V) x̂: v_t = c + (U − V) cos θ, v_n = (V − U) sin θ. At a steady U the
/// mean over a wavelength of F_T cos θ − F_N sin θ is 0. Source: Taylor 1952, Proc. R. Soc. A 214:158, with this wave.
/// </remarks>
public static class ResistiveTheory
{
    /// <summary>⟨cos θ⟩ of a wave of largest slope <paramref name="slope"/> = tan β.</summary>
    public static double MeanCosine(double slope) => MeanOverWave(slope, (_, cos) => cos);

    /// <summary>U/V for <paramref name="dragRatio"/> = C_T / C_N.</summary>
    public static double SpeedRatio(double slope, double dragRatio)
    {
        double wave = MeanCosine(slope), low = 0, high = wave;      // in units of c
        for (int k = 0; k < 60; k++)
        {
            double middle = (low + high) / 2;
            if (Thrust(middle) > 0) low = middle;
            else high = middle;
        }
        return low / wave;

        double Thrust(double u) => MeanOverWave(slope, (sin, cos) =>
        {
            double vt = 1 + (u - wave) * cos, vn = (wave - u) * sin;
            return -dragRatio * Math.Abs(vt) * vt * cos + Math.Abs(vn) * vn * sin;
        });
    }

    private static double MeanOverWave(double slope, Func<double, double, double> f)
    {
        const int points = 2000;
        double sum = 0, beta = DMath.Atan2(slope, 1);
        for (int k = 0; k < points; k++)
        {
            double theta = beta * DMath.Sin(Math.Tau * (k + 0.5) / points);
            sum += f(DMath.Sin(theta), DMath.Cos(theta));
        }
        return sum / points;
    }
}

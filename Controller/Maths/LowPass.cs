namespace Locomotion.Controller.Maths;

/// <summary>A first-order low-pass, y += share (x − y) in each step.</summary>
internal static class LowPass
{
    /// <summary>Share 1 − exp(−dt/τ) by which the output moves to its input in one step: exact for a constant input.</summary>
    public static double Share(double tau, double dt) => 1 - DMath.Exp(-dt / tau);
}

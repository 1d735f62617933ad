namespace Locomotion.Controller.Lesions;

/// <summary>A lesion that was made.</summary>
/// <param name="Lesion">What was taken.</param>
/// <param name="Step">The first step without it, counted from 0.</param>
/// <param name="Live">Whether it was asked for while the animal ran; else it was planned.</param>
public readonly record struct MadeLesion(Lesion Lesion, long Step, bool Live)
{
    /// <summary>The lesion with the time at which it was made, for an animal of that step, s.</summary>
    public Lesion Timed(double step) => Lesion with { At = Math.Round(Step * step, 9) };
}

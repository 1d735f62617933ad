namespace Locomotion.Sim.Neurons;

/// <summary>One cycle of a burster, in samples of the trace it was measured on.</summary>
/// <param name="Rise">Last sample before the burst.</param>
/// <param name="Fall">First sample after it.</param>
/// <param name="NextRise">Last sample before the next burst.</param>
public readonly record struct BurstCycle(int Rise, int Fall, int NextRise)
{
    /// <summary>T_osc: from burst to burst.</summary>
    public int Period => NextRise - Rise;

    /// <summary>T_active: duration of the burst; one more than the samples in it.</summary>
    public int Active => Fall - Rise;

    /// <summary>T_quiet: duration of the pause after it.</summary>
    public int Quiet => NextRise - Fall;

    /// <summary>Share of the period in which it fires.</summary>
    public double Duty => (double)Active / Period;
}

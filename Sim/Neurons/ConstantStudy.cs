using Locomotion.Sim.Running;

namespace Locomotion.Sim.Neurons;

/// <summary>What a neuron does at constant input.</summary>
public enum FiringMode
{
    /// <summary>The rate is 0 throughout the end of the run.</summary>
    Silent,
    /// <summary>A cycle could be measured.</summary>
    Bursting,
    /// <summary>The rate is above 0 throughout the end of the run.</summary>
    Tonic,
    /// <summary>None of these.</summary>
    Irregular,
}

/// <summary>The response to one constant input.</summary>
/// <param name="Strength">The input.</param>
/// <param name="Cycle">First cycle, ms; null if none could be measured.</param>
/// <param name="Mode">What the neuron does.</param>
/// <param name="Trace">The run.</param>
public sealed record ConstantResponse(double Strength, BurstCycle? Cycle, FiringMode Mode, UnitTrace Trace);

/// <summary>The period response: how long a burst and a pause last at each of several constant inputs.</summary>
/// <remarks>Source: protocol of Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454.</remarks>
public static class ConstantStudy
{
    private const double EndOfRun = 0.6;    // the mode is read from here on

    /// <summary>Inputs from −0.8 to 0.8 of the model's unit, in steps of 0.1.</summary>
    public static IReadOnlyList<double> Strengths(SingleUnit unit) => Grid.Of(-0.8, 0.8, 0.1, unit.StrengthUnit);

    /// <summary>Runs the neuron at each input.</summary>
    public static IReadOnlyList<ConstantResponse> Run(SingleUnit unit, IReadOnlyList<double> strengths) =>
        strengths.SelectInParallel(strength =>
        {
            UnitTrace trace = unit.Run(strength);
            BurstCycle? cycle = Waveform.Cycle(trace.Rate);
            return new ConstantResponse(strength, cycle, Mode(trace.Rate, cycle), trace);
        });

    private static FiringMode Mode(double[] rate, BurstCycle? cycle)
    {
        double[] end = rate[(int)(EndOfRun * rate.Length)..];
        return end.All(y => y == 0) ? FiringMode.Silent : end.All(y => y > 0) ? FiringMode.Tonic
            : cycle is null ? FiringMode.Irregular : FiringMode.Bursting;
    }
}

using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Neurons;

/// <summary>
/// The reduced biophysical neuron, a persistent sodium current and a leak, to which the simplified one is compared. In the units of
/// electrophysiology (mV, nS, pF, ms), which agree among themselves: nS mV = pA, pA / pF = mV / ms.
/// </summary>
/// <remarks>Source of all: Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454.</remarks>
public sealed record BiophysicalParameters : ParameterGroup
{
    private const string Paper = "Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454";

    /// <summary>C.</summary>
    [Parameter(0.1, 1e4, "pF", "Capacitance of the membrane.", Source = Paper)]
    public double Capacitance { get; init => field = Checked(value); } = 20;

    /// <summary>Conductance of the leak.</summary>
    [Parameter(0, 1000, "nS", "Conductance of the leak.", Source = Paper)]
    public double LeakConductance { get; init => field = Checked(value); } = 4.5;

    /// <summary>Reversal potential of the leak.</summary>
    [Parameter(-200, 200, "mV", "Reversal potential of the leak.", Source = Paper)]
    public double LeakReversal { get; init => field = Checked(value); } = -62.5;

    /// <summary>Conductance of the persistent sodium current.</summary>
    [Parameter(0, 1000, "nS", "Conductance of the persistent sodium current.", Source = Paper)]
    public double SodiumConductance { get; init => field = Checked(value); } = 4.5;

    /// <summary>Reversal potential of sodium.</summary>
    [Parameter(-200, 200, "mV", "Reversal potential of sodium.", Source = Paper)]
    public double SodiumReversal { get; init => field = Checked(value); } = 55;

    /// <summary>Conductance that input 1 opens, or −1 for inhibition.</summary>
    [Parameter(0, 1000, "nS", "Synaptic conductance at input 1 or -1.", Source = Paper)]
    public double SynapseConductance { get; init => field = Checked(value); } = 10;

    /// <summary>Reversal potential of excitation.</summary>
    [Parameter(-200, 200, "mV", "Reversal potential of excitation.", Source = Paper)]
    public double ExcitationReversal { get; init => field = Checked(value); } = -10;

    /// <summary>Reversal potential of inhibition.</summary>
    [Parameter(-200, 200, "mV", "Reversal potential of inhibition.", Source = Paper)]
    public double InhibitionReversal { get; init => field = Checked(value); } = -75;

    /// <summary>Excitation without input.</summary>
    [Parameter(0, 10, "1", "Excitatory input that is always there.", Source = Paper)]
    public double TonicInput { get; init => field = Checked(value); } = 0.02;

    /// <summary>The lowest of the reversal potentials, mV.</summary>
    internal double LowestReversal => Math.Min(Math.Min(LeakReversal, SodiumReversal), Math.Min(ExcitationReversal, InhibitionReversal));

    /// <summary>The highest of the reversal potentials, mV.</summary>
    internal double HighestReversal => Math.Max(Math.Max(LeakReversal, SodiumReversal), Math.Max(ExcitationReversal, InhibitionReversal));
}

using Locomotion.Controller.Parameters;

namespace Locomotion.Controller.Neurons;

/// <summary>A neuron that follows its input, as interneurons beside bursters do.</summary>
public sealed record RateParameters : ParameterGroup
{
    /// <summary>Four time constants.</summary>
    [Parameter(1e-4, 1000, "s", "Time in which the voltage has nearly reached its input.",
        Source = "0.05 in the published library, 0.01 in its mouse circuit; Bhattasali, Pinto, Lindsay 2026, bioRxiv 10.64898/2026.03.03.709454")]
    public double VoltageTime { get; init => field = Checked(value); } = 0.05;

    /// <summary>Intrinsic input.</summary>
    [Parameter(-1000, 1000, "1", "Intrinsic input, added to whatever else arrives.")]
    public double Bias { get; init => field = Checked(value); }
}

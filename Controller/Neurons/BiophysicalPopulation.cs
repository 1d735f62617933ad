namespace Locomotion.Controller.Neurons;

/// <summary>Reduced biophysical neurons with one set of parameters.</summary>
public sealed class BiophysicalPopulation : Population
{
    private const double FirstVoltage = -55, FirstInactivation = 0.4;   // where the published study starts

    private readonly BiophysicalParameters parameters;
    private readonly double dtMilliseconds;

    /// <summary>Neurons at −55 mV with inactivation 0.4; steps of <paramref name="dt"/> seconds.</summary>
    public BiophysicalPopulation(BiophysicalParameters parameters, int count, double dt) : base(count)
    {
        this.parameters = parameters;
        dtMilliseconds = dt * 1000;
        Reset();
    }

    /// <inheritdoc/>
    public override void Reset()
    {
        Array.Fill(Voltage, FirstVoltage);
        Array.Fill(Adaptation, FirstInactivation);
    }

    /// <inheritdoc/>
    public override void Step(int first, Span<double> input, Span<double> output)
    {
        for (int k = 0; k < input.Length; k++)
        {
            ref double v = ref Voltage[first + k];
            Biophysical.Step(parameters, ref v, ref Adaptation[first + k], input[k], dtMilliseconds);
            output[k] = Biophysical.Rate(v);
        }
    }
}

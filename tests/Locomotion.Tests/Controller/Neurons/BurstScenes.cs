using Locomotion.Controller.Neurons;

namespace Locomotion.Tests.Controller.Neurons;

/// <summary>One burster alone, with forward Euler steps of 1 ms and no input but its bias.</summary>
internal static class BurstScenes
{
    public const double Step = 1e-3;

    public static (double[] Voltage, double[] Rate) Run(BursterParameters parameters, FiringShape shape, int steps)
    {
        BursterPopulation neuron = new(parameters, shape, 1, Step, scheme: BursterScheme.SingleUnit);
        double[] voltage = new double[steps], rates = new double[steps], input = [0], rate = [0];
        for (int k = 0; k < steps; k++)
        {
            input[0] = 0;
            neuron.Step(input, rate);
            (voltage[k], rates[k]) = (neuron.Voltage[0], rate[0]);
        }
        return (voltage, rates);
    }

    public static double[] Voltage(BursterParameters parameters, int steps) => Run(parameters, new AdaptingShape(), steps).Voltage;

    /// <summary>Steps in the second burst and in the pause after it, from the switches of v.</summary>
    public static (int Active, int Quiet) Durations(BursterParameters parameters)
    {
        (int rise, int fall, int next) = Switches(Voltage(parameters, EnoughFor(parameters)));
        return (fall - rise, next - fall);
    }

    /// <summary>First steps of the second burst, of the pause after it, and of the third burst.</summary>
    public static (int Rise, int Fall, int NextRise) Switches(double[] voltage)
    {
        List<int> rises = [], falls = [];
        for (int k = 1; k < voltage.Length; k++)
        {
            if (voltage[k] > 0 && voltage[k - 1] <= 0) rises.Add(k);
            if (voltage[k] <= 0 && voltage[k - 1] > 0) falls.Add(k);
        }
        return (rises[1], falls.First(fall => fall > rises[1]), rises[2]);
    }

    /// <summary>Steps of four cycles.</summary>
    public static int EnoughFor(BursterParameters parameters)
    {
        BursterCoefficients p = new(parameters, BursterScheme.SingleUnit, Step);
        return (int)(4 * (p.ActiveTimeAt(parameters.Bias) + p.QuietTimeAt(parameters.Bias)) / Step) + 100;
    }
}

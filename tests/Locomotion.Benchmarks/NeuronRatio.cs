using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Locomotion.Benchmarks.Peer;

namespace Locomotion.Benchmarks;

/// <summary>Our network of bursters beside Brian2's, on the same circuit and in the same run.</summary>
public static class NeuronRatio
{
    private const int Rounds = 15;
    private const double Tolerance = 1e-9;

    /// <summary>Prints nanoseconds per neuron and step of both, and the ratio; on one thread each.</summary>
    public static void Run(TextWriter output)
    {
        output.WriteLine("ns per neuron and step, 10 synapses a neuron, one thread; ratio: Brian2's faster target over ours");
        output.WriteLine($"{"neurons",9} {"noise",6} {"ours",8} {"standalone",11} {"numpy",11} {"ratio",7}");
        foreach (int neurons in new[] { 1, 100, 10_000, 1_000_000 })
        {
            foreach (double noise in new[] { 0, 0.05 })
            {
                BursterNetwork network = new(neurons, noise: noise);
                double before = Nanoseconds(network, neurons);
                double standalone = Brian.Run("cpp_standalone", neurons, noise).GetProperty("ns_per_neuron_step").GetDouble();
                double numpy = Brian.Run("numpy", neurons, noise).GetProperty("ns_per_neuron_step").GetDouble();
                double ours = Math.Min(before, Nanoseconds(network, neurons));
                output.WriteLine(FormattableString.Invariant(
                    $"{neurons,9} {noise,6} {ours,8:0.0} {standalone,11:0.0} {numpy,11:0.0} {Math.Min(standalone, numpy) / ours,7:0.00}"));
            }
        }
    }

    /// <summary>Whether both programs are in the same state after the same steps, without noise, to 1e-9.</summary>
    public static bool Check(TextWriter output)
    {
        const int Neurons = 100, Steps = 3000;
        string file = Path.Combine(Directory.CreateTempSubdirectory("brian-").FullName, "state.csv");
        JsonElement result = Brian.Run("numpy", Neurons, 0, "--steps", $"{Steps}", "--state-out", file);
        BursterNetwork network = new(Neurons);
        network.Step(Steps);
        double worst = 0;
        string[] lines = [.. File.ReadAllLines(file).Where(line => line.Length > 0 && (char.IsDigit(line[0]) || line[0] == '-'))];
        for (int j = 0; j < Neurons; j++)
        {
            double[] theirs = [.. lines[j].Split(',').Select(cell => double.Parse(cell, CultureInfo.InvariantCulture))];
            double[] ours = [network.Population.Voltage[j], network.Population.Adaptation[j], network.Rates[j]];
            worst = Math.Max(worst, ours.Zip(theirs, (a, b) => Math.Abs(a - b)).Max());
        }
        output.WriteLine(FormattableString.Invariant(
            $"{Neurons} neurons, {Steps} steps, Brian2 {result.GetProperty("brian2").GetString()}: v, a, y differ by at most {worst:g2}"));
        return lines.Length == Neurons && worst <= Tolerance;
    }

    /// <summary>Whether the cost grows no faster than the synapses: forty a neuron cost at most four times what ten do.</summary>
    public static bool Synapses(TextWriter output)
    {
        const int Neurons = 10_000, Steps = 20;
        BursterNetwork none = new(Neurons, 0), ten = new(Neurons, 10), forty = new(Neurons, 40);
        foreach (BursterNetwork network in new[] { none, ten, forty }) network.Step(200);
        PairedTimes more = PairedTiming.Run(forty.Step, ten.Step, Steps), fewer = PairedTiming.Run(none.Step, ten.Step, Steps);
        output.WriteLine(FormattableString.Invariant(
            $"ns per neuron and step with 0, 10, 40 synapses: {fewer.NanosecondsA / Neurons:0.0}, {more.NanosecondsB / Neurons:0.0}, {more.NanosecondsA / Neurons:0.0}; 40 over 10: {more.Ratio:0.00} (quartiles {more.RatioLow:0.00} to {more.RatioHigh:0.00}), pass mark 4"));
        return more.Ratio <= 4;
    }

    private static double Nanoseconds(BursterNetwork network, int neurons)
    {
        int steps = Math.Clamp(5_000_000 / neurons, 3, 200_000);
        network.Step(Math.Max(steps, 1000_000 / neurons));
        double best = double.PositiveInfinity;
        for (int round = 0; round < Rounds; round++)
        {
            long start = Stopwatch.GetTimestamp();
            network.Step(steps);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalNanoseconds / steps / neurons);
        }
        return best;
    }
}

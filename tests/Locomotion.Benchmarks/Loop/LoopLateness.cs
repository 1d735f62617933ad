using System.Globalization;
using Locomotion.Hardware.Timing;

namespace Locomotion.Benchmarks.Loop;

/// <summary>How late the loop wakes, beside cyclictest at the same priority in the same minutes, in blocks by turns.</summary>
internal static class LoopLateness
{
    private const int Priority = 80, BlockSeconds = 15, WarmUpSeconds = 5;

    /// <summary>Prints both; false when p99 or p99.9 is above the bound, or the loop made garbage.</summary>
    /// <param name="output">For people.</param>
    /// <param name="options">--minutes: of the loop, 1 unless given; the whole takes twice as long. --bound: 1.5 unless given.</param>
    public static bool Run(TextWriter output, string[] options)
    {
        int seconds = (int)Math.Ceiling(60 * Number(options, "--minutes", 1));
        double bound = Number(options, "--bound", 1.5);
        RobotLoop loop = new();
        CyclicTest cyclic = new();
        IReadOnlyList<SetupStep> granted = [];
        InBlock(loop, WarmUpSeconds, steps => granted = steps);
        foreach (SetupStep step in granted) output.WriteLine($"{step.Name}: {step.Message}");
        // what is refused to the loop is not asked for cyclictest either
        int priority = granted.Any(step => step is { Name: "priority", Granted: true }) ? Priority : 0;
        bool lockMemory = granted.Any(step => step is { Name: "memory", Granted: true });
        loop.Forget();
        for (int left = seconds; left > 0; left -= BlockSeconds)
        {
            int block = Math.Min(left, BlockSeconds);
            // by turns, and either first, so that what changes slowly meets both alike
            bool loopFirst = left / BlockSeconds % 2 == 0;
            if (loopFirst) InBlock(loop, block, _ => { });
            cyclic.Run(priority, lockMemory, block);
            if (!loopFirst) InBlock(loop, block, _ => { });
        }
        return Report(output, loop, cyclic, bound);
    }

    private static void InBlock(RobotLoop loop, int seconds, Action<IReadOnlyList<SetupStep>> report) =>
        RealTimeThread.Run(new RealTimeSettings { Priority = Priority }, report, () => loop.Run(seconds));

    private static bool Report(TextWriter output, RobotLoop loop, CyclicTest cyclic, double bound)
    {
        LatencyHistogram wake = loop.Latencies.Wake;
        bool good = loop.Allocated == 0 && loop.Collections == 0;
        output.WriteLine($"{wake.Count} steps of 1 ms, {loop.Latencies.Write.Count} servo frames of 20 ms; {loop.Missed} beats missed, {loop.Allocated} bytes allocated, {loop.Collections} collections");
        foreach ((string name, double fraction, bool marked) in new[] { ("p50", 0.5, false), ("p99", 0.99, true), ("p99.9", 0.999, true) })
        {
            double ours = wake.Percentile(fraction) / 1e3, theirs = cyclic.Percentile(fraction), ratio = ours / Math.Max(1, theirs);
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"wakes late, {name,-5}: loop {ours,8:0.0} us, cyclictest {theirs,6} us, ratio {ratio:0.00}{(marked ? $" (pass mark {bound})" : "")}"));
            good &= !marked || ratio <= bound;
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"worst: loop {wake.Worst / 1e3:0.0} us of {wake.Count}, cyclictest {cyclic.Worst} us of {cyclic.Count}"));
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"step p50 {loop.Latencies.Step.Percentile(0.5) / 1e3:0.0} us, p99 {loop.Latencies.Step.Percentile(0.99) / 1e3:0.0} us; frame p99 {loop.Latencies.Write.Percentile(0.99) / 1e3:0.0} us"));
        return good;
    }

    private static double Number(string[] options, string name, double otherwise)
    {
        int at = Array.IndexOf(options, name);
        return at < 0 ? otherwise : double.Parse(options[at + 1], CultureInfo.InvariantCulture);
    }
}

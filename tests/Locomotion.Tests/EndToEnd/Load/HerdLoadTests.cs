using System.Diagnostics;
using System.Text.Json;

namespace Locomotion.Tests.EndToEnd.Load;

/// <summary>Fifty animals of one program on one Mosquitto, each tuned twice and driven twice a second, by clients in this process.</summary>
[Collection(Alone.Name)]
public sealed class HerdLoadTests(ITestOutputHelper output) : IDisposable
{
    private const int Animals = 50;
    private const double MostRoundTrip = 20;    // ms, for 99 of 100

    private readonly OpenMosquitto broker = new();

    public void Dispose() => broker.Dispose();

    /// <summary>Two minutes by <c>./test --soak</c>.</summary>
    [Fact]
    public async Task Fifty_animals_lose_no_command_and_take_each_within_a_step()
    {
        int seconds = Soak.IsOn ? 120 : 30;
        Running program = DeskProgram.Release.Start("serve", "slow-walk", "--animals", $"{Animals}", "--broker", $"127.0.0.1:{broker.Port}");
        try
        {
            await using HerdOperator herd = await HerdOperator.Connect(broker.Address, Enumerable.Range(1, Animals).Select(k => $"centipede-{k}"));
            await Until(() => herd.Animals.All(animal => animal.Phase == "running" && animal.Loop.ValueKind == JsonValueKind.Object));
            await using FrameWatcher frames = await FrameWatcher.Connect(broker.Address);
            await Load(herd, TimeSpan.FromSeconds(3));      // code is compiled and caches fill
            foreach (DrivenAnimal animal in herd.Animals) animal.RoundTrips.Clear();

            (TimeSpan work, long begun) = (program.Process.TotalProcessorTime, Stopwatch.GetTimestamp());
            long unsent = Sum(herd, "unsent_frames");       // those before the connection
            long[] ticks = [.. herd.Animals.Select(animal => animal.Loop.GetProperty("tick").GetInt64())];
            await Load(herd, TimeSpan.FromSeconds(seconds));
            double wall = Stopwatch.GetElapsedTime(begun).TotalSeconds;
            program.Process.Refresh();
            double cores = (program.Process.TotalProcessorTime - work).TotalSeconds / wall;
            await Task.Delay(1500, TestContext.Current.CancellationToken);     // the last drives are told, the figures come
            Tell(herd, frames, wall, cores);
            Check(herd, frames, ticks, wall);
            Assert.Equal(unsent, Sum(herd, "unsent_frames"));
        }
        finally
        {
            using Process kill = Process.Start("kill", ["-TERM", $"{program.Process.Id}"]);
            await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
        }
        Assert.Equal(143, program.Finish().Code);
    }

    private static Task Load(HerdOperator herd, TimeSpan time) => Task.WhenAll(herd.Animals.Select(async (animal, k) =>
    {
        await Task.Delay(10 * k);       // spread over the half second that each round takes
        await Task.WhenAll(animal.Tune(time), animal.Drive(time));
    }));

    private void Tell(HerdOperator herd, FrameWatcher frames, double wall, double cores)
    {
        double[] trips = [.. herd.Animals.SelectMany(animal => animal.RoundTrips).Order()];
        long[] effects = [.. herd.Animals.SelectMany(animal => animal.Effects)];
        output.WriteLine($"{Animals} animals, {wall:0} s, {cores:0.00} cores for the program");
        output.WriteLine($"{herd.Animals.Sum(animal => animal.Asked)} commands answered once each but for {herd.Animals.Sum(animal => animal.Unanswered)} lost and {herd.Animals.Sum(animal => animal.Repeated)} repeated; "
            + $"{herd.Animals.Sum(animal => animal.Commits)} commits; {herd.Animals.Sum(animal => animal.DrivesSent)} drive commands, {herd.Animals.Sum(animal => animal.DrivesHeard)} told as active");
        output.WriteLine($"round trip p50 {At(trips, 0.5):0.00} ms, p99 {At(trips, 0.99):0.00} ms, p99.9 {At(trips, 0.999):0.00} ms, most {trips[^1]:0.0} ms");
        output.WriteLine($"ticks from the last one done at acceptance to the first under the new set: {string.Join(", ", effects.CountBy(ticks => ticks).OrderBy(pair => pair.Key).Select(pair => $"{pair.Key}: {pair.Value}"))}");
        output.WriteLine($"{frames.Messages} frame messages of {frames.Samples} samples; {frames.MissingMessages} messages never came, {Sum(herd, "lost_frames")} samples lost by loops, {Sum(herd, "unsent_frames")} frames unsent");
        output.WriteLine($"{Sum(herd, "missed_deadlines")} of {Sum(herd, "tick")} deadlines missed; the loops' tick p50 {Mean(herd, "tick_us_p50"):0.0} us, p99 {Mean(herd, "tick_us_p99"):0.0} us, latest start {Mean(herd, "late_us_max"):0} us, means of the animals in the last second");
    }

    private static void Check(HerdOperator herd, FrameWatcher frames, long[] ticksBefore, double wall)
    {
        Assert.Empty(herd.Animals.SelectMany(animal => animal.Flaws));
        Assert.All(herd.Animals, animal => Assert.Equal((0, 0), (animal.Unanswered, animal.Repeated)));
        // drive is never answered: all that were sent were taken, and the last one holds
        Assert.All(herd.Animals, animal => Assert.Equal(animal.DrivesSent + animal.Asked, animal.Loop.GetProperty("taken").GetInt64()));
        Assert.All(herd.Animals, animal => Assert.Equal(animal.DrivesSent - 1, animal.LastDrive));
        Assert.All(herd.Animals, animal => Assert.False(animal.Loop.GetProperty("refused").EnumerateObject().Any()));
        // the tick under way at acceptance ends, and the next one is the first under the new set
        Assert.All(herd.Animals.SelectMany(animal => animal.Effects), ticks => Assert.True(ticks <= 2, $"{ticks} ticks"));
        double[] trips = [.. herd.Animals.SelectMany(animal => animal.RoundTrips).Order()];
        Assert.InRange(At(trips, 0.99), 0, MostRoundTrip);
        // two samples for a frame; what is missing in messages was counted as lost
        Assert.InRange(frames.MissingSamples, 0, 3 * (Sum(herd, "lost_frames") / 2 + Sum(herd, "lost_frames") % 2));
        Assert.All(herd.Animals.Zip(ticksBefore), pair => Assert.InRange(pair.First.Loop.GetProperty("tick").GetInt64() - pair.Second, 1000 * (wall - 2), 1000 * (wall + 4)));
        Assert.All(herd.Animals, animal => Assert.Equal("running", animal.Phase));
    }

    private static async Task Until(Func<bool> holds)
    {
        for (int k = 0; k < 600 && !holds(); k++) await Task.Delay(100, TestContext.Current.CancellationToken);
        Assert.True(holds());
    }

    private static long Sum(HerdOperator herd, string figure) => herd.Animals.Sum(animal => animal.Loop.GetProperty(figure).GetInt64());

    private static double Mean(HerdOperator herd, string figure) => herd.Animals.Average(animal => animal.Loop.GetProperty(figure).GetDouble());

    private static double At(double[] sorted, double share) => sorted[(int)(share * (sorted.Length - 1))];
}

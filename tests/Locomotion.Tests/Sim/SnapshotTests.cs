using System.IO.Hashing;
using CsCheck;
using Locomotion.Controller;
using Locomotion.Controller.Loop;
using Locomotion.Controller.Parameters;
using Locomotion.Body.Animals;
using Locomotion.Sim.Recording;
using Locomotion.Sim.Running;
using Locomotion.Sim.Scenarios;
using Locomotion.Sim.Snapshots;
using Locomotion.Tests.Sim.Scenarios;

namespace Locomotion.Tests.Sim;

/// <summary>Snapshots: to the bit what was, or refused.</summary>
public sealed class SnapshotTests : IDisposable
{
    private const int VersionAt = 8, LengthAt = 12;     // as SnapshotFormat says

    private static readonly byte[] Saved = Bytes("swim", ticks: 50), SavedBursting = Bytes("auto", ticks: 200, "oscillator", "bursting");

    private static readonly Gen<Func<byte[], byte[]>> Change = Gen.OneOf(
        Gen.Select(Gen.Double[0, 1], Gen.Int[0, 7], (at, bit) => (Func<byte[], byte[]>)(b => b.Length == 0 ? b : With(b, Index(b, at), (byte)(b[Index(b, at)] ^ (1 << bit))))),
        Gen.Select(Gen.Double[0, 1], Gen.Byte, (at, value) => (Func<byte[], byte[]>)(b => With(b, Index(b, at), value))),
        Gen.Select(Gen.Double[0, 1], Gen.OneOf(int.MaxValue, int.MinValue, -1, 0, 1 << 24), (at, value) => (Func<byte[], byte[]>)(b => [.. b[..Index(b, at)], .. BitConverter.GetBytes(value), .. b[Math.Min(b.Length, Index(b, at) + 4)..]])),
        Gen.Double[0, 1].Select(at => (Func<byte[], byte[]>)(b => b[..Index(b, at)])),
        Gen.Select(Gen.Double[0, 1], Gen.Int[1, 60], (at, count) => (Func<byte[], byte[]>)(b => [.. b[..Index(b, at)], .. b[Math.Min(b.Length, Index(b, at) + count)..]])),
        Gen.Select(Gen.Double[0, 1], Gen.Byte.Array[1, 20], (at, more) => (Func<byte[], byte[]>)(b => [.. b[..Index(b, at)], .. more, .. b[Index(b, at)..]])));

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory, InlineData("amphibious", "phase", 9.0), InlineData("amphibious", "phase", 9.574), InlineData("auto", "bursting", 5.5), InlineData("slow-walk", "bursting", 2.001)]
    public void A_continued_run_ends_as_the_unbroken_one(string name, string oscillator, double at)
    {
        Scenario scenario = BuiltInScenarios.Named(name);
        scenario = scenario with { Animal = scenario.Animal.With("oscillator", oscillator) };
        string file = folder.File("run");
        RunSummary unbroken = new ScenarioRun(scenario, new SnapshotPlan(file, at, scenario)).Run(CancellationToken.None);
        Snapshot saved = SnapshotFile.Read(file);
        Assert.Equal(at, saved.Seconds, tolerance: 1e-9);
        ScenarioRun run = new(saved.Restore("saved"));
        RunSummary continued = run.Run(CancellationToken.None);
        Assert.Equal((unbroken.Digest, unbroken.Seconds, unbroken.Steps), (continued.Digest, continued.Seconds, continued.Steps));
        Assert.Equal(0, continued.AllocatedBytesPerStep);
        Assert.InRange(run.Trajectory.Time(0), at, at + FrameRecorder.Interval + 1e-3);
        // phases whose second half was measured here are the same; with bursters but for the onset before the snapshot
        if (oscillator == "phase") Assert.Equal(unbroken.Phases.Where(phase => phase.StartS >= at), continued.Phases.Where(phase => phase.StartS >= at));
        Assert.Equal(unbroken.Phases.Where(phase => phase.EndS > at).Select(phase => phase.Name), continued.Phases.Select(phase => phase.Name));
        Assert.Equal(unbroken.Transitions.Where(transition => transition.CommandedS >= at).Select(transition => transition.To), continued.Transitions.Select(transition => transition.To));
    }

    [Theory]
    [InlineData(null, 4.0, 8.0, 25.0)]      // cut, and continued beyond where it was cut
    [InlineData(9.0, 12.0, 10.0, null)]     // cut again; null is to the end of the timeline
    [InlineData(null, 6.0, null, 60.0)]     // saved where a phase ends; stretched
    public void Any_end_may_be_chosen_and_is_that_of_an_unbroken_run(double? at, double first, double? second, double? third)
    {
        Scenario whole = BuiltInScenarios.Named("amphibious");
        string file = folder.File("run");
        new ScenarioRun(whole.Ending(first), new SnapshotPlan(file, at, whole)).Run(CancellationToken.None);
        foreach (double? end in new[] { second, third })
        {
            RunSummary unbroken = new ScenarioRun(end is { } s ? whole.Ending(s) : whole).Run(CancellationToken.None);
            RunSummary continued = new ScenarioRun(SnapshotFile.Read(file).Restore("saved", end)).Run(CancellationToken.None);
            Assert.Equal((unbroken.Digest, unbroken.Seconds, unbroken.Steps), (continued.Digest, continued.Seconds, continued.Steps));
        }
    }

    [Theory, InlineData(2.0), InlineData(3.0)]
    public void An_end_before_the_snapshot_is_refused(double seconds)
    {
        Scenario whole = BuiltInScenarios.Named("slow-walk");
        string file = folder.File("run");
        new ScenarioRun(whole.Ending(3), new SnapshotPlan(file, null, whole)).Run(CancellationToken.None);
        Assert.Contains("choose a later end", Assert.Throws<InvalidInputException>(() => SnapshotFile.Read(file).Restore("saved", seconds)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_stopped_on_request_is_saved_where_it_stopped_and_goes_on()
    {
        Scenario scenario = BuiltInScenarios.Named("fast-walk").Ending(3) with { Animal = Preset.Robot };
        string file = folder.File("run");
        using CancellationTokenSource stop = new();
        Simulation simulation = new(scenario);
        simulation.Run(new StopAfter(777, simulation, stop), stop.Token);
        SnapshotFile.Write(file, Snapshot.Of(simulation, scenario));
        RunSummary continued = new ScenarioRun(SnapshotFile.Read(file).Restore("saved")).Run(CancellationToken.None);
        Assert.Equal(new ScenarioRun(scenario).Run(CancellationToken.None).Digest, continued.Digest);
    }

    [Fact]
    public void What_was_written_is_read()
    {
        Snapshot snapshot = SnapshotFormat.Read(SavedBursting, "saved");
        Assert.Equal(SavedBursting, SnapshotFormat.Write(snapshot));
        Assert.Equal(("auto", 200, 0.2), (snapshot.Scenario.Name, snapshot.Tick, snapshot.Seconds));
    }

    [Fact]
    public void The_largest_animal_fits()
    {
        Assert.InRange(Bytes("auto", 1, "shape.segments", "1000").Length, 100_000, SnapshotFormat.MostBytes / 4);
        byte[] noisy = Bytes("auto", 1, "shape.segments", "1000", "oscillator", "bursting", "bursting.flexor.noise", "0.1", "bursting.extensor.noise", "0.1", "bursting.joint.noise", "0.1");
        Assert.InRange(noisy.Length, 100_000, SnapshotFormat.MostBytes / 4);
        SnapshotFormat.Read(noisy, "saved").Restore("saved");
    }

    [Fact]
    public void A_flipped_bit_is_refused_wherever_it_is()
    {
        byte[] bytes = [.. Saved];
        for (int k = 0; k < bytes.Length; k++)
        {
            byte flip = (byte)(1 << (k * 5 % 8));
            bytes[k] ^= flip;
            Assert.Throws<InvalidInputException>(() => SnapshotFormat.Read(bytes, "saved"));
            bytes[k] ^= flip;
        }
    }

    [Fact]
    public void A_snapshot_cut_off_anywhere_is_refused()
    {
        for (int length = 0; length < Saved.Length; length += length < 200 ? 1 : 37)
            Assert.Throws<InvalidInputException>(() => SnapshotFormat.Read(Saved.AsMemory(0, length), "saved"));
    }

    [Fact]
    public void A_snapshot_of_a_newer_program_is_refused_naming_both_versions()
    {
        byte[] newer = Resealed(With(Saved, VersionAt, 2));
        string message = Assert.Throws<InvalidInputException>(() => SnapshotFormat.Read(newer, "saved")).Message;
        Assert.Contains("version 2 of its format is not 1", message, StringComparison.Ordinal);
        Assert.Contains("use the newer program", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_changed_snapshot_is_refused_whole_and_takes_no_memory() =>
        Gen.Select(Gen.OneOf(Saved, SavedBursting), Change.Array[1, 4]).Sample((bytes, changes) =>
        {
            byte[] changed = changes.Aggregate(bytes, (b, change) => change(b));
            if (changed.AsSpan().SequenceEqual(bytes)) return;
            long before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Throws<InvalidInputException>(() => SnapshotFormat.Read(changed, "fuzz"));
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 100_000);
        }, iter: 10_000);

    [Fact]
    public void A_forged_snapshot_is_restored_or_refused_in_bounded_memory() =>
        Gen.Select(Gen.OneOf(Saved, SavedBursting), Change.Array[1, 3]).Sample((bytes, changes) =>
        {
            byte[] forged = Resealed(changes.Aggregate(bytes, (b, change) => change(b)));
            long before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                SnapshotFormat.Read(forged, "fuzz").Restore("fuzz");
            }
            catch (InvalidInputException) { }
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 32_000_000);
        }, iter: 10_000);

    private static byte[] Bytes(string name, long ticks, params string[] settings)
    {
        Scenario scenario = BuiltInScenarios.Named(name);
        foreach (string[] pair in settings.Chunk(2)) scenario = scenario with { Animal = scenario.Animal.With(pair[0], pair[1]) };
        Simulation simulation = new(scenario);
        using CancellationTokenSource stop = new();
        simulation.Run(new StopAfter(ticks, simulation, stop), stop.Token);
        return SnapshotFormat.Write(Snapshot.Of(simulation, scenario));
    }

    /// <summary>With length and checksum that fit, as far as there is room for them.</summary>
    private static byte[] Resealed(byte[] bytes)
    {
        if (bytes.Length < 28) return bytes;
        byte[] sealedBytes = [.. bytes];
        BitConverter.TryWriteBytes(sealedBytes.AsSpan(LengthAt), (long)bytes.Length);
        BitConverter.TryWriteBytes(sealedBytes.AsSpan(bytes.Length - 8), XxHash3.HashToUInt64(sealedBytes.AsSpan(0, bytes.Length - 8)));
        return sealedBytes;
    }

    private static byte[] With(byte[] bytes, int at, byte value)
    {
        if (bytes.Length == 0) return bytes;
        byte[] changed = [.. bytes];
        changed[at] = value;
        return changed;
    }

    private static int Index(byte[] bytes, double share) => (int)(share * Math.Max(0, bytes.Length - 1));

    private sealed class StopAfter(long ticks, Simulation simulation, CancellationTokenSource stop) : IStepObserver
    {
        public void Observe(long tick, CentipedeController controller)
        {
            simulation.Digest.Observe();
            if (tick + 1 == ticks) stop.Cancel();
        }
    }
}
